import { Problem, type ProblemCode, type Problems } from "../../src/core/problem";
import { problemSentence } from "../../src/i18n/problems";

const place = { row: 3, column: 1, rows: 4, columns: 1 };
const size = { rows: 3, columns: 2 };

/** One of each problem: a new code does not compile until it is here, and so has been read by somebody. */
const examples: { [Code in ProblemCode]: [Problems[Code], string, string] } = {
  missing: [
    { argument: "amount" },
    "belopp saknas: argumentet måste anges.",
    "amount is missing: the argument must be given.",
  ],
  notANumber: [
    { argument: "weights", place, got: "åtta" },
    "vikter, rad 3: ska vara ett tal, men är texten ”åtta”.",
    'weights, row 3: expected a number, got the text "åtta".',
  ],
  notLogical: [
    { argument: "withoutRegion", got: 2.5 },
    "utanRegion: ska vara SANT eller FALSKT, men är 2,5.",
    "withoutRegion: expected TRUE or FALSE, got 2.5.",
  ],
  unknownText: [
    { argument: "basis", got: "kommunn", choices: ["total", "state"] },
    "avser: ska vara ”totalt” eller ”staten”, men är texten ”kommunn”.",
    'basis: expected "total" or "state", got the text "kommunn".',
  ],
  notFinite: [
    { argument: "amount" },
    "belopp: ska vara ett vanligt tal, men är oändligt.",
    "amount: expected an ordinary number, got an infinite one.",
  ],
  notOneValue: [
    { argument: "unit", size },
    "enhet: ska vara ett enda värde, men är ett område på 3 × 2 (rader × kolumner).",
    "unit: expected a single value, got a range of 3 × 2 (rows × columns).",
  ],
  notAList: [
    { argument: "amount", size },
    "belopp: ska vara ett tal, en rad eller en kolumn, men är en tabell på 3 × 2 (rader × kolumner).",
    "amount: expected a number, a row or a column, got a table of 3 × 2 (rows × columns).",
  ],
  tooManyCells: [
    { argument: "weights", size, most: 10_000 },
    "vikter: området är 3 × 2 (rader × kolumner); högst 10 000 åt varje håll kan räknas.",
    "weights: the range is 3 × 2 (rows × columns); at most 10,000 either way can be computed.",
  ],
  tooManyYears: [
    { argument: "amount", got: 201, most: 200 },
    "belopp: 201 år är för många; högst 200 kan räknas.",
    "amount: 201 years are too many; at most 200 can be computed.",
  ],
  negative: [
    { argument: "weights", place, got: -1234.5 },
    "vikter, rad 3: ska vara 0 eller mer, men är −1 234,5.",
    "weights, row 3: expected 0 or more, got −1,234.5.",
  ],
  notPositive: [
    { argument: "cap", got: 0 },
    "tak: ska vara över 0, men är 0 eller en tom cell.",
    "cap: expected a number above 0, got 0 or a blank cell.",
  ],
  allZero: [
    { argument: "weights" },
    "vikter: alla värden är 0 eller tomma; minst ett måste vara över 0.",
    "weights: all values are 0 or blank; at least one must be above 0.",
  ],
  outside: [
    { argument: "needWeight", got: 75, min: 0, max: 1 },
    "behovsvikt: ska vara från 0 till 1 (0 till 100 %), men är 75.",
    "needWeight: expected a number from 0 to 1 (0 to 100%), got 75.",
  ],
  notWholeWithin: [
    { argument: "years", got: 2.5, min: 1, max: 200 },
    "antalÅr: ska vara ett heltal från 1 till 200, men är 2,5.",
    "years: expected a whole number from 1 to 200, got 2.5.",
  ],
  notWhole: [
    { argument: "unions", got: 80.5 },
    "antalFörbund: ska vara ett heltal över 0, men är 80,5.",
    "unions: expected a whole number above 0, got 80.5.",
  ],
  rateTooLow: [
    { argument: "rate", got: -1.2 },
    "ökning: ska vara mer än −100 %, men är −120 %.",
    "rate: expected more than −100%, got −120%.",
  ],
  sizesDisagree: [
    { argument: "population", size, other: "need", otherSize: { rows: 4, columns: 2 } },
    "invånare är 3 × 2 (rader × kolumner) men försörjningsmått är 4 × 2; de ska vara lika stora.",
    "population is 3 × 2 (rows × columns) but need is 4 × 2; they must be the same size.",
  ],
  yearsDisagree: [
    { argument: "weights", size, years: 5, direction: "across" },
    "vikter: tabellen är 3 × 2 (rader × kolumner), men beloppet har 5 år; ange en kolumn per år, eller en enda rad eller kolumn för alla år.",
    "weights: the table is 3 × 2 (rows × columns), but the amount has 5 years; give one column per year, or a single row or column for all years.",
  ],
  ratesDisagree: [
    { argument: "rate", size, amounts: 1, years: 5 },
    "ökning är 3 × 2 (rader × kolumner); ange ett enda värde, ett per år (5), ett per belopp (1) eller en tabell med båda.",
    "rate is 3 × 2 (rows × columns); expected a single value, one per year (5), one per amount (1), or a table of both.",
  ],
  yearsAmbiguous: [
    { argument: "weights", size: { rows: 3, columns: 3 }, remedy: "yearsAcross" },
    "vikter är 3 × 3 (rader × kolumner), och då kan åren stå åt båda hållen. Ställ åren i en rad i stället, till exempel med TRANSPONERA.",
    "weights is 3 × 3 (rows × columns), so the years could run either way. Put the years in a row instead, for example with TRANSPOSE.",
  ],
  yearsUnknown: [
    { argument: "years" },
    "antalÅr saknas: ange antalet år, eller en ökning eller ett tak med ett värde per år.",
    "years is missing: give the number of years, or a rate or cap with one value per year.",
  ],
  tooManyUnits: [
    { argument: "amount", got: 1e16, unit: 0.01 },
    "belopp: 10 000 000 000 000 000 med enheten 0,01 blir fler enheter än 2^53, som är det mesta som kan räknas exakt. Välj en större enhet.",
    "amount: 10,000,000,000,000,000 with the unit 0.01 makes more units than 2^53, the most that can be computed exactly. Choose a larger unit.",
  ],
  regionDoesNotTakePart: [
    { argument: "basis" },
    "avser: regionen kan inte anges när utanRegion är SANT.",
    "basis: the region cannot be named where withoutRegion is TRUE.",
  ],
  capNeverReached: [
    { argument: "cap", place, most: 1000 },
    "tak, rad 3: taket nås aldrig, eller inte inom 1 000 år.",
    "cap, row 3: the cap is never reached, or not within 1,000 years.",
  ],
  totalsBelongTogether: [
    { argument: "unions" },
    "antalFörbund saknas: ange alla tre av försörjningsmåttTotalt, invånareTotalt och antalFörbund, eller ingen.",
    "unions is missing: give all three of needTotal, populationTotal and unions, or none.",
  ],
  totalBelowSum: [
    { argument: "needTotal", got: 1.6, sum: 1.62 },
    "försörjningsmåttTotalt: 1,6 är mindre än tabellens 1,62; ange hela landets tal.",
    "needTotal: 1.6 is less than the table's 1.62; give the whole country's number.",
  ],
  baseGrantsNotCovered: [
    { argument: "appropriation", got: 339, unions: 80, baseGrant: 400 },
    "anslag: 339 räcker inte till en grundtilldelning på 400 vardera för 80 förbund. Är det ena i kr och det andra i tkr?",
    "appropriation: 339 does not cover a baseGrant of 400 each for 80 unions. Is one in kr and the other in tkr?",
  ],
  membersDisagree: [
    { argument: "weights", got: 3, other: "municipalOffers", expected: 2 },
    "vikter har 3 värden men kommunernaErbjuder har 2 rader; det ska vara ett värde per rad.",
    "weights has 3 values but municipalOffers has 2 rows; expected one value per row.",
  ],
  columnsDisagree: [
    { argument: "region", got: 3, other: "state", expected: 2 },
    "regionen har 3 kolumner men staten har 2; åren ska vara lika många.",
    "region has 3 columns but state has 2; expected as many years.",
  ],
  neverBinds: [
    { argument: "weights", place },
    "vikter, rad 3: kommunen har vikten 0 och betalar inget, så den sätter aldrig taket.",
    "weights, row 3: the municipality has weight 0 and pays nothing, so it never binds.",
  ],
  stepsNotTwoColumns: [
    { argument: "steps", size: { rows: 3, columns: 1 } },
    "trappa är 3 × 1 (rader × kolumner); ska vara två kolumner: gräns (gäller intäkter över den) och procentsats.",
    "steps is 3 × 1 (rows × columns); expected two columns: a limit (for income above it) and a rate.",
  ],
  stepsNotFromZero: [
    { argument: "steps", got: 5, place: { row: 1, column: 1, rows: 2, columns: 2 } },
    "trappa, rad 1, kolumn 1: den första gränsen ska vara 0, men är 5.",
    "steps, row 1, column 1: the first limit must be 0, got 5.",
  ],
  stepsNotAscending: [
    { argument: "steps", got: 5, before: 7000 },
    "trappa: gränserna ska stiga, men 5 kommer efter 7 000.",
    "steps: limits must ascend, but 5 comes after 7,000.",
  ],
  unknownStep: [
    { argument: "steps", got: 7018, above: 7000 },
    "trappa: okänt steg; ange procentsatsen för intäkter över 7 000 (behövs för 7 018).",
    "steps: unknown step; give the rate for income above 7,000 (needed for 7,018).",
  ],
  notAYear: [
    { argument: "year", got: 20.5 },
    "år: ska vara ett år, till exempel 2021, eller ett datum, men är 20,5.",
    "year: expected a year, such as 2021, or a date, got 20.5.",
  ],
  noValueForYear: [
    {
      argument: "year",
      got: 2025,
      name: "appropriation",
      known: [{ from: 2006, to: 2006 }, { from: 2012, to: 2015 }, { from: 2016 }],
    },
    "år: anslag har inget känt värde för 2025; kända år: 2006, 2012–2015, från 2016.",
    "year: appropriation has no known value for 2025; known years: 2006, 2012–2015, from 2016.",
  ],
  resultTooLarge: [
    { place },
    "Resultatet, rad 3: större än Excel kan räkna.",
    "The result, row 3: larger than Excel can compute.",
  ],
  unexpected: [
    { error: "RangeError" },
    "Ett fel i FINSAM, inte i ditt blad: RangeError. Anmäl det gärna tillsammans med formeln.",
    "A fault in FINSAM, not in your sheet: RangeError. Please report it together with the formula.",
  ],
};

const rows = (Object.keys(examples) as ProblemCode[]).map((code) => [code, ...examples[code]] as const);
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test.each(rows)("%s in Swedish", (code, data, swedish) => {
  expect(plainSpaces(problemSentence(new Problem(code, data), "sv"))).toBe(swedish);
});
test.each(rows)("%s in English", (code, data, _, english) => {
  expect(problemSentence(new Problem(code, data), "en")).toBe(english);
});

test.each([
  ["a place in a row is its column", { row: 1, column: 2, rows: 1, columns: 3 }, "vikter, kolumn 2"],
  ["a place in a table is both", { row: 2, column: 3, rows: 4, columns: 5 }, "vikter, rad 2, kolumn 3"],
  ["a value alone needs no place", { row: 1, column: 1, rows: 1, columns: 1 }, "vikter: "],
])("%s", (_, at, start) => {
  expect(problemSentence(new Problem("negative", { argument: "weights", place: at, got: -1 }), "sv")).toMatch(start);
});

test("a long text is shown by its start", () => {
  const sentence = problemSentence(new Problem("notANumber", { argument: "amount", got: "x".repeat(1000) }), "en");
  expect(sentence).toBe(`amount: expected a number, got the text "${"x".repeat(39)}…".`);
});

test.each<[string, number, string, string]>([
  ["a very large number is shown short", 1e308, "1×10^308", "1E308"],
  ["a very small one too", 1.5e-300, "1,5×10^−300", "1.5E-300"],
  ["ordinary numbers are written out", 123_456_789.25, "123 456 789,25", "123,456,789.25"],
])("%s", (_, got, swedish, english) => {
  const problem = new Problem("notWhole", { argument: "unions", got });
  expect(plainSpaces(problemSentence(problem, "sv"))).toContain(`men är ${swedish}.`);
  expect(problemSentence(problem, "en")).toContain(`got ${english}.`);
});

test.each<[ProblemCode, Problems[ProblemCode], string, string]>([
  [
    "membersDisagree",
    { argument: "weights", got: 1, other: "municipalOffers", expected: 1 },
    "har 1 värde men kommunernaErbjuder har 1 rad;",
    "has 1 value but municipalOffers has 1 row;",
  ],
  [
    "columnsDisagree",
    { argument: "state", got: 1, other: "region", expected: 3 },
    "har 1 kolumn men regionen har 3;",
    "has 1 column but region has 3;",
  ],
  [
    "yearsDisagree",
    { argument: "weights", size, years: 1, direction: "one" },
    "beloppet är ett enda; ange en rad eller en kolumn.",
    "there is a single amount; give a row or a column.",
  ],
  [
    "yearsDisagree",
    { argument: "weights", size, years: 4, direction: "down" },
    "har 4 år; ange en rad per år,",
    "has 4 years; give one row per year,",
  ],
  [
    "yearsAmbiguous",
    { argument: "rate", size, remedy: "amountsDown" },
    "Ställ beloppen i en kolumn i stället",
    "Put the amounts in a column instead",
  ],
  ["notPositive", { argument: "cap", got: -5 }, "ska vara över 0, men är −5.", "above 0, got −5."],
  [
    "regionDoesNotTakePart",
    { argument: "regions" },
    "regioner kan inte anges när utanRegion är SANT.",
    "regions cannot be given where withoutRegion is TRUE.",
  ],
  ["baseGrantsNotCovered", { argument: "grants", got: 5, unions: 1, baseGrant: 400 }, "för 1 förbund.", "for 1 union."],
])("%s says what the case needs", (code, data, swedish, english) => {
  const problem = new Problem(code, data);
  expect(plainSpaces(problemSentence(problem, "sv"))).toContain(swedish);
  expect(problemSentence(problem, "en")).toContain(english);
});

test("TRUE is SANT in Swedish", () => {
  const problem = new Problem("notANumber", { argument: "amount", got: true });
  expect(problemSentence(problem, "sv")).toBe("belopp: ska vara ett tal, men är SANT.");
  expect(problemSentence(problem, "en")).toBe("amount: expected a number, got TRUE.");
});
