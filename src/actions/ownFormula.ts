/*
 * A formula with functions of ours, as Excel shows it: which functions, whether Excel knows them, and how it is
 * entered again. A function that Excel does not know is shown as it is stored, _xldudf_FINSAM_SPLIT, now and then as
 * if it belonged to another add-in: 'C:\Budget.xla'!_xldudf_FINSAM_SPLIT.
 */
import { tokenize, type Token } from "@borgar/fx";
import * as definitions from "../functions/definitions";
import { functionName, isOurs, mayBeOurs } from "../xlsx/functionName";

export interface OwnFormula {
  /** Our functions in it that exist, such as "SPLIT". */
  readonly functions: readonly string[];
  /** Names that look like ours and are none, such as "FINSAM.SPLT". */
  readonly unknown: readonly string[];
  /** At least one name is shown as it is stored: Excel has lost the add-in. */
  readonly isLost: boolean;
  /** A reference in it is #REF!: what it referred to has been deleted. */
  readonly isCutOff: boolean;
  /** The references, with their sheets where they name any. */
  readonly references: readonly string[];
}

const stored = /^(_xlfn\.|_xlws\.|_xll\.)*_xldudf_/i;
const ids: ReadonlySet<string> = new Set(Object.keys(definitions));

/** Undefined where no function of ours is called. */
export function readOwnFormula(formula: string): OwnFormula | undefined {
  if (!mayBeOurs.test(formula)) return undefined;
  const tokens = tokenize(formula);
  const called = tokens.filter(isOwnCall).map(({ value }) => functionName(value).slice("FINSAM.".length));
  if (called.length === 0) return undefined;
  return {
    functions: called.filter((id) => ids.has(id)),
    unknown: called.filter((id) => !ids.has(id)).map((id) => `FINSAM.${id}`),
    isLost: tokens.some((token) => isOwnCall(token) && stored.test(token.value)),
    isCutOff: tokens.some(({ type, value }) => type === "error" && value.toUpperCase() === "#REF!"),
    references: rangesOf(tokens),
  };
}

/** The references of any formula. */
export function referencesIn(formula: string): readonly string[] {
  return rangesOf(tokenize(formula));
}

function rangesOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ type }) => type === "range" || type === "range_beam").map(({ value }) => value);
}

/** The formula with our functions by the names that a user types. */
export function asTyped(formula: string): string {
  const pieces: string[] = [];
  for (const token of tokenize(formula)) {
    if (isOwnCall(token) && stored.test(token.value)) {
      dropOwner(pieces);
      pieces.push(functionName(token.value));
    } else pieces.push(token.value);
  }
  return pieces.join("");
}

function isOwnCall({ type, value }: Token): boolean {
  return type === "func" && isOurs(functionName(value));
}

/**
 * Takes away another add-in's name, and the @ that Excel puts before a function of such a one: "@'C:\Budget.xla'!",
 * "[2]!".
 */
function dropOwner(pieces: string[]): void {
  if (pieces.at(-1) !== "!") return;
  pieces.pop();
  if (pieces.at(-1) === "]") while (pieces.length > 0 && pieces.pop() !== "[");
  else pieces.pop();
  if (pieces.at(-1) === "@") pieces.pop();
}
