/*
 * Every error sentence, in both languages. A sentence names the argument, its place in the range, what it holds
 * and what is expected, and where it helps, what to do. Excel shows it on the cell.
 */
import type { Argument, Got, Place, Problem, ProblemCode, Problems, Size } from "../core/problem";
import { argumentNames } from "./arguments";
import { swedishWord } from "./choices";
import { currentLanguage, type Language } from "./language";

type Sentences = { readonly [Code in ProblemCode]: (data: Problems[Code]) => string };

export function problemSentence(problem: Problem, language: Language = currentLanguage()): string {
  const sentences: Sentences = language === "sv" ? swedish : english;
  const sentence = sentences[problem.code] as (data: Problems[ProblemCode]) => string;
  return sentence(problem.data);
}

interface Words {
  readonly name: (argument: Argument) => string;
  readonly row: string;
  readonly column: string;
  readonly truth: (value: boolean) => string;
  readonly text: (value: string) => string;
  readonly locale: string;
}

const wordsEn: Words = {
  name: (argument) => argument,
  row: "row",
  column: "column",
  truth: (value) => (value ? "TRUE" : "FALSE"),
  text: (value) => `the text "${value}"`,
  locale: "en-US",
};

const wordsSv: Words = {
  name: (argument) => argumentNames[argument],
  row: "rad",
  column: "kolumn",
  truth: (value) => (value ? "SANT" : "FALSKT"),
  text: (value) => `texten ”${value}”`,
  locale: "sv-SE",
};

/** The parts that sentences of one language are put together from. */
function phrases(words: Words) {
  const number = (value: number) => value.toLocaleString(words.locale, { maximumSignificantDigits: 15 });
  const at = ({ argument, place }: { argument: Argument; place?: Place }) => {
    const name = words.name(argument);
    if (!place) return name;
    const row = place.rows > 1 ? [`${words.row} ${place.row}`] : [];
    const column = place.columns > 1 ? [`${words.column} ${place.column}`] : [];
    return [name, ...row, ...column].join(", ");
  };
  return {
    number,
    at,
    name: words.name,
    size: ({ rows, columns }: Size) => `${rows} × ${columns}`,
    got: (value: Got) => {
      if (typeof value === "number") return number(value);
      // A text may be a whole page; the start of it is enough to find it by.
      return typeof value === "boolean"
        ? words.truth(value)
        : words.text(value.length > 40 ? `${value.slice(0, 39)}…` : value);
    },
    /** 2006, 2012–2015, 2016– for years that have no end yet. */
    periods: (periods: readonly { from: number; to?: number }[]) =>
      periods.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to ?? ""}`)).join(", "),
    percent: (value: number) => `${number(value * 100)} %`,
  };
}

const sv = phrases(wordsSv);
const en = phrases(wordsEn);

const swedish: Sentences = {
  missing: (p) => `${sv.at(p)} saknas: argumentet måste anges.`,
  notANumber: (p) => `${sv.at(p)}: väntade ett tal, fick ${sv.got(p.got)}.`,
  notLogical: (p) => `${sv.at(p)}: väntade SANT eller FALSKT, fick ${sv.got(p.got)}.`,
  unknownText: (p) =>
    `${sv.at(p)}: väntade ${p.choices.map((c) => `”${swedishWord[c]}”`).join(", ")}, fick ${sv.got(p.got)}.`,
  notFinite: (p) => `${sv.at(p)}: talet är oändligt; väntade ett vanligt tal.`,
  notOneValue: (p) => `${sv.at(p)}: väntade ett enda värde, fick ett område på ${sv.size(p.size)} (rader × kolumner).`,
  notAList: (p) =>
    `${sv.at(p)}: väntade ett tal, en rad eller en kolumn, fick en tabell på ${sv.size(p.size)} (rader × kolumner).`,
  tooManyCells: (p) =>
    `${sv.at(p)}: området är ${sv.size(p.size)} (rader × kolumner); högst ${sv.number(p.most)} åt varje håll går att räkna.`,
  tooManyYears: (p) => `${sv.at(p)}: ${sv.number(p.got)} år är för många; högst ${sv.number(p.most)} går att räkna.`,
  negative: (p) => `${sv.at(p)}: väntade 0 eller mer, fick ${sv.number(p.got)}.`,
  notPositive: (p) =>
    p.got === 0
      ? `${sv.at(p)}: väntade ett tal över 0, fick 0 eller en tom cell.`
      : `${sv.at(p)}: väntade ett tal över 0, fick ${sv.number(p.got)}.`,
  allZero: (p) => `${sv.at(p)}: alla värden är 0 eller tomma; minst ett måste vara över 0.`,
  outside: (p) =>
    `${sv.at(p)}: väntade ett tal från ${sv.number(p.min)} till ${sv.number(p.max)}, fick ${sv.number(p.got)}.`,
  notWholeWithin: (p) =>
    `${sv.at(p)}: väntade ett heltal från ${sv.number(p.min)} till ${sv.number(p.max)}, fick ${sv.number(p.got)}.`,
  notWhole: (p) => `${sv.at(p)}: väntade ett heltal över 0, fick ${sv.number(p.got)}.`,
  rateTooLow: (p) => `${sv.at(p)}: väntade mer än −100 %, fick ${sv.percent(p.got)}.`,
  sizesDisagree: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner) men ${sv.name(p.other)} är ${sv.size(p.otherSize)}; de ska vara lika stora.`,
  yearsDisagree: (p) =>
    `${sv.at(p)}: tabellen är ${sv.size(p.size)} (rader × kolumner), men beloppet har ${sv.number(p.years)} år; väntade en kolumn per år, eller en enda kolumn.`,
  ratesDisagree: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner); väntade ett enda värde, ett per år (${sv.number(p.years)}), ett per belopp (${sv.number(p.amounts)}) eller en tabell med båda.`,
  membersDisagree: (p) =>
    `${sv.at(p)} har ${sv.number(p.got)} värden men ${sv.name(p.other)} har ${sv.number(p.expected)} rader; väntade ett värde per rad.`,
  columnsDisagree: (p) =>
    `${sv.at(p)} har ${sv.number(p.got)} kolumner men ${sv.name(p.other)} har ${sv.number(p.expected)}; väntade lika många år.`,
  yearsAmbiguous: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)}, och när åren står i en kolumn går det inte att se vad som är år. Ställ åren i en rad i stället, till exempel med TRANSPONERA.`,
  yearsUnknown: (p) => `${sv.at(p)} saknas: ange antalet år, eller en ökning eller ett tak med ett värde per år.`,
  tooManyUnits: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} med enheten ${sv.number(p.unit)} blir fler enheter än 2^53, som är det mesta som går att räkna exakt. Välj en större enhet.`,
  regionDoesNotTakePart: (p) =>
    p.argument === "basis"
      ? `${sv.at(p)}: regionen kan inte anges när ${sv.name("withoutRegion")} är SANT.`
      : `${sv.at(p)} kan inte anges när ${sv.name("withoutRegion")} är SANT.`,
  neverBinds: (p) => `${sv.at(p)}: kommunen har vikten 0 och betalar inget, så den sätter aldrig taket.`,
  stepsNotTwoColumns: (p) =>
    `${sv.at(p)} är ${sv.size(p.size)} (rader × kolumner); väntade två kolumner: intäkt över vilken procentsatsen gäller, och procentsatsen.`,
  stepsNotFromZero: (p) => `${sv.at(p)}: den första gränsen ska vara 0, fick ${sv.number(p.got)}.`,
  stepsNotAscending: (p) =>
    `${sv.at(p)}: gränserna ska stiga, men ${sv.number(p.got)} kommer efter ${sv.number(p.before)}.`,
  unknownStep: (p) =>
    `${sv.at(p)}: okänt steg; ange procentsatsen för intäkter över ${sv.number(p.above)}, som ${sv.number(p.got)} behöver.`,
  notAYear: (p) => `${sv.at(p)}: väntade ett år, till exempel 2021, eller ett datum, fick ${sv.number(p.got)}.`,
  noValueForYear: (p) =>
    `${sv.at(p)}: ${swedishWord[p.name]} har inget känt värde för ${p.got}; kända år: ${sv.periods(p.known)}.`,
  capNeverReached: (p) => `${sv.at(p)}: taket nås aldrig, eller inte inom ${sv.number(p.most)} år.`,
  totalsBelongTogether: (p) =>
    `${sv.at(p)} saknas: ${sv.name("needTotal")}, ${sv.name("populationTotal")} och ${sv.name("unions")} anges alla tre eller inte alls.`,
  totalBelowSum: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} är mindre än tabellens ${sv.number(p.sum)}; väntade hela landets tal, minst lika stort.`,
  baseGrantsNotCovered: (p) =>
    `${sv.at(p)}: ${sv.number(p.got)} räcker inte till ${sv.name("baseGrant")} ${sv.number(p.baseGrant)} för ${sv.number(p.unions)} förbund. Är det ena i kr och det andra i tkr?`,
  resultTooLarge: () => "Resultatet är större än Excel kan räkna.",
  unexpected: (p) => `Ett fel i FINSAM, inte i ditt blad: ${p.error}. Anmäl det gärna tillsammans med formeln.`,
};

const english: Sentences = {
  missing: (p) => `${en.at(p)} is missing: the argument must be given.`,
  notANumber: (p) => `${en.at(p)}: expected a number, got ${en.got(p.got)}.`,
  notLogical: (p) => `${en.at(p)}: expected TRUE or FALSE, got ${en.got(p.got)}.`,
  unknownText: (p) => `${en.at(p)}: expected ${p.choices.map((c) => `"${c}"`).join(", ")}, got ${en.got(p.got)}.`,
  notFinite: (p) => `${en.at(p)}: the number is infinite; expected an ordinary number.`,
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
    `${en.at(p)}: expected a number from ${en.number(p.min)} to ${en.number(p.max)}, got ${en.number(p.got)}.`,
  notWholeWithin: (p) =>
    `${en.at(p)}: expected a whole number from ${en.number(p.min)} to ${en.number(p.max)}, got ${en.number(p.got)}.`,
  notWhole: (p) => `${en.at(p)}: expected a whole number above 0, got ${en.number(p.got)}.`,
  rateTooLow: (p) => `${en.at(p)}: expected more than −100 %, got ${en.percent(p.got)}.`,
  sizesDisagree: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns) but ${en.name(p.other)} is ${en.size(p.otherSize)}; they must be the same size.`,
  yearsDisagree: (p) =>
    `${en.at(p)}: the table is ${en.size(p.size)} (rows × columns), but the amount has ${en.number(p.years)} years; expected one column per year, or a single column.`,
  ratesDisagree: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns); expected a single value, one per year (${en.number(p.years)}), one per amount (${en.number(p.amounts)}), or a table of both.`,
  membersDisagree: (p) =>
    `${en.at(p)} has ${en.number(p.got)} values but ${en.name(p.other)} has ${en.number(p.expected)} rows; expected one value per row.`,
  columnsDisagree: (p) =>
    `${en.at(p)} has ${en.number(p.got)} columns but ${en.name(p.other)} has ${en.number(p.expected)}; expected as many years.`,
  yearsAmbiguous: (p) =>
    `${en.at(p)} is ${en.size(p.size)}, and where the years stand in a column it cannot be told which way they run. Put the years in a row instead, for example with TRANSPOSE.`,
  yearsUnknown: (p) => `${en.at(p)} is missing: give the number of years, or a rate or cap with one value per year.`,
  tooManyUnits: (p) =>
    `${en.at(p)}: ${en.number(p.got)} with the unit ${en.number(p.unit)} makes more units than 2^53, the most that can be computed exactly. Choose a larger unit.`,
  regionDoesNotTakePart: (p) =>
    p.argument === "basis"
      ? `${en.at(p)}: the region cannot be named where ${en.name("withoutRegion")} is TRUE.`
      : `${en.at(p)} cannot be given where ${en.name("withoutRegion")} is TRUE.`,
  neverBinds: (p) => `${en.at(p)}: the municipality has weight 0 and pays nothing, so it never binds.`,
  stepsNotTwoColumns: (p) =>
    `${en.at(p)} is ${en.size(p.size)} (rows × columns); expected two columns: income above which the rate applies, and the rate.`,
  stepsNotFromZero: (p) => `${en.at(p)}: the first limit must be 0, got ${en.number(p.got)}.`,
  stepsNotAscending: (p) =>
    `${en.at(p)}: limits must ascend, but ${en.number(p.got)} comes after ${en.number(p.before)}.`,
  unknownStep: (p) =>
    `${en.at(p)}: unknown step; give the rate for income above ${en.number(p.above)}, which ${en.number(p.got)} needs.`,
  notAYear: (p) => `${en.at(p)}: expected a year, such as 2021, or a date, got ${en.number(p.got)}.`,
  noValueForYear: (p) => `${en.at(p)}: ${p.name} has no known value for ${p.got}; known years: ${en.periods(p.known)}.`,
  capNeverReached: (p) => `${en.at(p)}: the cap is never reached, or not within ${en.number(p.most)} years.`,
  totalsBelongTogether: (p) =>
    `${en.at(p)} is missing: ${en.name("needTotal")}, ${en.name("populationTotal")} and ${en.name("unions")} are given all three or not at all.`,
  totalBelowSum: (p) =>
    `${en.at(p)}: ${en.number(p.got)} is less than the table's ${en.number(p.sum)}; expected the whole country's number, at least as large.`,
  baseGrantsNotCovered: (p) =>
    `${en.at(p)}: ${en.number(p.got)} does not cover ${en.name("baseGrant")} ${en.number(p.baseGrant)} for ${en.number(p.unions)} unions. Is one in kr and the other in tkr?`,
  resultTooLarge: () => "The result is larger than Excel can compute.",
  unexpected: (p) => `A fault in FINSAM, not in your sheet: ${p.error}. Please report it together with the formula.`,
};
