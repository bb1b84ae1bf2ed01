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
    "vikter, rad 3: väntade ett tal, fick texten ”åtta”.",
    'weights, row 3: expected a number, got the text "åtta".',
  ],
  notLogical: [
    { argument: "withoutRegion", got: 2.5 },
    "utanRegion: väntade SANT eller FALSKT, fick 2,5.",
    "withoutRegion: expected TRUE or FALSE, got 2.5.",
  ],
  unknownText: [
    { argument: "basis", got: "kommunn", choices: ["total", "state"] },
    "avser: väntade ”totalt”, ”staten”, fick texten ”kommunn”.",
    'basis: expected "total", "state", got the text "kommunn".',
  ],
  notFinite: [
    { argument: "amount" },
    "belopp: talet är oändligt; väntade ett vanligt tal.",
    "amount: the number is infinite; expected an ordinary number.",
  ],
  notOneValue: [
    { argument: "unit", size },
    "enhet: väntade ett enda värde, fick ett område på 3 × 2 (rader × kolumner).",
    "unit: expected a single value, got a range of 3 × 2 (rows × columns).",
  ],
  notAList: [
    { argument: "amount", size },
    "belopp: väntade ett tal, en rad eller en kolumn, fick en tabell på 3 × 2 (rader × kolumner).",
    "amount: expected a number, a row or a column, got a table of 3 × 2 (rows × columns).",
  ],
  tooManyCells: [
    { argument: "weights", size, most: 10_000 },
    "vikter: området är 3 × 2 (rader × kolumner); högst 10 000 åt varje håll går att räkna.",
    "weights: the range is 3 × 2 (rows × columns); at most 10,000 either way can be computed.",
  ],
  tooManyYears: [
    { argument: "amount", got: 201, most: 200 },
    "belopp: 201 år är för många; högst 200 går att räkna.",
    "amount: 201 years are too many; at most 200 can be computed.",
  ],
  negative: [
    { argument: "weights", place, got: -1234.5 },
    "vikter, rad 3: väntade 0 eller mer, fick −1 234,5.",
    "weights, row 3: expected 0 or more, got -1,234.5.",
  ],
  notPositive: [
    { argument: "cap", got: 0 },
    "tak: väntade ett tal över 0, fick 0 eller en tom cell.",
    "cap: expected a number above 0, got 0 or a blank cell.",
  ],
  allZero: [
    { argument: "weights" },
    "vikter: alla värden är 0 eller tomma; minst ett måste vara över 0.",
    "weights: all values are 0 or blank; at least one must be above 0.",
  ],
  outside: [
    { argument: "needWeight", got: 75, min: 0, max: 1 },
    "behovsvikt: väntade ett tal från 0 till 1, fick 75.",
    "needWeight: expected a number from 0 to 1, got 75.",
  ],
  notWholeWithin: [
    { argument: "years", got: 2.5, min: 1, max: 200 },
    "antalÅr: väntade ett heltal från 1 till 200, fick 2,5.",
    "years: expected a whole number from 1 to 200, got 2.5.",
  ],
  notWhole: [
    { argument: "unions", got: 80.5 },
    "antalFörbund: väntade ett heltal över 0, fick 80,5.",
    "unions: expected a whole number above 0, got 80.5.",
  ],
  rateTooLow: [
    { argument: "rate", got: -1.2 },
    "ökning: väntade mer än −100 %, fick −120 %.",
    "rate: expected more than −100 %, got -120 %.",
  ],
  sizesDisagree: [
    { argument: "population", size, other: "need", otherSize: { rows: 4, columns: 2 } },
    "invånare är 3 × 2 (rader × kolumner) men försörjningsmått är 4 × 2; de ska vara lika stora.",
    "population is 3 × 2 (rows × columns) but need is 4 × 2; they must be the same size.",
  ],
  yearsDisagree: [
    { argument: "weights", size, years: 5 },
    "vikter: tabellen är 3 × 2 (rader × kolumner), men beloppet har 5 år; väntade en kolumn per år, eller en enda kolumn.",
    "weights: the table is 3 × 2 (rows × columns), but the amount has 5 years; expected one column per year, or a single column.",
  ],
  ratesDisagree: [
    { argument: "rate", size, amounts: 1, years: 5 },
    "ökning är 3 × 2 (rader × kolumner); väntade ett enda värde, ett per år (5), ett per belopp (1) eller en tabell med båda.",
    "rate is 3 × 2 (rows × columns); expected a single value, one per year (5), one per amount (1), or a table of both.",
  ],
  yearsAmbiguous: [
    { argument: "weights", size: { rows: 3, columns: 3 } },
    "vikter är 3 × 3, och när åren står i en kolumn går det inte att se vad som är år. Ställ åren i en rad i stället, till exempel med TRANSPONERA.",
    "weights is 3 × 3, and where the years stand in a column it cannot be told which way they run. Put the years in a row instead, for example with TRANSPOSE.",
  ],
  yearsUnknown: [
    { argument: "years" },
    "antalÅr saknas: ange antalet år, eller en ökning eller ett tak med ett värde per år.",
    "years is missing: give the number of years, or a rate or cap with one value per year.",
  ],
  tooManyUnits: [
    { argument: "amount", got: 1e16, unit: 0.01 },
    "belopp: 10 000 000 000 000 000 med enheten 0,01 blir fler enheter än 2^53, som är det mesta som går att räkna exakt. Välj en större enhet.",
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
    "antalFörbund saknas: försörjningsmåttTotalt, invånareTotalt och antalFörbund anges alla tre eller inte alls.",
    "unions is missing: needTotal, populationTotal and unions are given all three or not at all.",
  ],
  totalBelowSum: [
    { argument: "needTotal", got: 1.6, sum: 1.62, of: "need" },
    "försörjningsmåttTotalt: 1,6 är mindre än tabellens 1,62; väntade hela landets tal, minst lika stort.",
    "needTotal: 1.6 is less than the table's 1.62; expected the whole country's number, at least as large.",
  ],
  baseGrantsNotCovered: [
    { argument: "appropriation", got: 339, unions: 80, baseGrant: 400 },
    "anslag: 339 räcker inte till grundtilldelning 400 för 80 förbund. Är det ena i kr och det andra i tkr?",
    "appropriation: 339 does not cover baseGrant 400 for 80 unions. Is one in kr and the other in tkr?",
  ],
  membersDisagree: [
    { argument: "weights", got: 3, other: "municipalOffers", expected: 2 },
    "vikter har 3 värden men kommunernaErbjuder har 2 rader; väntade ett värde per rad.",
    "weights has 3 values but municipalOffers has 2 rows; expected one value per row.",
  ],
  columnsDisagree: [
    { argument: "region", got: 3, other: "state", expected: 2 },
    "regionen har 3 kolumner men staten har 2; väntade lika många år.",
    "region has 3 columns but state has 2; expected as many years.",
  ],
  neverBinds: [
    { argument: "weights", place },
    "vikter, rad 3: kommunen har vikten 0 och betalar inget, så den sätter aldrig taket.",
    "weights, row 3: the municipality has weight 0 and pays nothing, so it never binds.",
  ],
  stepsNotTwoColumns: [
    { argument: "steps", size: { rows: 3, columns: 1 } },
    "trappa är 3 × 1 (rader × kolumner); väntade två kolumner: intäkt över vilken procentsatsen gäller, och procentsatsen.",
    "steps is 3 × 1 (rows × columns); expected two columns: income above which the rate applies, and the rate.",
  ],
  stepsNotFromZero: [
    { argument: "steps", got: 5, place: { row: 1, column: 1, rows: 2, columns: 2 } },
    "trappa, rad 1, kolumn 1: den första gränsen ska vara 0, fick 5.",
    "steps, row 1, column 1: the first limit must be 0, got 5.",
  ],
  stepsNotAscending: [
    { argument: "steps", got: 5, before: 7000 },
    "trappa: gränserna ska stiga, men 5 kommer efter 7 000.",
    "steps: limits must ascend, but 5 comes after 7,000.",
  ],
  unknownStep: [
    { argument: "steps", got: 7018, above: 7000 },
    "trappa: okänt steg; ange procentsatsen för intäkter över 7 000, som 7 018 behöver.",
    "steps: unknown step; give the rate for income above 7,000, which 7,018 needs.",
  ],
  notAYear: [
    { argument: "year", got: 20.5 },
    "år: väntade ett år, till exempel 2021, eller ett datum, fick 20,5.",
    "year: expected a year, such as 2021, or a date, got 20.5.",
  ],
  noValueForYear: [
    {
      argument: "year",
      got: 2025,
      name: "appropriation",
      known: [{ from: 2006, to: 2006 }, { from: 2012, to: 2015 }, { from: 2016 }],
    },
    "år: anslag har inget känt värde för 2025; kända år: 2006, 2012–2015, 2016–.",
    "year: appropriation has no known value for 2025; known years: 2006, 2012–2015, 2016–.",
  ],
  resultTooLarge: [{}, "Resultatet är större än Excel kan räkna.", "The result is larger than Excel can compute."],
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

test("TRUE is SANT in Swedish", () => {
  const problem = new Problem("notANumber", { argument: "amount", got: true });
  expect(problemSentence(problem, "sv")).toBe("belopp: väntade ett tal, fick SANT.");
  expect(problemSentence(problem, "en")).toBe("amount: expected a number, got TRUE.");
});
