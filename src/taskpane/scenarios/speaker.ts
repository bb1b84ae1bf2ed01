/*
 * Reads out what typing has changed, once there is a pause in it: somebody who hears the figures wants to type on.
 */
import type { Language } from "../../i18n/language";
import type { DraftFigures } from "../../scenarios/draftFigures";
import { controlText, figureText } from "./figures";

const pause = 900;

export function createSpeaker(language: Language, announce: (text: string) => void) {
  let known: readonly string[] | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    update: (computed: DraftFigures) => {
      const sentences = sentencesOf(computed, language);
      // What it opens on can be read where it stands.
      known ??= sentences;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const news = sentences.filter((sentence) => !known!.includes(sentence));
        known = sentences;
        if (news.length > 0) announce(news.join(" "));
      }, pause);
    },
  };
}

function sentencesOf({ figures, control, problems }: DraftFigures, language: Language): readonly string[] {
  if (problems.length > 0) return problems.map(({ message }) => message);
  return [...figures.map((figure) => `${figureText(figure, language)}.`), `${controlText(control, language)}.`];
}
