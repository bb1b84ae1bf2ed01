/*
 * Reads out what typing has changed, once there is a pause in it: somebody who hears the figures wants to type on.
 */
import type { Language } from "../../i18n/language";
import type { DraftFigures } from "../../scenarios/draftFigures";
import { controlText, figureText } from "./figures";

const pause = 900;

export function createSpeaker(language: Language, announce: (text: string) => void) {
  let spoken: DraftFigures | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function speak(computed: DraftFigures): void {
    const known = sentencesOf(spoken!, language);
    const news = sentencesOf(computed, language).filter((sentence) => !known.includes(sentence));
    spoken = computed;
    if (news.length > 0) announce(news.join(" "));
  }

  return {
    update: (computed: DraftFigures) => {
      // What it opens on can be read where it stands.
      spoken ??= computed;
      clearTimeout(waiting);
      waiting = setTimeout(() => speak(computed), pause);
    },
  };
}

function sentencesOf({ figures, control, problems }: DraftFigures, language: Language): readonly string[] {
  if (problems.length > 0) return problems.map(({ message }) => message);
  return [...figures.map((figure) => `${figureText(figure, language)}.`), `${controlText(control, language)}.`];
}
