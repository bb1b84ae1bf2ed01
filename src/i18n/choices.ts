/*
 * The Swedish words for texts that an argument chooses between. The first is the one shown; all are understood,
 * beside the English ones, which are the names in code.
 */
import type { Method } from "../core/apportion";
import type { AmountUnit, PublicName } from "../core/param";
import type { Basis } from "../core/shares";

type Words<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>;

export const basisWords: Words<Basis> = {
  total: ["totalt"],
  state: ["staten", "stat"],
  region: ["regionen"],
  municipal: ["kommunerna", "kommun", "kommunen", "kommuner"],
};

export const methodWords: Words<Method> = {
  largestRemainder: ["störstRest", "största resten"],
  sainteLague: ["uddaTal", "udda tal", "sainte-laguë"],
};

export const amountUnitWords: Words<AmountUnit> = {
  kr: ["kr", "kronor"],
  tkr: ["tkr", "tusen kronor"],
  mnkr: ["mnkr", "miljoner kronor"],
};

export const parameterWords: Words<PublicName> = {
  stateShare: ["statensAndel", "statens andel"],
  regionShare: ["regionensAndel", "regionens andel"],
  municipalShare: ["kommunernasAndel", "kommunernas andel"],
  baseGrant: ["grundtilldelning", "grundbidrag"],
  needWeight: ["behovsvikt"],
  populationWeight: ["invånarvikt", "befolkningsvikt"],
  maxDecrease: ["störstaMinskning", "största minskning", "10-procentsspärren"],
  ownCapitalRate: ["egetKapitalAndel", "eget kapital, andel"],
  ownCapitalLimit: ["egetKapitalGräns", "eget kapital, gräns"],
  appropriation: ["anslag"],
};

/** The Swedish word shown for a value, whatever argument it belongs to. */
export const swedishWord: Readonly<Record<string, string>> = Object.fromEntries(
  [basisWords, methodWords, amountUnitWords, parameterWords].flatMap((words) =>
    Object.entries(words).map(([value, [shown]]) => [value, shown]),
  ),
);

/** The other way round, for the words that are shown; what else our functions understand they are given as it is. */
export const englishWord: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(swedishWord).map(([value, shown]) => [shown, value]),
);
