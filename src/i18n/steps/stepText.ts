/*
 * What a step says to a reader: heading, sentences, a table where there are several rows, and what it rests on. As
 * data: who shows it decides how it looks.
 */
import { cite } from "../../core/parameters/cite";
import type { Open, Step } from "../../core/trace";
import { bilingual } from "../texts";
import { answerOf } from "./answers";
import { english } from "./en";
import type { Said } from "./sentences";
import { swedish } from "./sv";
import { tableOf, type StepTable } from "./tables";
import { tellerOf, type Teller, type Told } from "./teller";

export interface StepText extends Said {
  /** What it came to, in a sentence that can stand by itself. */
  readonly answer: string;
  readonly table?: StepTable | undefined;
  /** The paragraph or document that it rests on, in Swedish whatever the reader's language. */
  readonly source?: string | undefined;
  /** What that leaves open. */
  readonly open: readonly string[];
}

export function stepText(step: Step, told: Told): StepText {
  const { language } = told;
  const teller = tellerOf(step, told);
  const sentences = language === "sv" ? swedish : english;
  const say = sentences[step.code] as (step: Step, teller: Teller) => Said;
  const said = say(step, teller);
  const { sources = [], open = [] } = step.ground;
  return {
    ...said,
    answer: answerOf(step, said.text, teller, language),
    table: tableOf(step, told),
    source: sources.length > 0 ? `${cite(sources)}.` : undefined,
    open: open.map((what) => openTexts(language)[what]),
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
