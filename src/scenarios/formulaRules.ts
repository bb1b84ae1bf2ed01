/*
 * What a formula of a plan may hold. FAST: no number typed into it, as nobody finds or changes a number there;
 * 0, 1, TRUE, FALSE and the names of choices ("state") are no figures of anybody's budget.
 */
import type { Formula, Reference } from "./plan";

/** A text in quotes, a word (a function, TRUE), or a number. */
const tokens = /"(?:[^"]|"")*"|[\p{L}_][\p{L}\d_.]*|(\d*\.?\d+(?:[eE][+-]?\d+)?%?)/gu;

/** The first number typed into the formula, other than 0 and 1; undefined where there is none. */
export function typedNumber(formula: Formula): string | undefined {
  const own = formula.strings
    .flatMap((string) => [...string.matchAll(tokens)])
    .map((match) => match[1])
    .find((number) => number !== undefined && number !== "0" && number !== "1");
  if (own !== undefined) return own;
  return formula.parts.map((part) => (part.kind === "formula" ? typedNumber(part) : undefined)).find(Boolean);
}

/** Their answer is a table, whatever they are given. */
const spilling = ["SPLIT", "ALLOCATE", "ESCALATE", "CEILINGS", "CHECK", "STATEMAX", "STATEGRANT"];
/** Their answer is a table where they are given one. */
const elementwise = ["TOTAL", "YEARSTOCAP", "RATETOCAP", "PARAM", "SOURCE"];

/** Whether the formula is a call that can return more than one cell. */
export function undeclaredSpill(formula: Formula, isSingle: (reference: Reference) => boolean): boolean {
  const called = /^=FINSAM\.([A-Z]+)\(/.exec(formula.strings[0] ?? "")?.[1];
  if (called === undefined) return isWholeRange(formula, isSingle);
  if (spilling.includes(called)) return true;
  return elementwise.includes(called) && formula.parts.some((part) => part.kind === "reference" && !isSingle(part));
}

/** A bare reference to several cells shows them all. */
function isWholeRange({ strings, parts }: Formula, isSingle: (reference: Reference) => boolean): boolean {
  const [part] = parts;
  return strings.join("") === "=" && part?.kind === "reference" && !isSingle(part);
}
