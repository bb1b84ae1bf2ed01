/**
 * @jest-environment jsdom
 *
 * The explanation of the selected cell in the pane: it follows the selection, goes to cells and back, and is told in
 * either language; with everything that can come of it.
 */
import { jest } from "@jest/globals";
import type { Language } from "../../src/i18n/language";
import { keepingPlace } from "../../src/taskpane/dom";
import { explainView } from "../../src/taskpane/views/explain";
import type { Workbook } from "../../src/workbook/port";
import type { ActiveCell, Place } from "../../src/workbook/reading";
import type { GoOutcome } from "../../src/workbook/wholeWorkbook";
import { answersOf, type Sheet } from "../actions/explainSheet";
import { workbookThat } from "../workbook/answering";

const plan: Sheet = {
  formula: '=FINSAM.SPLIT(FINSAM.ESCALATE(B1,10%,2),Indata!$A$3:$A$6,1,"state")',
  cell: "K34",
  fills: "J30:K35",
  shown: 35,
  cells: {
    ...{ B1: 300, "Indata!A3": 41, "Indata!A4": 31, "Indata!A5": 20, "Indata!A6": 8 },
    ...{ J29: 2022, K29: 2023, H30: "Staten", H31: "Regionen", H32: "Jönköping", H33: "Habo", H34: "Vaggeryd" },
    H35: "Mullsjö",
  },
};

/** Nothing of ours is in the cell. */
const typed = (place: Place): ActiveCell => ({ kind: "cell", place, value: 300, text: "300" });

interface Around {
  readonly language?: Language;
  readonly hasWorkbook?: boolean;
}

/** The view, what it says, and a workbook in which cells are selected: those of the sheets, and others with a number. */
async function show(sheets: Sheet | readonly Sheet[] = plan, { language = "sv", hasWorkbook = true }: Around = {}) {
  const known = [sheets].flat();
  const state: { sheet: Sheet; place?: Place } = { sheet: known[0]! };
  const listeners = new Set<() => void>();
  const activeCell = jest.fn<Workbook["activeCell"]>(() =>
    state.place ? Promise.resolve(typed(state.place)) : answersOf(state.sheet).answering.activeCell(),
  );
  const readReferences = jest.fn<Workbook["readReferences"]>((references, from) =>
    answersOf(state.sheet).answering.readReferences(references, from),
  );
  /** Another cell becomes the active one. */
  const select = (place: Place | Sheet) => {
    if ("formula" in place) Object.assign(state, { sheet: place, place: undefined });
    else state.place = place;
    listeners.forEach((listener) => listener());
  };
  const goTo = jest.fn<Workbook["goTo"]>(async (sheet, { top: row, left: column }) => {
    const addressed = await Promise.all(known.map(async (each) => [each, await placeOf(each)] as const));
    const found = addressed.find(([, place]) => place.sheet === sheet && place.row === row && place.column === column);
    select(found?.[0] ?? { sheet, row, column });
    return { kind: "shown" };
  });
  const workbook = workbookThat({
    activeCell,
    readReferences,
    goTo,
    onSelectionChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const heard: string[] = [];
  const view = explainView({
    findWorkbook: () => Promise.resolve(hasWorkbook ? workbook : undefined),
    announce: (text) => heard.push(plain(text)),
  });
  const panel = document.createElement("div");
  document.body.replaceChildren(panel);
  const render = (chosen: Language) => keepingPlace(() => panel.replaceChildren(view.render(chosen)));
  render(language);
  view.setShown!(true);
  await settled();
  return { activeCell, readReferences, goTo, select, heard, view, render, panel, listeners };
}

async function placeOf(sheet: Sheet): Promise<Place> {
  const cell = await answersOf(sheet).answering.activeCell();
  if (cell.kind === "refused") throw new Error(cell.message);
  return cell.place;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const byId = (id: string) => document.getElementById(id)!;
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => plain(each.textContent));
const press = async (id: string) => {
  byId(id).focus();
  byId(id).click();
  await settled();
};

/** What is selected is explained once the pane is painted. */
async function settled() {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 1)));
  }
}

beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("the explained cell", () => {
  test("has on top whose it is, its value, and how it comes about", async () => {
    const { heard } = await show();
    expect(texts("#explain-title, .shown-value, .formula, .remark > p")).toEqual([
      "K34 Vaggeryd, 2023",
      "35",
      expect.stringMatching(/^Vaggeryd får 36: exakt 36,20 är 36 avrundat nedåt, och resten 0,20 ger inget mer\.$/),
      expect.stringContaining("Cellen visar 35, men formeln ger 36."),
      "Cellen fylls av formeln i J30.",
      '=FINSAM.SPLIT(FINSAM.ESCALATE(B1;10%;2);Indata!$A$3:$A$6;1;"staten")',
    ]);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^K34, Vaggeryd, 2023: 35\. Vaggeryd får 36: .* Cellen visar 35/);
  });

  test("has each call with its arguments, their values, and where they are", async () => {
    await show();
    expect(texts(".call h3")).toEqual(["FINSAM.ESCALATE belopp i FINSAM.SPLIT", "FINSAM.SPLIT"]);
    const rows = [...document.querySelectorAll(".explained-arguments > li")].map((row) =>
      [...row.children].map(({ textContent }) => plain(textContent)),
    );
    expect(rows).toEqual([
      ["belopp", "Gå till B1", "300"],
      ["ökning", "10%", ""],
      ["antalÅr", "2", ""],
      ["belopp", "FINSAM.ESCALATE(B1;10%;2)", "363"],
      ["vikter", "Gå till Indata!$A$3:$A$6", "4 värden"],
      ["enhet", "1", ""],
      ["avser", '"staten"', ""],
    ]);
  });

  test("has its steps numbered through all calls, each with its figures and its paragraph", async () => {
    await show();
    expect(texts(".step h4")).toEqual([
      "1. Utgångspunkt",
      "2. 2022",
      "3. 2023",
      "4. Budgeten",
      "5. Parternas andelar",
      "6. Kommunernas delar",
    ]);
    const last = document.querySelector(".step:last-child table")!;
    expect([...last.querySelectorAll("thead th")].map(({ textContent }) => textContent)).toEqual([
      "Kommun",
      "Vikt",
      "Exakt",
      "Avrundat nedåt",
      "Rest",
      "Blir",
    ]);
    expect([...last.querySelectorAll(".is-explained")].map(({ textContent }) => plain(textContent))).toEqual([
      expect.stringContaining("Vaggeryd (den förklarade raden)20"),
    ]);
    expect(texts(".step > .hint")[1]).toMatch(/^5 § lagen \(2003:1210\)/);
    expect(texts(".came-to")).toEqual(["Svar: 363", "Svar: 36"]);
  });

  test.each([
    ["beside small figures", 100, "beside"],
    ["above larger ones", 1_000_000, "above"],
    ["above figures in small letters", 1_000_000_000, "small"],
    ["above a line for each figure where these are very long", 1e13, "list"],
  ])("has the names of a table %s, so that no number is broken", async (_, amount, layout) => {
    await show({ formula: `=FINSAM.ALLOCATE(${amount},{3;1;3},1)`, cell: "J30", fills: "J30:J32" });
    expect(document.querySelector("table")!.className).toBe(`figures-table figures-${layout}`);
    const rows = [...document.querySelectorAll(".is-explained tr")].map(({ children }) => children.length);
    expect(rows).toEqual({ beside: [6], above: [1, 5], small: [1, 5], list: [1, 2, 2, 2, 2, 2] }[layout]);
  });

  test("keeps in a long table what matters, and says how much is left out until all is asked for", async () => {
    const weights = Array.from({ length: 40 }, (_, index) => index + 1);
    await show({
      formula: `=FINSAM.ALLOCATE(1000,{${weights.join(";")}},1)`,
      cell: "J59",
      fills: "J30:J69",
      shown: 37,
    });
    expect(texts(".left-out").length).toBeGreaterThan(0);
    expect(texts(".left-out").every((text) => /^\d+ rader visas inte$/.test(text))).toBe(true);
    expect(texts(".is-explained")).toEqual([expect.stringContaining("Mottagare 30 (den förklarade raden)")]);
    const before = document.querySelectorAll("table tbody").length;
    await press("step-1-rows");
    expect(byId("step-1-rows").textContent).toBe("Visa färre rader");
    expect(document.activeElement).toBe(byId("step-1-rows"));
    expect(document.querySelectorAll("table tbody")).toHaveLength(40);
    expect(texts(".left-out")).toEqual([]);
    await press("step-1-rows");
    expect(byId("step-1-rows").textContent).toBe("Visa alla 40 rader");
    expect(document.querySelectorAll("table tbody")).toHaveLength(before);
  });
});

describe("the selection", () => {
  test("is followed, from the top of the view, and said once", async () => {
    const { select, heard, panel } = await show();
    panel.scrollTop = 200;
    select({ ...plan, cell: "K33", shown: 28 });
    await settled();
    expect(texts("#explain-title")).toEqual(["K33 Habo, 2023"]);
    expect(panel.scrollTop).toBe(0);
    expect(heard).toHaveLength(2);
    select({ sheet: "Plan", row: 0, column: 0 });
    await settled();
    expect(texts("#explain-title, .remark")).toEqual([
      "A1",
      "Cellen innehåller ett inskrivet värde och ingen formel. Markera en cell med en FINSAM-formel.",
    ]);
    expect(byId("copy-explanation")).toBeNull();
  });

  test("changes nothing on the page, nor its place, where all is as it was; asked for it is said again", async () => {
    const { select, heard, panel } = await show();
    panel.scrollTop = 200;
    const title = byId("explain-title");
    select(plan);
    await settled();
    expect(byId("explain-title")).toBe(title);
    expect(panel.scrollTop).toBe(200);
    expect(heard).toHaveLength(1);
    await press("explain-again");
    expect(byId("explain-title")).toBe(title);
    expect(heard[1]).toBe(heard[0]);
  });

  test("of the same cell with another value changes the page and keeps its place", async () => {
    const { select, panel } = await show();
    panel.scrollTop = 200;
    byId("call-0-argument-0").focus();
    select({ ...plan, shown: 36 });
    await settled();
    expect(texts(".shown-value")).toEqual(["36"]);
    expect(panel.scrollTop).toBe(200);
    expect(document.activeElement).toBe(byId("call-0-argument-0"));
  });

  test("that changes while a cell is read is explained alone, and nothing of the one before", async () => {
    const { select, heard, activeCell } = await show();
    let answer!: (cell: ActiveCell) => void;
    activeCell.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    select({ sheet: "Plan", row: 0, column: 0 });
    await settled();
    select({ sheet: "Plan", row: 1, column: 0 });
    select({ sheet: "Plan", row: 2, column: 0 });
    await settled();
    const calls = activeCell.mock.calls.length;
    answer(typed({ sheet: "Plan", row: 0, column: 0 }));
    await settled();
    expect(texts("#explain-title")).toEqual(["A3"]);
    expect(heard.map((text) => text.slice(0, 3))).toEqual(["K34", "A3."]);
    expect(activeCell.mock.calls.length).toBe(calls + 1);
  });

  test("is not followed while another view is shown, and explained when this one is again", async () => {
    const { select, view, activeCell, listeners } = await show();
    view.setShown!(false);
    expect(listeners.size).toBe(0);
    select({ sheet: "Plan", row: 0, column: 0 });
    await settled();
    expect(activeCell).toHaveBeenCalledTimes(1);
    view.setShown!(true);
    await settled();
    expect(texts("#explain-title")).toEqual(["A1"]);
    expect(listeners.size).toBe(1);
  });

  test("is waited for, and that is said where it takes long", async () => {
    const { select, activeCell } = await show();
    activeCell.mockImplementationOnce(() => new Promise(() => undefined));
    select({ sheet: "Plan", row: 0, column: 0 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(texts(".explanation > .hint")).toEqual(["Läser cellen …"]);
    expect(texts("#explain-title")).toEqual(["K34 Vaggeryd, 2023"]);
  });
});

describe("the cells of an argument", () => {
  test("are gone to; the explanation stays, the keyboard too, and leads back", async () => {
    const { goTo, heard } = await show();
    await press("call-1-argument-1");
    expect(goTo).toHaveBeenLastCalledWith("Indata", { top: 2, left: 0, bottom: 5, right: 0 });
    expect(texts("#explain-title")).toEqual(["K34 Vaggeryd, 2023"]);
    expect(document.activeElement).toBe(byId("call-1-argument-1"));
    expect(byId("call-1-argument-1").getAttribute("aria-current")).toBe("true");
    expect(texts(".visited")).toEqual(["Indata!A3:A6 är markerat i bladet.Tillbaka till K34Förklara A3"]);
    expect(heard.slice(1)).toEqual(["Indata!A3:A6 är markerat i bladet."]);
    await press("back-to-cell");
    expect(goTo).toHaveBeenLastCalledWith("Plan", { top: 33, left: 10, bottom: 33, right: 10 });
    expect(document.activeElement).toBe(byId("call-1-argument-1"));
    expect(texts(".visited")).toEqual([]);
    expect(texts("#explain-title")).toEqual(["K34 Vaggeryd, 2023"]);
  });

  test("are left for others, and for a cell that the user selects, which is followed", async () => {
    const { select } = await show();
    await press("call-1-argument-1");
    await press("call-0-argument-0");
    expect(texts("[aria-current]")).toEqual(["Gå till B1"]);
    expect(texts(".visited")).toEqual(["B1 är markerat i bladet.Tillbaka till K34Förklara B1"]);
    select({ sheet: "Plan", row: 4, column: 4 });
    await settled();
    expect(texts("#explain-title")).toEqual(["E5"]);
    expect(texts("#explain-again")).toEqual(["Förklara igen"]);
  });

  test("are explained in their turn, with the way back to the cell that led there", async () => {
    const budget: Sheet = { formula: '=FINSAM.TOTAL(150,"state")', cell: "B1", shown: 300 };
    const { select } = await show([plan, budget]);
    await press("call-0-argument-0");
    expect(texts("#explain-again")).toEqual(["Förklara B1"]);
    await press("explain-visited");
    expect(texts("#explain-title, .shown-value")).toEqual(["B1", "300"]);
    expect(document.activeElement).toBe(byId("explain-title"));
    expect(texts("#back-to-explained")).toEqual(["Tillbaka till K34"]);
    await press("back-to-explained");
    expect(texts("#explain-title")).toEqual(["K34 Vaggeryd, 2023"]);
    expect(document.activeElement).toBe(byId("explain-title"));
    expect(byId("back-to-explained")).toBeNull();
    // A cell of the user's own choice begins anew.
    await press("call-0-argument-0");
    await press("explain-again");
    expect(texts("#back-to-explained")).toEqual(["Tillbaka till K34"]);
    select({ ...plan, cell: "K33" });
    await settled();
    expect(byId("back-to-explained")).toBeNull();
  });

  test.each<[string, GoOutcome, string, string]>([
    ["on a sheet that is gone", { kind: "gone" }, "”Indata” finns inte längre. Markera", "is there no more. Select"],
    ["on a hidden sheet", { kind: "hidden" }, "är dolt. Högerklicka", "is hidden. Right-click"],
    ["while a cell is edited", { kind: "refused", reason: "editing", message: "" }, "redigeras", "being edited"],
  ])("%s cannot be shown, which is said at them in either language", async (_, outcome, sv, en) => {
    const { goTo, heard, render, readReferences } = await show();
    goTo.mockResolvedValueOnce(outcome);
    await press("call-1-argument-1");
    expect(texts(".message")).toEqual([expect.stringContaining(sv)]);
    expect(heard.at(-1)).toBe(texts(".message")[0]);
    expect(texts("#explain-again")).toEqual(["Förklara igen"]);
    render("en");
    expect(texts(".message")).toEqual([expect.stringContaining(en)]);
    expect(readReferences).toHaveBeenCalledTimes(1);
  });
});

test.each<[string, GoOutcome, string, string]>([
  ["gone", { kind: "gone" }, "finns inte längre", "is there no more"],
  ["hidden", { kind: "hidden" }, "är dolt", "is hidden"],
])("where the explained cell's sheet is %s, the way back says so", async (_, outcome, sv, en) => {
  const budget: Sheet = { formula: '=FINSAM.TOTAL(150,"state")', cell: "B1", shown: 300 };
  const { goTo, heard, render } = await show([plan, budget]);
  await press("call-0-argument-0");
  goTo.mockResolvedValueOnce(outcome);
  await press("back-to-cell");
  expect(texts(".explained-arguments .message")).toEqual([expect.stringContaining(sv)]);
  expect(heard.at(-1)).toContain(sv);
  await press("call-0-argument-0");
  await press("explain-visited");
  goTo.mockResolvedValueOnce(outcome);
  await press("back-to-explained");
  expect(texts("#explain-title, .message")).toEqual([expect.stringContaining(sv), "B1"]);
  expect(byId("back-to-explained")).toBeNull();
  render("en");
  expect(texts(".message")).toEqual([expect.stringContaining(en)]);
});

test("in the other language the same is told without reading again", async () => {
  const { render, activeCell, heard } = await show();
  await press("call-0-argument-0");
  const reads = activeCell.mock.calls.length;
  render("en");
  await settled();
  expect(texts("#explain-title, .remark > p")).toEqual([
    "K34 Vaggeryd, 2023",
    expect.stringMatching(/^Vaggeryd gets 36: exactly 36\.20 is 36 rounded down/),
    expect.stringContaining("The cell shows 35, but the formula gives 36."),
    "The cell is filled by the formula in J30.",
  ]);
  expect(texts(".step h4").at(-1)).toBe("6. The municipalities' parts");
  expect(texts(".visited")).toEqual(["B1 is selected on the sheet.Back to K34Explain B1"]);
  expect(document.activeElement).toBe(byId("call-0-argument-0"));
  expect(activeCell).toHaveBeenCalledTimes(reads);
  expect(heard).toHaveLength(2);
});

describe("what cannot be explained", () => {
  test.each<[string, Sheet, string]>([
    ["an expression", { formula: "=FINSAM.SPLIT(SUM(B4:B9))" }, "Lägg det i en egen cell"],
    ["an error in a cell", { formula: "=FINSAM.SPLIT(B4)", cells: { B4: { code: "#N/A" } } }, "#SAKNAS! i B4"],
    ["a wrong value", { formula: "=FINSAM.SPLIT(B4)", cells: { B4: "mycket" } }, "texten ”mycket”"],
    ["no such function", { formula: "=FINSAM.SHARE(1)" }, "FINSAM.SHARE"],
  ])("%s is said once, on top, and the argument is marked", async (_, sheet, text) => {
    await show({ shown: { code: "#VALUE!" }, ...sheet });
    expect(texts(".remark[data-kind=problem] > p")).toEqual([expect.stringContaining(text)]);
    expect(texts(".call > .message")).toEqual([]);
    const wrong = sheet.formula.includes("SPLIT") ? ["belopp"] : [];
    expect(texts(".wrong .name")).toEqual(wrong);
  });

  test("a wrong cell is gone to from the sentence about it", async () => {
    const { goTo } = await show({ formula: "=FINSAM.SPLIT(B1:B3)", cells: { B1: 1, B2: "mycket", B3: 3 } });
    await press("explain-answer-cells");
    expect(goTo).toHaveBeenLastCalledWith("Plan", { top: 1, left: 1, bottom: 1, right: 1 });
  });

  test("no workbook is said", async () => {
    const { heard } = await show(plan, { hasWorkbook: false });
    expect(texts("h2, .remark")).toEqual([
      "Förklara",
      "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel.",
    ]);
    expect(heard).toEqual(["Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel."]);
  });

  test.each([
    ["a cell being edited", { kind: "refused", reason: "editing", message: "" }, "En cell redigeras just nu."],
    ["what Excel says", { kind: "refused", reason: "other", message: "Nej" }, "Cellen kunde inte läsas: Nej"],
  ] as const)("%s is said, and tried again", async (_, refused, text) => {
    const { activeCell, select } = await show();
    activeCell.mockResolvedValueOnce(refused);
    select(plan);
    await settled();
    expect(texts(".remark")).toEqual([expect.stringContaining(text)]);
    await press("explain-again");
    expect(texts("#explain-title")).toEqual(["K34 Vaggeryd, 2023"]);
  });

  test("a defect is said as such", async () => {
    const { activeCell, select } = await show();
    activeCell.mockRejectedValueOnce(new Error("broken"));
    select(plan);
    await settled();
    expect(texts(".remark")).toEqual(["Cellen kunde inte läsas: broken"]);
  });
});

describe("copied as text", () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  const refuse = () => clipboard(() => Promise.reject(new Error("refused")));

  test("is all of it, with tabs between a table's columns", async () => {
    const written: string[] = [];
    clipboard((text) => Promise.resolve(void written.push(plain(text))));
    await show();
    await press("copy-explanation");
    expect(texts(".outcome [role=status]")).toEqual(["Förklaringen är kopierad. Klistra in den där den behövs."]);
    const lines = written[0]!.split("\n");
    expect(lines[0]).toBe("Plan!K34, Vaggeryd, 2023: 35");
    expect(lines).toContain("FINSAM.ESCALATE (belopp i FINSAM.SPLIT)");
    expect(lines).toContain("belopp: B1 = 300");
    expect(lines).toContain("6. Kommunernas delar");
    expect(lines).toContain("Vaggeryd\t20\t36,20\t36\t0,20\t36");
    expect(lines.at(-1)).toBe("Svar: 36");
  });

  test("has of a long table the rows that are shown", async () => {
    const written: string[] = [];
    clipboard((text) => Promise.resolve(void written.push(plain(text))));
    const weights = Array.from({ length: 40 }, (_, index) => index + 1).join(";");
    await show({ formula: `=FINSAM.ALLOCATE(1000,{${weights}},1)`, cell: "J59", fills: "J30:J69", shown: 37 });
    await press("copy-explanation");
    await press("step-1-rows");
    await press("copy-explanation");
    const rows = written.map((text) => text.split("\n").filter((line) => line.startsWith("Mottagare ")).length);
    expect(rows[0]).toBeLessThan(40);
    expect(rows[1]).toBeGreaterThanOrEqual(40);
    expect([written[0], written[1]].map((text) => /\(\d+ rader visas inte\)/.test(text!))).toEqual([true, false]);
  });

  test("is by the older way where the clipboard is refused", async () => {
    refuse();
    const copied: string[] = [];
    document.execCommand = () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0;
    await show();
    // Fluent's button can have the keyboard only where it is defined.
    byId("copy-explanation").tabIndex = 0;
    await press("copy-explanation");
    expect(copied[0]).toContain("Plan!K34");
    expect(texts(".outcome [role=status]")).toEqual(["Förklaringen är kopierad. Klistra in den där den behövs."]);
    expect(document.querySelector("textarea")).toBeNull();
    expect(document.activeElement).toBe(byId("copy-explanation"));
  });

  test("is there to be copied by hand where that is refused too", async () => {
    refuse();
    document.execCommand = () => false;
    await show();
    await press("copy-explanation");
    const field = document.querySelector("textarea")!;
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(field.value);
    expect(texts(".outcome [role=status]")).toEqual([expect.stringContaining("Ctrl+C")]);
    expect(field.getAttribute("aria-label")).toBe("Förklaringen som text");
  });
});
