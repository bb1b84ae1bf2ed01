/*
 * What a step says to a reader: heading, sentences, a table where there are several rows, and what it rests on. As
 * data: who shows it decides how it looks.
 */
import { cite } from "../../core/parameters/cite";
import type { Ground, Open, Step } from "../../core/trace";
import type { Language } from "../catalogue";
import { bilingual } from "../texts";
import { english } from "./en";
import type { Said } from "./sentences";
import { swedish } from "./sv";
import { tableOf, type StepTable } from "./tables";
import { tellerOf, type Told } from "./teller";

export interface StepText extends Said {
  readonly table?: StepTable | undefined;
  /** The paragraph or document in its own language, and what they leave open. */
  readonly citation: string;
}

export function stepText(step: Step, told: Told): StepText {
  const sentences = told.language === "sv" ? swedish : english;
  const say = sentences[step.code] as (step: Step, teller: ReturnType<typeof tellerOf>) => Said;
  return {
    ...say(step, tellerOf(step, told)),
    table: tableOf(step, told),
    citation: citation(step.ground, told.language),
  };
}

const openTexts = bilingual(
  {
    rounding: "Lagen säger inget om avrundning; det här är vår läsning.",
    key: "Nyckeln bestämmer medlemmarna själva.",
    spread: "Hur minskningar och överskott sprids säger källorna inte; vår läsning är i proportion, med golven kvar.",
    growth: "Ingen paragraf styr ökningstakten; den är förbundets egen plan.",
    capitalSteps: "Trappan är din egen; källan anger bara det första steget.",
    tolerance: "Toleransen är din egen.",
  } satisfies Record<Open, string>,
  {
    rounding: "The law says nothing about rounding; this is our reading.",
    key: "The key is for the members to agree on.",
    spread:
      "How reductions and left-over money are spread the sources do not say; our reading is in proportion, floors kept.",
    growth: "No paragraph governs the growth; it is the union's own plan.",
    capitalSteps: "The steps are your own; the source states only the first.",
    tolerance: "The tolerance is your own.",
  },
);

function citation({ sources = [], open = [] }: Ground, language: Language): string {
  const texts = openTexts(language);
  return [...(sources.length > 0 ? [`${cite(sources)}.`] : []), ...open.map((what) => texts[what])].join(" ");
}
