/*
 * An explanation as a reader gets it, in both languages: what to do where there is none, and the whole of one.
 */
import type { ExplainOutcome } from "../../src/actions/explain";
import { explanationText, type ExplanationText } from "../../src/i18n/explain";
import { column, explainIn, type Sheet } from "../actions/explainSheet";

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");
const place = { sheet: "Plan", row: 29, column: 9 };

describe("where there is nothing to explain, a sentence says what to do", () => {
  test.each<[string, ExplainOutcome, string, string]>([
    [
      "no workbook",
      { kind: "noWorkbook" },
      "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel.",
      "No workbook is open here. Open the pane from the FINSAM tab in Excel.",
    ],
    [
      "a blank cell",
      { kind: "notOurs", holds: "nothing", place },
      "Cellen är tom. Markera en cell med en FINSAM-formel.",
      "The cell is blank. Select a cell with a FINSAM formula.",
    ],
    [
      "a typed value",
      { kind: "notOurs", holds: "constant", place },
      "Cellen innehåller ett inskrivet värde och ingen formel. Markera en cell med en FINSAM-formel.",
      "The cell holds a typed value and no formula. Select a cell with a FINSAM formula.",
    ],
    [
      "another formula",
      { kind: "notOurs", holds: "formula", place },
      "Formeln i cellen använder ingen FINSAM-funktion, så den förklaras inte här.",
      "The formula in the cell uses no FINSAM function, so it is not explained here.",
    ],
    [
      "what cannot be read",
      { kind: "unreadable", formula: "=FINSAM.SPLIT(1", place },
      "Formeln i cellen går inte att läsa här.",
      "The formula in the cell cannot be read here.",
    ],
    [
      "a cell being edited",
      { kind: "refused", reason: "editing", message: "" },
      "En cell redigeras just nu. Avsluta med Retur eller Esc.",
      "A cell is being edited. Finish with Enter or Esc.",
    ],
    [
      "too many cells",
      { kind: "refused", reason: "tooLarge", message: "" },
      "Formeln hänvisar till fler än 100 000 celler, och så många läses inte på en gång. Hänvisa till ett mindre område.",
      "The formula refers to more than 100,000 cells, and so many are not read at once. Refer to a smaller range.",
    ],
    [
      "what Excel says",
      { kind: "refused", reason: "other", message: "Något gick fel" },
      "Cellen kunde inte läsas: Något gick fel",
      "The cell could not be read: Något gick fel",
    ],
  ])("%s", (_, outcome, sv, en) => {
    const said = (language: "sv" | "en") => explanationText(outcome, language).notes.map(({ text }) => plain(text));
    expect([said("sv"), said("en")]).toEqual([[sv], [en]]);
  });
});

async function textOf(sheet: Sheet, language: "sv" | "en" = "sv"): Promise<ExplanationText> {
  return explanationText((await explainIn(sheet)).outcome, language);
}

describe("a call that could not be followed says what to do", () => {
  test.each<[string, Sheet, string, string]>([
    [
      "an expression",
      { formula: "=FINSAM.SPLIT(SUM(B4:B9,0.5))" },
      "I argumentet belopp står ett uttryck som bara Excel kan räkna: SUMMA(B4:B9;0,5). Lägg det i en egen cell och hänvisa till den i stället.",
      "The argument amount holds an expression that only Excel can work out: SUM(B4:B9,0.5). Put it in a cell of its own and refer to that instead.",
    ],
    [
      "another workbook",
      { formula: "=FINSAM.SPLIT([Budget.xlsx]Plan!B4)" },
      "Argumentet belopp hänvisar till en annan arbetsbok, [Budget.xlsx]Plan!B4, som inte kan läsas härifrån. Hämta värdena till celler i den här arbetsboken och hänvisa till dem.",
      "The argument amount refers to another workbook, [Budget.xlsx]Plan!B4, which cannot be read from here. Bring the values into cells of this workbook and refer to those.",
    ],
    [
      "several sheets",
      { formula: "=FINSAM.MERGE(Jan:Mar!B4,400)" },
      "Argumentet tilldelningar hänvisar till flera blad på en gång, Jan:Mar!B4. Samla värdena i celler på ett blad och hänvisa till dem.",
      "The argument grants refers to several sheets at once, Jan:Mar!B4. Gather the values in cells of one sheet and refer to those.",
    ],
    [
      "a name that is none",
      { formula: "=FINSAM.SPLIT(budget)" },
      "Argumentet belopp hänvisar till budget, som inte finns i arbetsboken eller inte fyller några celler.",
      "The argument amount refers to budget, which is not in the workbook or fills no cells.",
    ],
    [
      "too many cells",
      { formula: "=FINSAM.SPLIT(B:B*2)" },
      "Argumentet belopp, B:B*2, är fler celler än som kan förklaras. Hänvisa till ett mindre område.",
      "The argument amount, B:B*2, is more cells than can be explained. Refer to a smaller range.",
    ],
    [
      "a call that could not be followed",
      { formula: '=FINSAM.SPLIT(FINSAM.TOTAL(NOW(),"state"))' },
      'Argumentet belopp kommer från FINSAM.TOTAL(NU();"staten"), som inte kunde följas.',
      'The argument amount comes from FINSAM.TOTAL(NOW(),"state"), which could not be followed.',
    ],
    [
      "an error in a cell",
      { formula: "=FINSAM.SPLIT(Indata!B4)", cells: { "Indata!B4": { code: "#N/A" } } },
      "Argumentet belopp har felvärdet #SAKNAS! i Indata!B4, och då blir det svaret. Rätta det först.",
      "The argument amount has the error value #N/A in Indata!B4, which then is the answer. Put that right first.",
    ],
    [
      "an error from a call",
      { formula: '=FINSAM.SPLIT(FINSAM.TOTAL("a","state"))' },
      "Argumentet belopp har felvärdet #VÄRDEFEL! från FINSAM.TOTAL, och då blir det svaret. Rätta det först.",
      "The argument amount has the error value #VALUE! from FINSAM.TOTAL, which then is the answer. Put that right first.",
    ],
    [
      "a problem of its own",
      { formula: "=FINSAM.SPLIT(B4)", cells: { B4: "mycket" } },
      "Belopp: ska vara ett tal, men är texten ”mycket”.",
      'Amount: expected a number, got the text "mycket".',
    ],
    [
      "what does not exist",
      { formula: '=FINSAM.PARAM("appropriation",{2020,2030})', cell: "K30", fills: "J30:K30" },
      "År, kolumn 2: anslag har inget känt värde för 2030; kända år: 2006, 2012–2015, 2016–2024.",
      "Year, column 2: appropriation has no known value for 2030; known years: 2006, 2012–2015, 2016–2024.",
    ],
    [
      "too many steps",
      { formula: "=FINSAM.ESCALATE(A1:A200,0.1,200)" },
      "Det blir fler steg än som kan visas. Markera en cell i en mindre tabell.",
      "There are more steps than can be shown. Select a cell of a smaller table.",
    ],
    [
      "no such function",
      { formula: "=FINSAM.SHARE(1)" },
      "Det finns ingen funktion som heter FINSAM.SHARE.",
      "There is no function called FINSAM.SHARE.",
    ],
  ])("%s", async (_, sheet, sv, en) => {
    expect(plain((await textOf(sheet, "sv")).calls.at(-1)!.problem)).toBe(sv);
    expect(plain((await textOf(sheet, "en")).calls.at(-1)!.problem)).toBe(en);
  });
});

describe("notes say what holds for the cell", () => {
  const total = '=FINSAM.TOTAL(3674,"state")';
  test.each<[string, Sheet, string[], string[]]>([
    ["nothing, where all is as it seems", { formula: total, shown: 7348 }, [], []],
    [
      "where the formula is",
      { formula: "=FINSAM.SPLIT(7348)", cell: "J31", fills: "J30:J32", shown: 1837 },
      ["Cellen fylls av formeln i J30."],
      ["The cell is filled by the formula in J30."],
    ],
    [
      "what arithmetic makes of it",
      { formula: `${total}/1000`, shown: 7.348 },
      ["Resten av formeln är vanlig räkning och ger 7,348."],
      ["The rest of the formula is ordinary arithmetic and gives 7.348."],
    ],
    [
      "that Excel works out the rest",
      { formula: `=ROUND(${total.slice(1)},0)`, shown: 1 },
      ["Resten av formeln räknar Excel självt."],
      ["Excel itself works out the rest of the formula."],
    ],
    [
      "that the cell shows something else",
      { formula: total, shown: 7000 },
      [
        "Cellen visar 7 000, men formeln ger 7 348. Arbetsboken är kanske inte omräknad: tryck på F9, eller Ctrl+Alt+F9 för att räkna om allt.",
      ],
      [
        "The cell shows 7,000, but the formula gives 7,348. The workbook may not be recalculated: press F9, or Ctrl+Alt+F9 to recalculate everything.",
      ],
    ],
    [
      "in as many digits as it takes to see it",
      { formula: '=FINSAM.TOTAL(1,"region")/3', shown: 1.33333333 },
      [
        "Cellen visar 1,33333333, men formeln ger 1,33333333333333. Arbetsboken är kanske inte omräknad: tryck på F9, eller Ctrl+Alt+F9 för att räkna om allt.",
        "Resten av formeln är vanlig räkning och ger 1,3333.",
      ],
      [
        "The cell shows 1.33333333, but the formula gives 1.33333333333333. The workbook may not be recalculated: press F9, or Ctrl+Alt+F9 to recalculate everything.",
        "The rest of the formula is ordinary arithmetic and gives 1.3333.",
      ],
    ],
    [
      "that the add-in was missing",
      { formula: total, shown: { code: "#NAME?" } },
      [
        "Cellen visar #NAMN? eftersom tillägget saknades när den räknades. Formeln ger 7 348. Välj Reparera under Kontroll, så räknas den på nytt.",
      ],
      [
        "The cell shows #NAME? as the add-in was missing when it was calculated. The formula gives 7,348. Choose Repair under Check, and it is calculated anew.",
      ],
    ],
    [
      "that there is no room",
      { formula: "=FINSAM.SPLIT(7348)", shown: { code: "#SPILL!" } },
      ["Cellen visar #SPILL! eftersom resultatet inte får plats. Töm cellerna som det ska fylla."],
      ["The cell shows #SPILL! as the result has no room. Clear the cells that it is to fill."],
    ],
    [
      "that Excel is not done",
      { formula: total, shown: { code: "#BUSY!" } },
      ["Cellen visar #BUSY!: Excel räknar fortfarande."],
      ["The cell shows #BUSY!: Excel is still calculating."],
    ],
  ])("%s", async (_, sheet, sv, en) => {
    const said = async (language: "sv" | "en") => (await textOf(sheet, language)).notes.map(({ text }) => plain(text));
    expect([await said("sv"), await said("en")]).toEqual([sv, en]);
  });
});

test("the whole of it: whose figure it is, each call with its arguments, and the answer", async () => {
  const sheet: Sheet = {
    formula: '=FINSAM.SPLIT(FINSAM.ESCALATE(B1,rate,3),Indata!A3:A4,1,"state",,FALSE)',
    cell: "K32",
    fills: "J30:L33",
    shown: 413,
    cells: {
      ...{ B1: 1000, "Indata!A3": 3, "Indata!A4": 1 },
      ...{ J29: 2022, K29: 2023, L29: 2024, H30: "Staten", H31: "Regionen", H32: "Habo", H33: "Mullsjö" },
    },
    answers: () => ({ kind: "formula", formula: "=10%" }),
  };
  const { subject, cell, formula, calls, notes } = await textOf(sheet);
  expect([cell?.address, subject, formula]).toEqual([
    "K32",
    "Habo, 2023",
    '=FINSAM.SPLIT(FINSAM.ESCALATE(B1;rate;3);Indata!A3:A4;1;"staten";;FALSKT)',
  ]);
  expect(
    calls.map(({ name, within, arguments: given, result }) => [
      name,
      within,
      given.map(({ name: argument, text, value, cells }) => [argument, text, plain(value), cells?.address]),
      plain(result),
    ]),
  ).toEqual([
    [
      "FINSAM.ESCALATE",
      "belopp i FINSAM.SPLIT",
      [
        ["belopp", "B1", "1 000", "B1"],
        ["ökning", "rate", "10 %", undefined],
        ["antalÅr", "3", undefined, undefined],
      ],
      "Svar: 1 210",
    ],
    [
      "FINSAM.SPLIT",
      undefined,
      [
        ["belopp", "FINSAM.ESCALATE(B1;rate;3)", "1 210", undefined],
        ["vikter", "Indata!A3:A4", "2 värden", "Indata!A3:A4"],
        ["enhet", "1", undefined, undefined],
        ["avser", '"staten"', undefined, undefined],
        ["utanRegion", "FALSKT", undefined, undefined],
      ],
      "Svar: 454",
    ],
  ]);
  expect(calls[1]!.steps.map(({ heading }) => heading)).toEqual(["Budgeten", "Parternas andelar", "Kommunernas delar"]);
  expect(plain(calls[1]!.steps[2]!.text.join(" "))).toContain("Habo har 3 av 4, det är 453,75; avrundat nedåt 453.");
  expect(notes.map(({ kind }) => kind)).toEqual(["warning", "hint"]);
});

test("a table of years within says which year each step is about", async () => {
  const { calls } = await textOf({ formula: "=SUM(FINSAM.ALLOCATE({100,200},{1;1}))", shown: 300 });
  expect(calls[0]!.steps.map(({ heading }) => heading)).toEqual(["Delarna, år 1", "Delarna, år 2"]);
  expect(calls[0]!.result).toBeUndefined();
});

test("of very many steps the last are shown, and how many come before", async () => {
  const { calls } = await textOf({ formula: "=SUM(FINSAM.ESCALATE({1;2},10%,150))", shown: 1 });
  expect(calls[0]!.steps).toHaveLength(250);
  expect(calls[0]!.left).toBe("52 tidigare steg visas inte.");
});

test("an error is shown by its name in the reader's language, whatever Excel's is", async () => {
  const sheet: Sheet = { formula: "=FINSAM.SPLIT(B1)", shown: { code: "#VALUE!" }, text: "#VALUE!" };
  expect([(await textOf(sheet)).shown, (await textOf(sheet, "en")).shown]).toEqual(["#VÄRDEFEL!", "#VALUE!"]);
});

test("a name for cells is shown with where they are", async () => {
  const { calls } = await textOf({ formula: "=FINSAM.MERGE(unions,400)", answers: () => column(5486, 4006) });
  expect(calls[0]!.arguments[0]).toMatchObject({
    text: "unions",
    value: "2 värden",
    cells: { address: "Indata!B2:B3", sheet: "Indata", zone: { top: 1, bottom: 2, left: 1, right: 1 } },
  });
});

describe("the answer in one sentence", () => {
  const said = async (sheet: Sheet) => {
    const { answer } = await textOf(sheet);
    return answer && { ...answer, text: plain(answer.text), at: answer.at?.address };
  };

  test("is what the last step came to, where the cell comes from one call", async () => {
    expect(await said({ formula: "=FINSAM.ALLOCATE(100,{1;2},1)", cell: "J31", fills: "J30:J31" })).toEqual({
      kind: "answer",
      text: "Mottagare 2 får 67: exakt 66,67 är 66 avrundat nedåt, och resten 0,67 ger en till.",
    });
  });

  test("is none where the cell comes from several", async () => {
    expect(await said({ formula: '=FINSAM.TOTAL(1,"state")+FINSAM.TOTAL(2,"state")' })).toBeUndefined();
  });

  test("is what went wrong first, however many calls pass it on, and where to put it right", async () => {
    const formula = "=FINSAM.SPLIT(FINSAM.ESCALATE(B1:B3,0.1,3))";
    expect(await said({ formula, cells: { B1: 1, B2: "mycket", B3: 3 } })).toEqual({
      kind: "problem",
      text: "Belopp, rad 2: ska vara ett tal, men är texten ”mycket”.",
      at: "B2",
    });
    const { calls } = await textOf({ formula: "=FINSAM.ALLOCATE(1,B1:B2)", cells: { B1: -1, B2: 1 } });
    expect(calls[0]!.arguments.map(({ isWrong }) => isWrong)).toEqual([false, true]);
  });
});

test.each<[string, Partial<Sheet>, string[]]>([
  ["a number that is shown whole has nothing behind it", { shown: 1837, text: "1 837 kr" }, []],
  ["nor has one in thousands", { shown: 1837000, text: "1837" }, []],
  ["of one that is shown rounded it is told what the cell holds", { shown: 1837.5, text: "1838" }, ["1 837,5"]],
  ["nor one that is shown with more decimals than are told", { shown: 1837.123456, text: "1837,123456" }, []],
  ["of a share too", { shown: 0.1234, text: "12 %" }, ["12,34 %"]],
  ["a hidden number is shown", { shown: 1837.5, text: "" }, []],
])("%s", async (_, sheet, held) => {
  const { notes, shown } = await textOf({ formula: "=ROUND(FINSAM.TOTAL(1),3)", ...sheet });
  const rounded = notes.map(({ text }) => plain(text)).filter((text) => text?.includes("avrundat"));
  expect(rounded).toEqual(held.map((value) => `Talet visas avrundat; i cellen står ${value}.`));
  expect(plain(shown)).toBe(sheet.text === "" ? "1 837,5" : sheet.text);
});
