/*
 * What a step came to, in one sentence that can stand by itself: for the steps whose own sentences do not end in one.
 * Undefined where the step is told of all lines alike; then its last sentence has to do.
 */
import type { Step } from "../../core/trace";
import type { Language } from "../catalogue";
import { capital, lineOf, type Teller } from "./teller";
import { parameterTitles } from "./words";

type AnsweredCode =
  | "apportioned"
  | "divided"
  | "grantUnits"
  | "askedTooMuch"
  | "deviation"
  | "grown"
  | "yearsToCap"
  | "slices"
  | "parameter"
  | "cited";

type Answers = {
  readonly [Code in AnsweredCode]: (step: Step<Code>, teller: Teller) => string | undefined;
};

/** Steps that say it first, and then more about it. */
const saidFirst: ReadonlySet<string> = new Set(["rounded", "lowest", "roundedDown"]);

/** `text` is what the step says. */
export function answerOf(step: Step, text: readonly string[], t: Teller, language: Language): string {
  const answers: Partial<Record<string, (step: never, teller: Teller) => string | undefined>> =
    language === "sv" ? swedish : english;
  const own = answers[step.code]?.(step as never, t);
  return own ?? (saidFirst.has(step.code) ? text[0]! : text[text.length - 1]!);
}

/** A row of parts that are rounded down and add up, as texts. */
function partOf(step: Step<"apportioned" | "grantUnits">, t: Teller) {
  if (t.row === undefined) return undefined;
  const { decimals } = lineOf(step);
  const { share, down, remainder, extra } = step.rows[t.row]!;
  return {
    who: capital(t.who(t.row)),
    result: t.n(step.result[t.row]!),
    isEven: remainder === 0 && extra === 0,
    share: t.fixed(share, decimals),
    down: t.n(down),
    remainder: t.fixed(remainder, decimals),
    /** How much it got of what was left, in the sheet's unit. */
    more: extra * step.unit,
  };
}

const swedish: Answers = {
  apportioned: (step, t) => {
    const part = partOf(step, t);
    if (!part) return undefined;
    const { who, result, isEven, share, down, remainder, more } = part;
    if (isEven) return `${who} får precis sin del, ${result}.`;
    const rest = more === 0 ? "ger inget mer" : `ger ${more === 1 ? "en" : t.n(more)} till`;
    return `${who} får ${result}: exakt ${share} är ${down} avrundat nedåt, och resten ${remainder} ${rest}.`;
  },
  grantUnits: (step, t) => {
    const part = partOf(step, t);
    if (!part) return undefined;
    const { who, result, isEven, share, down, remainder, more } = part;
    if (step.result[t.row!] === step.rows[t.row!]!.most) return `${who} får ${result}, allt som söktes.`;
    if (isEven) return `${who} får precis sin del, ${result}.`;
    const rest = more === 0 ? "ger inget mer" : `ger ${more === 1 ? "en" : t.n(more)} till`;
    return `${who} får ${result}: exakt ${share} är ${down} avrundat nedåt, och resten ${remainder} ${rest}.`;
  },
  divided: ({ rows, result }, t) => {
    if (t.row === undefined) return undefined;
    const { share, nearest } = rows[t.row]!;
    const start = `${capital(t.who(t.row))} får ${t.n(result[t.row]!)}: exakt ${t.n(share)}`;
    if (result[t.row] === nearest) return `${start}, avrundat till närmaste.`;
    return `${start} avrundas till ${t.n(nearest)}, men delarna måste gå ihop.`;
  },
  askedTooMuch: ({ total, whose, result }, t) =>
    `Budgeten ${t.n(total)} skulle kräva mer av ${t.backer(whose)} än erbjudandet, så nästa lägre prövas: ${t.n(result)}.`,
  deviation: ({ paid, deviation, tolerance, result }, t) => {
    if (deviation === 0) return undefined;
    const off = `Betalat är ${t.n(paid)}, ${t.n(Math.abs(deviation))} för ${deviation > 0 ? "mycket" : "lite"}`;
    if (tolerance === 0) return `${off}.`;
    return `${off}, ${result === 0 ? "men inom" : "mer än"} toleransen ${t.n(tolerance)}.`;
  },
  grown: ({ from, rate, grown, cap, isCapped }, t) => {
    if (cap === undefined) return undefined;
    const sum = `${t.n(from)} ${rate < 0 ? "−" : "+"} ${t.p(Math.abs(rate))} = ${t.n(grown)}`;
    if (!isCapped) return `${sum}, under taket ${t.n(cap)}.`;
    return `${sum}${grown > cap ? `, över taket ${t.n(cap)}, som därför gäller` : ", som är taket"}.`;
  },
  yearsToCap: ({ rate, cap, before, result }, t) =>
    before === undefined
      ? undefined
      : `Efter ${t.n(result)} ${result === 1 ? "ökning" : "ökningar"} med ${t.p(rate)} är taket ${t.n(cap)} nått.`,
  slices: ({ income, result }, t) => `Intäkten ${t.n(income)} ger, skikt för skikt, ${t.n(result)}.`,
  parameter: (step, t) => `${parameterTitles("sv")[step.name]} ${step.year}: ${valueOf(step, t)}.`,
  cited: ({ name, year, result }) => `${parameterTitles("sv")[name]} ${year}: ${result}.`,
};

const english: Answers = {
  apportioned: (step, t) => {
    const part = partOf(step, t);
    if (!part) return undefined;
    const { who, result, isEven, share, down, remainder, more } = part;
    const isPlural = step.rows[t.row!]!.party === "municipal";
    const gets = isPlural ? "get" : "gets";
    if (isEven) return `${who} ${gets} exactly ${isPlural ? "their" : "its"} part, ${result}.`;
    const rest = more === 0 ? "gives no more" : `gives ${more === 1 ? "one" : t.n(more)} more`;
    return `${who} ${gets} ${result}: exactly ${share} is ${down} rounded down, and the remainder ${remainder} ${rest}.`;
  },
  grantUnits: (step, t) => {
    const part = partOf(step, t);
    if (!part) return undefined;
    const { who, result, isEven, share, down, remainder, more } = part;
    if (step.result[t.row!] === step.rows[t.row!]!.most) return `${who} gets ${result}, all that was requested.`;
    if (isEven) return `${who} gets exactly its part, ${result}.`;
    const rest = more === 0 ? "gives no more" : `gives ${more === 1 ? "one" : t.n(more)} more`;
    return `${who} gets ${result}: exactly ${share} is ${down} rounded down, and the remainder ${remainder} ${rest}.`;
  },
  divided: ({ rows, result }, t) => {
    if (t.row === undefined) return undefined;
    const { share, nearest } = rows[t.row]!;
    const start = `${capital(t.who(t.row))} gets ${t.n(result[t.row]!)}: exactly ${t.n(share)}`;
    if (result[t.row] === nearest) return `${start}, rounded to the nearest.`;
    return `${start} rounds to ${t.n(nearest)}, but the parts must add up.`;
  },
  askedTooMuch: ({ total, whose, result }, t) =>
    `A budget of ${t.n(total)} would ask more of ${t.backer(whose)} than the offer, so the next lower is tried: ${t.n(result)}.`,
  deviation: ({ paid, deviation, tolerance, result }, t) => {
    if (deviation === 0) return undefined;
    const off = `What is paid is ${t.n(paid)}, ${t.n(Math.abs(deviation))} too ${deviation > 0 ? "much" : "little"}`;
    if (tolerance === 0) return `${off}.`;
    return `${off}, ${result === 0 ? "but within" : "more than"} the tolerance of ${t.n(tolerance)}.`;
  },
  grown: ({ from, rate, grown, cap, isCapped }, t) => {
    if (cap === undefined) return undefined;
    const sum = `${t.n(from)} ${rate < 0 ? "−" : "+"} ${t.p(Math.abs(rate))} = ${t.n(grown)}`;
    if (!isCapped) return `${sum}, below the cap of ${t.n(cap)}.`;
    return `${sum}${grown > cap ? `, above the cap of ${t.n(cap)}, which applies` : ", which is the cap"}.`;
  },
  yearsToCap: ({ rate, cap, before, result }, t) =>
    before === undefined
      ? undefined
      : `After ${t.n(result)} ${result === 1 ? "increase" : "increases"} of ${t.p(rate)} the cap of ${t.n(cap)} is reached.`,
  slices: ({ income, result }, t) => `The income ${t.n(income)} gives, slice by slice, ${t.n(result)}.`,
  parameter: (step, t) => `${parameterTitles("en")[step.name]} ${step.year}: ${valueOf(step, t)}.`,
  cited: ({ name, year, result }) => `${parameterTitles("en")[name]} ${year}: ${result}.`,
};

/** Units of amounts are called the same in both languages. */
function valueOf({ unit, result }: Step<"parameter">, t: Teller): string {
  return unit === "share" ? t.p(result) : `${t.n(result)} ${unit}`;
}
