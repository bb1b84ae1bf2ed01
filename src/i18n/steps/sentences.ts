/*
 * The shape of what is said about a step: a language that lacks a step does not compile.
 */
import type { Step, StepCode } from "../../core/trace";
import type { Teller } from "./teller";

export interface Said {
  readonly heading: string;
  /** Sentences, to be read one after the other. */
  readonly text: readonly string[];
}

export type Sentences = {
  readonly [Code in StepCode]: (step: Step<Code>, teller: Teller) => Said;
};
