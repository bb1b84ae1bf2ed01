/*
 * Every kind of bad input for every argument of every function, generated from the metadata: a new function or
 * argument fails here until it is described below. The functions are called as Excel calls them, in both
 * languages, with Excel's invocation object last.
 */
import { ExcelError } from "./customFunctions";
import * as functions from "../../src/functions/functions";
import { generateMetadata } from "../../scripts/metadata";
import type { Language } from "../../src/i18n/language";

/** What an argument takes, and so what is wrong with it. */
type Kind = "range" | "one" | "logical" | "text";

interface Argument {
  kind: Kind;
  /** A value that is right; left out of the call where there is none. */
  good?: unknown;
  /** Which numbers are refused, alone or in a range. */
  refuses?: ("negative" | "zero" | "allZero" | "half")[];
}

const one = (value: unknown) => [[value]];
const down = (...values: unknown[]) => values.map((value) => [value]);
const unit: Argument = { kind: "one", refuses: ["negative"] };
const withoutRegion: Argument = { kind: "logical" };
const offers: Record<string, Argument> = {
  stateOffer: { kind: "range", good: one(100), refuses: ["negative"] },
  regionOffer: { kind: "range", good: one(50), refuses: ["negative"] },
  municipalOffers: { kind: "range", good: down(20, 30), refuses: ["negative"] },
  weights: { kind: "range", refuses: ["negative", "allZero"] },
  withoutRegion,
};

const described: Record<string, Record<string, Argument>> = {
  SPLIT: {
    amount: { kind: "range", good: one(7348) },
    weights: { kind: "range", refuses: ["negative", "allZero"] },
    unit,
    basis: { kind: "text" },
    regions: { kind: "range", refuses: ["negative", "allZero"] },
    withoutRegion,
  },
  TOTAL: { contribution: { kind: "range", good: one(3674) }, basis: { kind: "text", good: "state" }, withoutRegion },
  ALLOCATE: {
    amount: { kind: "range", good: one(100) },
    weights: { kind: "range", good: down(1, 2), refuses: ["negative", "allZero"] },
    unit,
    method: { kind: "text" },
  },
  CEILINGS: offers,
  FEASIBLE: { ...offers, unit },
  BINDING: offers,
  CHECK: {
    state: { kind: "range", good: one(2) },
    region: { kind: "range", good: one(1) },
    municipal: { kind: "range", good: one(1) },
    tolerance: { kind: "one", refuses: ["negative"] },
    withoutRegion,
  },
  ESCALATE: {
    amount: { kind: "range", good: one(3674) },
    rate: { kind: "range", good: one(0.1) },
    years: { kind: "one", good: one(5), refuses: ["negative", "zero", "half"] },
    cap: { kind: "range", refuses: ["negative", "zero"] },
    unit,
    includeStart: { kind: "logical" },
  },
  YEARSTOCAP: {
    amount: { kind: "range", good: one(3674) },
    rate: { kind: "range", good: one(0.1) },
    cap: { kind: "range", good: one(5551), refuses: ["negative", "zero"] },
  },
  RATETOCAP: {
    amount: { kind: "range", good: one(3674), refuses: ["negative", "zero"] },
    cap: { kind: "range", good: one(5551), refuses: ["negative", "zero"] },
    years: { kind: "range", good: one(5), refuses: ["negative", "zero", "half"] },
  },
  STATEMAX: {
    appropriation: { kind: "one", good: one(10_000), refuses: ["negative", "zero"] },
    need: { kind: "range", good: down(60, 40), refuses: ["negative", "allZero"] },
    population: { kind: "range", good: down(50, 50), refuses: ["negative", "allZero"] },
    baseGrant: { kind: "one", good: one(400), refuses: ["negative"] },
    needWeight: { kind: "one", refuses: ["negative"] },
    unit,
    needTotal: { kind: "one", good: one(1000), refuses: ["negative", "zero"] },
    populationTotal: { kind: "one", good: one(1000), refuses: ["negative", "zero"] },
    unions: { kind: "one", good: one(10), refuses: ["negative", "zero", "half"] },
  },
  STATEGRANT: {
    maximum: { kind: "range", good: down(5000, 3000), refuses: ["negative"] },
    requested: { kind: "range", good: down(5000, 3000), refuses: ["negative"] },
    previous: { kind: "range", good: down(5000, 3000), refuses: ["negative"] },
    appropriation: { kind: "one", good: one(7000), refuses: ["negative", "zero"] },
    maxDecrease: { kind: "range", refuses: ["negative"] },
    reduction: { kind: "range", refuses: ["negative"] },
    unit,
  },
  MERGE: {
    grants: { kind: "range", good: down(5486, 4006), refuses: ["negative", "allZero"] },
    baseGrant: { kind: "one", good: one(400), refuses: ["negative"] },
  },
  EQUITYLIMIT: {
    income: { kind: "range", good: one(6423), refuses: ["negative"] },
    steps: { kind: "range", good: [[0, 0.2]] },
    marginal: { kind: "logical" },
  },
  PARAM: {
    name: { kind: "text", good: "baseGrant" },
    year: { kind: "range", good: one(2021), refuses: ["negative", "zero", "half"] },
    unit: { kind: "text" },
  },
  SOURCE: {
    name: { kind: "text", good: "baseGrant" },
    year: { kind: "range", good: one(2021), refuses: ["negative", "zero", "half"] },
  },
};

const { metadata, associations } = await generateMetadata("https://localhost:3000");
const invocation = { functionName: "SPLIT", address: "Blad1!A1" };
const omissions: [string, unknown][] = [
  ["null", null],
  ["undefined", undefined],
  ["an empty text", ""],
  ["the invocation object", invocation],
];

interface Case {
  title: string;
  id: string;
  parameter: string;
  argument: Argument;
  optional: boolean;
}

const cases: Case[] = metadata.en.functions.flatMap(({ id, parameters }) =>
  parameters.map(({ name, optional }) => ({
    title: `${id} ${name}`,
    id,
    parameter: name,
    argument: described[id]?.[name] ?? { kind: "range" },
    optional: optional === true,
  })),
);

/** Calls the function with one argument changed, as Excel does; what the cell shows. */
function call(id: string, changed: Record<string, unknown>, language: Language = "en"): unknown {
  Object.assign(globalThis, { Office: { context: { displayLanguage: language === "sv" ? "sv-SE" : "en-US" } } });
  const { functionName } = associations.find((association) => association.id === id)!;
  const names = metadata.en.functions.find((fn) => fn.id === id)!.parameters.map(({ name }) => name);
  const values = names.map((name) => (name in changed ? changed[name] : (described[id]![name]!.good ?? null)));
  const fn = (functions as unknown as Record<string, (...values: unknown[]) => unknown>)[functionName]!;
  try {
    return fn(...values, invocation);
  } catch (error) {
    if (error instanceof ExcelError)
      return { error: error.code, message: error.message?.replace(/[\u00a0\u202f]/g, " ") };
    throw error;
  }
}

/** Asserts #VALUE! with a sentence about the argument, by its own name in each language. */
function refused(
  { id, parameter, with: others = {} }: Case & { with?: object },
  value: unknown,
  english: string,
  swedish: string,
  place: [string, string] = ["", ""],
) {
  const swedishName = nameIn(id, parameter);
  expect(call(id, { ...others, [parameter]: value }, "en")).toEqual({
    error: "#VALUE!",
    message: expect.stringMatching(new RegExp(`^${parameter}${place[0]}${english}`)),
  });
  expect(call(id, { ...others, [parameter]: value }, "sv")).toEqual({
    error: "#VALUE!",
    message: expect.stringMatching(new RegExp(`^${swedishName}${place[1]}${swedish}`)),
  });
}

function nameIn(id: string, parameter: string): string {
  const index = metadata.en.functions
    .find((fn) => fn.id === id)!
    .parameters.findIndex(({ name }) => name === parameter);
  return metadata.sv.functions.find((fn) => fn.id === id)!.parameters[index]!.name;
}

const inRowTwo: [string, string] = [", row 2(, column 1)?", ", rad 2(, kolumn 1)?"];
/** The argument's good value, or ones, with another value put in the second row. */
const withInRowTwo = (bad: unknown) => down(1, bad, 1);

test("every function and argument is described here", () => {
  const names = (list: { id: string; parameters: { name: string }[] }[]) =>
    Object.fromEntries(list.map(({ id, parameters }) => [id, parameters.map(({ name }) => name)]));
  const mine = Object.fromEntries(Object.entries(described).map(([id, all]) => [id, Object.keys(all)]));
  expect(mine).toEqual(names(metadata.en.functions));
});

test.each(Object.keys(described))("%s answers with what is right", (id) => {
  const answer = call(id, {}) as unknown[][];
  expect(Array.isArray(answer)).toBe(true);
  expect(answer.flat().every((value) => typeof value === "number" || typeof value === "string")).toBe(true);
});

const of = (...kinds: Kind[]) => cases.filter(({ argument }) => kinds.includes(argument.kind));
const refusing = (what: NonNullable<Argument["refuses"]>[number], ...kinds: Kind[]) =>
  of(...kinds).filter(({ argument }) => argument.refuses?.includes(what));

describe("text where a number belongs", () => {
  test.each(of("range"))("$title", (c) => {
    refused(
      c,
      withInRowTwo("åtta"),
      ': expected a number, got the text "åtta"',
      ": ska vara ett tal, men är texten ”åtta”",
      inRowTwo,
    );
  });
  test.each(of("one"))("$title", (c) => {
    refused(c, one("åtta"), ': expected a number, got the text "åtta"', ": ska vara ett tal, men är texten ”åtta”");
  });
});

describe("TRUE where a number belongs", () => {
  test.each(of("range"))("$title", (c) => {
    refused(c, withInRowTwo(true), ": expected a number, got TRUE", ": ska vara ett tal, men är SANT", inRowTwo);
  });
  test.each(of("one"))("$title", (c) => {
    refused(c, one(true), ": expected a number, got TRUE", ": ska vara ett tal, men är SANT");
  });
});

describe("infinity", () => {
  test.each(of("range"))("$title", (c) => {
    refused(
      c,
      withInRowTwo(Infinity),
      ": expected an ordinary number, got an infinite one",
      ": ska vara ett vanligt tal, men är oändligt",
      inRowTwo,
    );
  });
  test.each(of("one"))("$title", (c) =>
    refused(
      c,
      one(-Infinity),
      ": expected an ordinary number, got an infinite one",
      ": ska vara ett vanligt tal, men är oändligt",
    ),
  );
});

describe("a range where one value belongs", () => {
  test.each(of("one", "logical"))("$title", (c) => {
    refused(
      c,
      down(1, 1),
      ": expected a single value, got a range of 2 × 1",
      ": ska vara ett enda värde, men är ett område på 2 × 1",
    );
  });
});

describe("more than 10 000 rows", () => {
  test.each(of("range"))("$title", (c) => {
    const rows = Array.from({ length: 10_001 }, () => [1]);
    refused(c, rows, ": the range is 10,001 × 1 .* at most 10,000", ": området är 10 001 × 1 .* högst 10 000");
  });
});

describe("something else than TRUE or FALSE", () => {
  test.each(of("logical"))("$title", (c) => {
    refused(
      c,
      one("ja"),
      ': expected TRUE or FALSE, got the text "ja"',
      ": ska vara SANT eller FALSKT, men är texten ”ja”",
    );
    refused(c, one(2), ": expected TRUE or FALSE, got 2", ": ska vara SANT eller FALSKT, men är 2");
  });
});

describe("a text that is none of the choices", () => {
  test.each(of("text"))("$title", (c) => {
    refused(
      c,
      "fel",
      ': expected "\\w+".* or "\\w+", got the text "fel"',
      ": ska vara ”[\\wåäöÅÄÖ]+”.* eller ”[\\wåäöÅÄÖ]+”, men är texten ”fel”",
    );
    refused(
      c,
      one(5),
      ': expected "\\w+".* or "\\w+", got 5',
      ": ska vara ”[\\wåäöÅÄÖ]+”.* eller ”[\\wåäöÅÄÖ]+”, men är 5",
    );
  });
});

describe("a negative number", () => {
  const expected: [string, string] = [": expected .*, got −1\\.$", ": ska vara .*, men är −1\\.$"];
  test.each(refusing("negative", "range"))("$title", (c) => {
    refused(c, down(1, -1), ...expected, inRowTwo);
  });
  test.each(refusing("negative", "one"))("$title", (c) => refused(c, one(-1), ...expected));
});

describe("0 or a blank, where it would mean something that a blank should not", () => {
  const expected: [string, string] = [": expected .*, got 0", ": ska vara .*, men är 0"];
  test.each(refusing("zero", "range", "one"))("$title", (c) => {
    for (const blank of [0, null, ""]) refused(c, one(blank), ...expected);
  });
});

describe("numbers that are all 0 or blank", () => {
  const withoutTotals = { needTotal: null, populationTotal: null, unions: null };
  test.each(refusing("allZero", "range"))("$title", (c) => {
    // In a table of some of the country's unions they may be: the totals are the country's.
    refused(
      { ...c, with: withoutTotals },
      down(0, null),
      ": all values are 0 or blank",
      ": alla värden är 0 eller tomma",
    );
  });
});

describe("half where whole numbers are counted", () => {
  test.each(refusing("half", "range", "one"))("$title", (c) => {
    refused(c, one(1.5), ": expected a .*, got 1\\.5", ": ska vara ett .*, men är 1,5");
  });
});

describe("an argument that must be given is left out", () => {
  const required = cases.filter(({ optional }) => !optional);
  test.each(required)("$title", (c) => {
    for (const [, omitted] of omissions) refused(c, omitted, " is missing", " saknas");
  });
});

describe("an optional argument is left out", () => {
  // STATEMAX's totals belong together: all three are left out, or none.
  const together = ["needTotal", "populationTotal", "unions"];
  test.each(cases.filter(({ optional }) => optional))("$title", ({ id, parameter, argument }) => {
    const names = together.includes(parameter) ? together : [parameter];
    const omit = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
    const answers = omissions.map(([, value]) => call(id, omit(value)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    // Years may be left out only where rate or cap has them, which the example has not.
    if (parameter !== "years") expect(Array.isArray(answers[0])).toBe(true);
    if (argument.kind === "logical") expect(call(id, omit([[false]]))).toEqual(answers[0]);
  });
});

describe("an error value passes through", () => {
  test.each(of("range", "one", "logical"))("$title", ({ id, parameter }) => {
    expect(call(id, { [parameter]: one(new ExcelError("#DIV/0!")) })).toEqual([[new ExcelError("#DIV/0!")]]);
  });
});
