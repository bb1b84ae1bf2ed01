/*
 * Every error sentence, in both languages. A sentence names the argument, its place in the range, what it holds
 * and what is expected, and where it helps, what to do. Excel shows it on the cell.
 */
import {
  Problem,
  type Argument,
  type At,
  type Got,
  type Place,
  type ProblemCode,
  type Problems,
  type Size,
} from "../core/problem";
import { argumentNames } from "./arguments";
import { swedishWord } from "./choices";
import { currentLanguage, type Language } from "./language";
import { writtenNumber } from "./numbers";

type Sentences = { readonly [Code in ProblemCode]: (data: Problems[Code]) => string };

export function problemSentence(problem: Problem, language: Language = currentLanguage()): string {
  const sentences: Sentences = language === "sv" ? swedish : english;
  const sentence = sentences[problem.code] as (data: Problems[ProblemCode]) => string;
  return sentence(problem.data);
}

/** The same sentence about a field that has a name of its own, where there is no argument. */
export function fieldSentence<Code extends "notANumber" | "notFinite" | "notAYear" | "rateTooLow">(
  code: Code,
  data: Omit<Problems[Code], keyof At>,
  field: string,
  language: Language,
): string {
  return fieldProblemSentence(new Problem(code, { ...data, argument: "amount" } as Problems[Code]), field, language);
}

/** What a function says of an argument, of the field that this comes from, by the field's name. */
export function fieldProblemSentence(problem: Problem, field: string, language: Language): string {
  const data = { ...problem.data, place: undefined, field } as unknown as Problems[ProblemCode];
  return problemSentence(new Problem(problem.code, data), language);
}

interface Words {
  readonly name: (argument: Argument) => string;
  readonly row: string;
  readonly column: string;
  readonly truth: (value: boolean) => string;
  readonly text: (value: string) => string;
  readonly or: string;
  readonly from: string;
  readonly percentSign: string;
  readonly language: Language;
}

/** The parts that sentences of one language are put together from. */
function phrases(words: Words) {
  const number = (value: number) => writtenNumber(value, words.language);
  const inPlace = (place: Place | undefined) => {
    const row = place && place.rows > 1 ? [`${words.row} ${place.row}`] : [];
    const column = place && place.columns > 1 ? [`${words.column} ${place.column}`] : [];
    return [...row, ...column];
  };
  return {
    number,
    inPlace,
    at: ({ argument, place, field }: At & { readonly field?: string }) =>
      [field ?? words.name(argument), ...inPlace(place)].join(", "),
    name: words.name,
    size: ({ rows, columns }: Size) => `${number(rows)} × ${number(columns)}`,
    got: (value: Got) => {
      if (typeof value === "number") return number(value);
      if (typeof value === "boolean") return words.truth(value);
      // A text may be a whole page; the start of it is enough to find it by.
      return words.text(value.length > 40 ? `${value.slice(0, 39)}…` : value);
    },
    oneOf: (choices: readonly string[]) =>
      `${choices.slice(0, -1).join(", ")} ${words.or} ${choices[choices.length - 1]}`,
    /** 2006, 2012–2015, from 2016. */
    periods: (periods: readonly { from: number; to?: number }[]) =>
      periods
        .map(({ from, to }) => {
          if (to === undefined) return `${words.from} ${from}`;
          return from === to ? `${from}` : `${from}–${to}`;
        })
        .join(", "),
    percent: (value: number) => `${number(value * 100)}${words.percentSign}`,
    /** "1 row", "3 rows": `one` and `many` with the number before. */
    count: (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`,
  };
}

const sv = phrases({
  name: (argument) => argumentNames[argument],
  row: "rad",
  column: "kolumn",
  truth: (value) => (value ? "SANT" : "FALSKT"),
  text: (value) => `texten ”${value}”`,
  or: "eller",
  from: "från",
  percentSign: " %",
  language: "sv",
});

const swedish: Sentences = {
  missing: (p) => `${sv.at(p)} saknas: argumentet måste anges.`,
  notANumber: (p) => `${sv.at(p)}: ska vara ett tal, men är ${sv.got(p.got)}.`,
  notLogical: (p) => `${sv.at(p)}: ska vara SANT eller FALSKT, men är ${sv.got(p.got)}.`,
  unknownText: (p) =>
    `${sv.at(p)}: ska vara ${sv.oneOf(p.choices.map((choice) => `”${swedishWord[choice]}”`))}, men är ${sv.got(p.got)}.`,
  notFinite: (p) => `${sv.at(p)}: ska vara ett vanligt tal, men är oändligt.`,
  notOneValue: (p) =>
    `${sv.at(p)}: ska vara ett enda värde, men är ett område på ${sv.size(p.size)} (rader × kolumner).`,
  notAList: (p) =>
    `${sv.at(p)}: ska vara ett tal, en rad eller en kolumn, men är en tabell på ${sv.size(p.size)} (rader × kolumner).`,
  tooManyCells: (p) =>
    `${sv.at(p)}: området är ${sv.size(p.size)} (rader × kolumner); högst ${sv.number(p.most)} åt varje håll kan räknas.`,
  tooManyYears: (p) => `${sv.at(p)}: ${sv.number(p.got)} år är för många; högst ${sv.number(p.most)} kan räknas.`,
  negative: (p) => `${sv.at(p)}: ska vara 0 eller mer, men är ${sv.number(p.got)}.`,
  notPositive: (p) =>
    p.got === 0
      ? `${sv.at(p)}: ska vara över 0, men är 0 eller en tom cell.`
      : `${sv.at(p)}: ska vara över 0, men är ${sv.number(p.got)}.`,
  allZero: (p) => `${sv.at(p)}: alla värden är 0 eller tomma; minst ett måste vara över 0.`,
  outside: (p) =>
    `${sv.at(p)}: ska vara från ${sv.number(p.min)} till ${sv.number(p.max)} (0 till 100 %), men är ${sv.number(p.got)}.`,
  notWholeWithin: (p) =>
    `${sv.at(p)}: ska vara ett heltal från ${sv.number(p.min)} till ${sv.number(p.max)}, men är ${sv.number(p.got)}.`,
  notWhole: (p) => `${sv.at(p)}: ska vara ett heltal över 0, men är ${sv.number(p.got)}.`,
  rateTooLow: (p) => `${sv.at(p)}: ska vara mer än −100 %, men är ${sv.percent(p.got)}.`,
  sizesDisagree: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner) men ${sv.name(p.other)} är ${sv.size(p.otherSize)}; de ska vara lika stora.`,
  membersDisagree: (p) =>
    `${sv.at(p)} har ${sv.count(p.got, "värde", "värden")} men ${sv.name(p.other)} har ${sv.count(p.expected, "rad", "rader")}; det ska vara ett värde per rad.`,
  columnsDisagree: (p) =>
    `${sv.at(p)} har ${sv.count(p.got, "kolumn", "kolumner")} men ${sv.name(p.other)} har ${sv.number(p.expected)}; åren ska vara lika många.`,
  yearsDisagree: (p) => {
    const table = `${sv.at(p)}: tabellen är ${sv.size(p.size)} (rader × kolumner)`;
    if (p.direction === "one") return `${table}, men beloppet är ett enda; ange en rad eller en kolumn.`;
    const each = p.direction === "down" ? "en rad per år" : "en kolumn per år";
    return `${table}, men beloppet har ${sv.number(p.years)} år; ange ${each}, eller en enda rad eller kolumn för alla år.`;
  },
  ratesDisagree: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner); ange ett enda värde, ett per år (${sv.number(p.years)}), ett per belopp (${sv.number(p.amounts)}) eller en tabell med båda.`,
  yearsAmbiguous: (p) => {
    const question = `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner), och då kan åren stå åt båda hållen.`;
    return p.remedy === "amountsDown"
      ? `${question} Ställ beloppen i en kolumn i stället, så räknas åren åt höger.`
      : `${question} Ställ åren i en rad i stället, till exempel med TRANSPONERA.`;
  },
  yearsUnknown: (p) => `${sv.at(p)} saknas: ange antalet år, eller en ökning eller ett tak med ett värde per år.`,
  tooManyUnits: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} med enheten ${sv.number(p.unit)} blir fler enheter än 2^53, som är det mesta som kan räknas exakt. Välj en större enhet.`,
  regionDoesNotTakePart: (p) =>
    p.argument === "basis"
      ? `${sv.at(p)}: regionen kan inte anges när ${sv.name("withoutRegion")} är SANT.`
      : `${sv.at(p)} kan inte anges när ${sv.name("withoutRegion")} är SANT.`,
  neverBinds: (p) => `${sv.at(p)}: kommunen har vikten 0 och betalar inget, så den sätter aldrig taket.`,
  stepsNotTwoColumns: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner); ska vara två kolumner: gräns (gäller intäkter över den) och procentsats.`,
  stepsNotFromZero: (p) => `${sv.at(p)}: den första gränsen ska vara 0, men är ${sv.number(p.got)}.`,
  stepsNotAscending: (p) =>
    `${sv.at(p)}: gränserna ska stiga, men ${sv.number(p.got)} kommer efter ${sv.number(p.before)}.`,
  unknownStep: (p) =>
    `${sv.at(p)}: okänt steg; ange procentsatsen för intäkter över ${sv.number(p.above)} (behövs för ${sv.number(p.got)}).`,
  notAYear: (p) => `${sv.at(p)}: ska vara ett år, till exempel 2021, eller ett datum, men är ${sv.number(p.got)}.`,
  noValueForYear: (p) =>
    `${sv.at(p)}: ${swedishWord[p.name]} har inget känt värde för ${p.got}; kända år: ${sv.periods(p.known)}.`,
  capNeverReached: (p) => `${sv.at(p)}: taket nås aldrig, eller inte inom ${sv.number(p.most)} år.`,
  totalsBelongTogether: (p) =>
    `${sv.at(p)} saknas: ange alla tre av ${sv.name("needTotal")}, ${sv.name("populationTotal")} och ${sv.name("unions")}, eller ingen.`,
  totalBelowSum: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} är mindre än tabellens ${sv.number(p.sum)}; ange hela landets tal.`,
  baseGrantsNotCovered: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} räcker inte till en ${sv.name("baseGrant")} på ${sv.number(p.baseGrant)} vardera för ${sv.number(p.unions)} förbund. Är det ena i kr och det andra i tkr?`,
  resultTooLarge: (p) => `${["Resultatet", ...sv.inPlace(p.place)].join(", ")}: större än Excel kan räkna.`,
  unexpected: (p) => `Ett fel i FINSAM, inte i ditt blad: ${p.error}. Anmäl det gärna tillsammans med formeln.`,
};

const en = phrases({
  name: (argument) => argument,
  row: "row",
  column: "column",
  truth: (value) => (value ? "TRUE" : "FALSE"),
  text: (value) => `the text "${value}"`,
  or: "or",
  from: "from",
  percentSign: "%",
  language: "en",
});

const english: Sentences = {
  missing: (p) => `${en.at(p)} is missing: the argument must be given.`,
  notANumber: (p) => `${en.at(p)}: expected a number, got ${en.got(p.got)}.`,
  notLogical: (p) => `${en.at(p)}: expected TRUE or FALSE, got ${en.got(p.got)}.`,
  unknownText: (p) =>
    `${en.at(p)}: expected ${en.oneOf(p.choices.map((choice) => `"${choice}"`))}, got ${en.got(p.got)}.`,
  notFinite: (p) => `${en.at(p)}: expected an ordinary number, got an infinite one.`,
  notOneValue: (p) => `${en.at(p)}: expected a single value, got a range of ${en.size(p.size)} (rows × columns).`,
  notAList: (p) =>
    `${en.at(p)}: expected a number, a row or a column, got a table of ${en.size(p.size)} (rows × columns).`,
  tooManyCells: (p) =>
    `${en.at(p)}: the range is ${en.size(p.size)} (rows × columns); at most ${en.number(p.most)} either way can be computed.`,
  tooManyYears: (p) =>
    `${en.at(p)}: ${en.number(p.got)} years are too many; at most ${en.number(p.most)} can be computed.`,
  negative: (p) => `${en.at(p)}: expected 0 or more, got ${en.number(p.got)}.`,
  notPositive: (p) =>
    p.got === 0
      ? `${en.at(p)}: expected a number above 0, got 0 or a blank cell.`
      : `${en.at(p)}: expected a number above 0, got ${en.number(p.got)}.`,
  allZero: (p) => `${en.at(p)}: all values are 0 or blank; at least one must be above 0.`,
  outside: (p) =>
    `${en.at(p)}: expected a number from ${en.number(p.min)} to ${en.number(p.max)} (0 to 100%), got ${en.number(p.got)}.`,
  notWholeWithin: (p) =>
    `${en.at(p)}: expected a whole number from ${en.number(p.min)} to ${en.number(p.max)}, got ${en.number(p.got)}.`,
  notWhole: (p) => `${en.at(p)}: expected a whole number above 0, got ${en.number(p.got)}.`,
  rateTooLow: (p) => `${en.at(p)}: expected more than −100%, got ${en.percent(p.got)}.`,
  sizesDisagree: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns) but ${en.name(p.other)} is ${en.size(p.otherSize)}; they must be the same size.`,
  membersDisagree: (p) =>
    `${en.at(p)} has ${en.count(p.got, "value", "values")} but ${en.name(p.other)} has ${en.count(p.expected, "row", "rows")}; expected one value per row.`,
  columnsDisagree: (p) =>
    `${en.at(p)} has ${en.count(p.got, "column", "columns")} but ${en.name(p.other)} has ${en.number(p.expected)}; expected as many years.`,
  yearsDisagree: (p) => {
    const table = `${en.at(p)}: the table is ${en.size(p.size)} (rows × columns)`;
    if (p.direction === "one") return `${table}, but there is a single amount; give a row or a column.`;
    const each = p.direction === "down" ? "one row per year" : "one column per year";
    return `${table}, but the amount has ${en.count(p.years, "year", "years")}; give ${each}, or a single row or column for all years.`;
  },
  ratesDisagree: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns); expected a single value, one per year (${en.number(p.years)}), one per amount (${en.number(p.amounts)}), or a table of both.`,
  yearsAmbiguous: (p) => {
    const question = `${en.at(p)} is ${en.size(p.size)} (rows × columns), so the years could run either way.`;
    return p.remedy === "amountsDown"
      ? `${question} Put the amounts in a column instead, and the years run across.`
      : `${question} Put the years in a row instead, for example with TRANSPOSE.`;
  },
  yearsUnknown: (p) => `${en.at(p)} is missing: give the number of years, or a rate or cap with one value per year.`,
  tooManyUnits: (p) =>
    `${en.at(p)}: ${en.number(p.got)} with the unit ${en.number(p.unit)} makes more units than 2^53, the most that can be computed exactly. Choose a larger unit.`,
  regionDoesNotTakePart: (p) =>
    p.argument === "basis"
      ? `${en.at(p)}: the region cannot be named where ${en.name("withoutRegion")} is TRUE.`
      : `${en.at(p)} cannot be given where ${en.name("withoutRegion")} is TRUE.`,
  neverBinds: (p) => `${en.at(p)}: the municipality has weight 0 and pays nothing, so it never binds.`,
  stepsNotTwoColumns: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns); expected two columns: a limit (for income above it) and a rate.`,
  stepsNotFromZero: (p) => `${en.at(p)}: the first limit must be 0, got ${en.number(p.got)}.`,
  stepsNotAscending: (p) =>
    `${en.at(p)}: limits must ascend, but ${en.number(p.got)} comes after ${en.number(p.before)}.`,
  unknownStep: (p) =>
    `${en.at(p)}: unknown step; give the rate for income above ${en.number(p.above)} (needed for ${en.number(p.got)}).`,
  notAYear: (p) => `${en.at(p)}: expected a year, such as 2021, or a date, got ${en.number(p.got)}.`,
  noValueForYear: (p) => `${en.at(p)}: ${p.name} has no known value for ${p.got}; known years: ${en.periods(p.known)}.`,
  capNeverReached: (p) => `${en.at(p)}: the cap is never reached, or not within ${en.number(p.most)} years.`,
  totalsBelongTogether: (p) =>
    `${en.at(p)} is missing: give all three of ${en.name("needTotal")}, ${en.name("populationTotal")} and ${en.name("unions")}, or none.`,
  totalBelowSum: (p) =>
    `${en.at(p)}: ${en.number(p.got)} is less than the table's ${en.number(p.sum)}; give the whole country's number.`,
  baseGrantsNotCovered: (p) =>
    `${en.at(p)}: ${en.number(p.got)} does not cover a ${en.name("baseGrant")} of ${en.number(p.baseGrant)} each for ${en.count(p.unions, "union", "unions")}. Is one in kr and the other in tkr?`,
  resultTooLarge: (p) => `${["The result", ...en.inPlace(p.place)].join(", ")}: larger than Excel can compute.`,
  unexpected: (p) => `A fault in FINSAM, not in your sheet: ${p.error}. Please report it together with the formula.`,
};
