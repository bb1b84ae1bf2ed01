/**
 * @jest-environment jsdom
 *
 * Scenarios in the pane: the list, and forms that say what a draft says, keep what is typed, and insert it.
 */
import { jest } from "@jest/globals";
import { chooseUnit } from "../../src/i18n/amountUnit";
import type { Language } from "../../src/i18n/language";
import { aboutTexts, scenarioIds, type ScenarioId } from "../../src/i18n/scenarios/about";
import { draftSheet, openDraft, withValue } from "../../src/scenarios/draft";
import { draftFields } from "../../src/scenarios/draftFields";
import { draftFigures, type FigureChart } from "../../src/scenarios/draftFigures";
import type { LaidOutSheet } from "../../src/scenarios/layout";
import type { Selection, SheetOutcome } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

const drawn: FigureChart[] = [];
jest.unstable_mockModule("../../src/taskpane/scenarios/drawing", () => ({
  createDrawing: () => ({ show: (chart: FigureChart) => drawn.push(chart) }),
}));
Object.assign(globalThis, {
  matchMedia: () => new EventTarget(),
  // Frames come as soon as anything else does, so that no test depends on how quick the machine is.
  requestAnimationFrame: (callback: () => void) => setTimeout(callback),
});
const { scenariosView } = await import("../../src/taskpane/views/scenarios");

const byId = <Made extends HTMLElement = HTMLInputElement>(id: string) => document.getElementById(id) as Made;
const table = (rows: unknown[][]): Selection => ({ kind: "cells", top: 0, left: 0, values: rows });
const empty: Selection = { kind: "empty" };

interface Around {
  language?: Language;
  selection?: Selection;
  outcome?: SheetOutcome;
  hasWorkbook?: boolean;
}

/** The view on a page, with a workbook that answers so. */
async function show(id?: ScenarioId, around: Around = {}) {
  const { language = "sv", outcome = { kind: "sheetInserted", name: "Bladet" }, hasWorkbook = true } = around;
  const state = { selection: around.selection ?? empty };
  const sheets: LaidOutSheet[] = [];
  const workbook = workbookThat({
    selection: () => Promise.resolve(state.selection),
    insertSheet: (sheet) => {
      sheets.push(sheet);
      return Promise.resolve(outcome);
    },
  });
  const announced: string[] = [];
  const view = scenariosView({
    findWorkbook: () => Promise.resolve(hasWorkbook ? workbook : undefined),
    announce: (text) => announced.push(text),
  });
  const render = (chosen: Language) => document.body.replaceChildren(view.render(chosen));
  render(language);
  if (id) await open(id);
  return { render, sheets, announced, state };
}

async function open(id: ScenarioId) {
  byId(`scenario-${id}`).click();
  // The head is painted before the form is made.
  while (document.querySelector(".insert-bar") === null) await painted();
  await painted();
}

function type(key: string, text: string) {
  const input = byId(`field-${key}`);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

async function press(id: string) {
  byId(id).click();
  await painted();
}

/** Until what comes after a frame, or after several, is there too: the figures of new fields, and the chart. */
async function painted() {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const fields = () => [...document.querySelectorAll<HTMLInputElement>("fluent-accordion input")];
const said = () => texts(".insert-bar .said").join(" ").trim();
const membersShown = () =>
  fields()
    .filter(({ id }) => id.startsWith("field-municipality@"))
    .map(({ value }) => value);
const plain = (text: string) => text.replace(/\s/g, " ");

beforeEach(() => (drawn.length = 0));

describe("the list", () => {
  test.each(["sv", "en"] as const)("has every scenario with its sentence, in %s", async (language) => {
    await show(undefined, { language });
    const about = aboutTexts(language);
    expect(texts(".opens")).toEqual(scenarioIds.map((id) => about[id].title));
    expect(texts(".list p")).toEqual(scenarioIds.map((id) => about[id].description));
  });

  test("is come back to, with the keyboard on the scenario, which is marked once it has figures of the user's", async () => {
    await show("escalation");
    await press("back");
    expect(document.activeElement!.id).toBe("scenario-escalation");
    expect(texts(".tag")).toEqual([]);
    await open("escalation");
    type("stateStart", "4000");
    await press("back");
    expect(texts(".tag")).toEqual(["påbörjat"]);
    await open("escalation");
    expect(plain(byId("field-stateStart").value)).toBe("4 000");
  });
});

describe("a number in a field", () => {
  test("has its thousands apart, and together while it is typed over", async () => {
    await show("escalation");
    const input = byId("field-stateStart");
    expect(plain(input.value)).toBe("3 674");
    input.focus();
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(["3674", 0, 4]);
    type("stateStart", "36740");
    expect(input.value).toBe("36740");
    input.blur();
    expect(plain(input.value)).toBe("36 740");
    expect(texts(".problems li, .message").join("")).toBe("");
  });

  test("stays as it was typed where it is none", async () => {
    await show("escalation");
    const input = byId("field-stateStart");
    input.focus();
    type("stateStart", "36 74");
    input.blur();
    input.focus();
    expect(input.value).toBe("36 74");
  });
});

describe.each(scenarioIds.flatMap((id) => [[id, "sv"] as const, [id, "en"] as const]))("%s in %s", (id, language) => {
  test("has a field for every input, each with a name, and shows its figures, its control and its chart", async () => {
    await show(id, { language });
    const draft = openDraft(id, language);
    const expected = draftFields(draft).flatMap(({ rows }) => rows.flatMap((row) => row.fields.map(({ key }) => key)));
    expect(fields().map((input) => input.id)).toEqual(expected.map((key) => `field-${key}`));
    for (const input of fields()) expect(input.getAttribute("aria-label")).toMatch(/[\p{L}\d]/u);
    const { figures, chart } = draftFigures(draft);
    expect(texts(".figures dt")).toEqual(figures.map(({ label }) => label));
    expect(texts(".control")).toEqual([language === "sv" ? "Bladets kontroller stämmer" : "The sheet's checks hold"]);
    expect(texts(".problems li")).toEqual([]);
    expect(texts("figcaption")).toEqual([chart!.title]);
    expect(texts(".chart th[scope=row]")).toEqual(chart!.categories);
  });
});

describe("as something is typed", () => {
  test("figures, control and chart follow, and nothing of the fields is made anew", async () => {
    await show("escalation");
    const input = byId("field-stateStart");
    type("stateStart", "4 000,5");
    const draft = withValue(openDraft("escalation", "sv"), "stateStart", 4000.5);
    const { figures, chart } = draftFigures(draft);
    expect(plain(texts(".figures dd")[3]!)).toBe(`${plain((figures[3]!.value as number).toLocaleString("sv"))} tkr`);
    await painted();
    expect(drawn.at(-1)).toEqual(chart);
    expect(byId("field-stateStart")).toBe(input);
    expect(input.closest(".row")!.textContent).toContain("Egen uppgift");
  });

  test("a chart of shares has them in per cent, in its table too", async () => {
    await show("results");
    await painted();
    expect(drawn.at(-1)!.format).toBe("percentDecimal");
    expect(texts(".chart td").slice(1).map(plain)).toContain("34,1 %");
  });

  test("what is wrong is said at the field and above, in the words of the functions, and goes away", async () => {
    await show("escalation");
    type("stateStart", "mycket");
    const input = byId("field-stateStart");
    const sentence = "Statens bidrag startåret: ska vara ett tal, men är texten ”mycket”.";
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(byId(input.getAttribute("aria-describedby")!.split(" ")[0]!).textContent).toBe(sentence);
    expect(texts(".problems li")).toEqual([sentence]);
    expect(texts(".control")).toEqual(["3 av bladets kontroller stämmer inte"]);
    expect(texts("#group-inputs .group-heading .hint")).toEqual(["1 att rätta"]);
    document.querySelector<HTMLElement>(".problems button")!.click();
    expect(document.activeElement).toBe(input);
    type("stateStart", "4000");
    expect(input.hasAttribute("aria-invalid")).toBe(false);
    expect(texts(".problems li, .message").join("")).toBe("");
  });

  test("what only the functions can see is said too, at the field that it comes from", async () => {
    await show("escalation");
    type("stateMaximum", "-5");
    const sentence = "Statens maxbelopp: ska vara över 0, men är −5.";
    expect(texts(".problems li")).toEqual([sentence]);
    expect(byId("field-stateMaximum").getAttribute("aria-invalid")).toBe("true");
    expect(byId("message-stateMaximum").textContent).toBe(sentence);
    document.querySelector<HTMLElement>(".problems button")!.click();
    expect(document.activeElement).toBe(byId("field-stateMaximum"));
  });

  test("no more problems are shown than there is room for", async () => {
    await show("escalation");
    for (const key of ["startYear", "stateStart", "rate", "stateMaximum"]) type(key, "x");
    expect(texts(".problems li").slice(-1)).toEqual(["och 2 till"]);
  });

  test("what has changed is read out after a pause, and only that", async () => {
    const { announced } = await show("escalation");
    jest.useFakeTimers();
    type("stateMaximum", "6000");
    type("stateMaximum", "6500");
    expect(announced).toEqual([]);
    jest.advanceTimersByTime(1000);
    jest.useRealTimers();
    expect(announced).toHaveLength(1);
    expect(announced[0]).toContain("Outnyttjat, alla år");
    expect(announced[0]).not.toContain("Kontrollen");
  });

  test("Enter goes on to the next field and Shift and Enter back, past groups that are closed", async () => {
    await show("escalation");
    const enter = (shiftKey: boolean) =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", shiftKey, bubbles: true, cancelable: true }),
      );
    byId("field-startYear").focus();
    enter(false);
    expect(document.activeElement!.id).toBe("field-stateStart");
    enter(true);
    expect(document.activeElement!.id).toBe("field-startYear");
    byId("field-printed.4").focus();
    enter(false);
    expect(document.activeElement!.id).toBe("field-printed.4");
  });
});

describe("members", () => {
  test("are added with the keyboard in the new one's name, named, and removed", async () => {
    await show("level-increase");
    await press("add-member");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd", ""]);
    expect(document.activeElement!.id).toBe("field-municipality@3");
    type("municipality@3", "Habo");
    document.querySelector<HTMLElement>("[aria-label='Ta bort Habo']")!.click();
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd"]);
    expect(said()).toBe("Habo är borttagen. Ångra");
    await press("undo");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd", "Habo"]);
  });

  test("have their names wherever they stand", async () => {
    await show("ceiling");
    type("municipality@2", "Tranås");
    expect(texts("#group-members .row-label")).toContain("Tranås");
  });

  test("the last one cannot be removed", async () => {
    await show("level-increase");
    document.querySelector<HTMLElement>("[aria-label='Ta bort Vaggeryd']")!.click();
    expect(document.querySelector(".remove")).toBeNull();
  });
});

describe("the shape of the sheet", () => {
  async function choose(id: string, value: string) {
    const input = byId(id);
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
  }

  test("has as many years as are chosen, keeps what is typed and the keyboard, and can be had back", async () => {
    const { sheets } = await show("multi-year");
    expect(byId("shape-years").value).toBe("3");
    type("rate2.1", "12");
    await choose("shape-years", "5");
    expect(said()).toBe("Bladet har 5 år. Ångra");
    expect(document.activeElement!.id).toBe("shape-years");
    expect([byId("field-rate2.1").value, byId("field-rate3.5").value]).toEqual(["12", "0"]);
    await press("insert-sheet");
    expect(sheets[0]!.names.get("year")!.right - sheets[0]!.names.get("year")!.left).toBe(4);
    await choose("shape-years", "4");
    await press("undo");
    expect(byId("shape-years").value).toBe("5");
    await press("back-to-example");
    expect(byId("shape-years").value).toBe("3");
  });

  test("is not changed by a number that no sheet has room for, which is said", async () => {
    await show("escalation", { language: "en" });
    await choose("shape-years", "1");
    const message = texts("#shape-years-message").join("");
    expect(message).toBe("Years on the sheet: must be a whole number from 2 to 20.");
    expect(byId("shape-years").getAttribute("aria-invalid")).toBe("true");
    expect(byId("field-printed.4").value).toBe("226");
    await choose("shape-years", "12");
    expect(texts("#shape-years-message").join("")).toBe("");
    expect(byId("shape-years").hasAttribute("aria-invalid")).toBe(false);
  });

  test("is without a region where none takes part, and the scenario is one that is begun", async () => {
    const { sheets } = await show("escalation");
    const box = byId("shape-withoutRegion");
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    await painted();
    expect(said()).toBe("Regionen är borttagen. Ångra");
    await press("insert-sheet");
    expect(sheets[0]!.cells.map(({ content }) => content)).not.toContain("Regionen");
    await press("back");
    expect(texts(".tag")).toEqual(["påbörjat"]);
  });

  test("has as many unions as are chosen, each with a name to be typed", async () => {
    await show("results");
    await choose("shape-unions", "4");
    expect([0, 1, 2, 3].map((index) => byId(`field-union.${index}`).value)).toEqual([
      "Höglandet",
      "Södra Vätterbygden",
      "Finnveden",
      "Förbund 4",
    ]);
  });

  test("is not asked about where there is nothing to choose", async () => {
    await show("own-capital");
    expect(document.querySelector<HTMLElement>(".shape")!.hidden).toBe(true);
  });
});

describe("the selection", () => {
  const members = table([
    ["Aneby", 6848],
    ["Eksjö", 17736],
  ]);

  test("fills in a form that is opened on two columns, and the example's figures come back", async () => {
    await show("level-increase", { selection: members });
    expect(membersShown()).toEqual(["Aneby", "Eksjö"]);
    expect(said()).toContain("Ifyllt med de 2 markerade raderna.");
    await press("back-to-example");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd"]);
    await press("undo");
    expect(membersShown()).toEqual(["Aneby", "Eksjö"]);
  });

  test("loses nothing that was typed when it is undone: that can be done again, and undone again", async () => {
    await show("level-increase", { selection: members });
    type("total", "7000");
    await press("undo");
    expect([plain(byId("field-total").value), said()]).toEqual(["6 072", "Ångrat. Gör om"]);
    expect(document.activeElement!.id).toBe("undo");
    await press("undo");
    expect([plain(byId("field-total").value), said()]).toEqual(["7 000", "Gjort om. Ångra"]);
    expect(membersShown()).toEqual(["Aneby", "Eksjö"]);
    await press("undo");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd"]);
  });

  test("is used when it is asked for, and what else was typed stays", async () => {
    const { state } = await show("level-increase");
    type("rate", "25");
    state.selection = members;
    await press("use-selection");
    expect(membersShown()).toEqual(["Aneby", "Eksjö"]);
    expect(byId("field-rate").value).toBe("25");
  });

  test("does not replace what has been typed before when the form is opened again", async () => {
    const { state } = await show("level-increase");
    type("rate", "25");
    await press("back");
    state.selection = members;
    await open("level-increase");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd"]);
  });

  test.each<[string, Around, string]>([
    ["nothing", { selection: empty }, "Markera två kolumner intill varandra"],
    ["several ranges", { selection: { kind: "notOneRange" } }, "Markera två kolumner intill varandra"],
    ["a number that is negative", { selection: table([["Aneby", -1]]) }, "Talet i B1 är negativt."],
    ["a cell being edited", { selection: { kind: "refused", reason: "editing", message: "x" } }, "redigeras"],
    [
      "what Excel refuses",
      { selection: { kind: "refused", reason: "other", message: "Excel's words" } },
      "Excel's words",
    ],
    ["no workbook", { hasWorkbook: false }, "Ingen arbetsbok"],
  ])("of %s changes nothing, and says what to do", async (_, around, words) => {
    await show("level-increase", around);
    await press("use-selection");
    expect(membersShown()).toEqual(["Övriga kommuner", "Vaggeryd"]);
    expect(said()).toContain(words);
  });
});

describe("another language", () => {
  test("shows what was typed in its own form, keeps open what was open, and the keyboard in its field", async () => {
    const { render } = await show("escalation");
    type("rate", "7,5");
    type("stateStart", "mycket");
    const group = byId("group-checks");
    group.setAttribute("expanded", "");
    group.dispatchEvent(new Event("change", { bubbles: true }));
    render("en");
    expect(byId("field-rate").value).toBe("7.5");
    expect(byId("field-stateStart").value).toBe("mycket");
    expect(texts(".problems li")).toEqual(['State\'s contribution then: expected a number, got the text "mycket".']);
    expect(byId("group-checks").hasAttribute("expanded")).toBe(true);
    expect(texts("h2")).toEqual(["Escalation to the state's maximum"]);
  });

  test.each([
    ["en", "3600,5", "sv", "3 600,5"],
    ["sv", "3600.5", "en", "3,600.5"],
  ] as const)(
    "reads again what was no number: in %s, %s is one in %s, and is said no more of",
    async (from, text, to, shown) => {
      const { render, sheets } = await show("escalation", { language: from });
      type("stateStart", text);
      expect(texts(".problems li")).toHaveLength(1);
      render(to);
      expect(plain(byId("field-stateStart").value)).toBe(shown);
      expect(texts(".problems li, .message").join("")).toBe("");
      await press("insert-sheet");
      expect(sheets[0]!.cells.find(({ name }) => name === "stateStart")!.content).toBe(3600.5);
    },
  );

  test("says in its own words of what is no number there either how one is written", async () => {
    const { render } = await show("escalation");
    type("stateStart", "36 74");
    expect(plain(texts(".problems li")[0]!)).toBe(
      "Statens bidrag startåret: ska vara ett tal, men är texten ”36 74”. Skriv tusental som 3 674 eller 3674, och decimaler med komma.",
    );
    render("en");
    expect(byId("field-stateStart").value).toBe("36 74");
    expect(plain(texts(".problems li")[0]!)).toBe(
      'State\'s contribution then: expected a number, got the text "36 74". Write thousands as 3,674, 3 674 or 3674, and decimals with a point.',
    );
  });
});

describe("another unit", () => {
  afterEach(() => chooseUnit("tkr"));

  test("shows every amount in it, what was typed too, and inserts the sheet in it", async () => {
    const { render, sheets } = await show("escalation");
    type("stateMaximum", "6000");
    type("rate", "7,5");
    chooseUnit("kr");
    render("sv");
    expect(["stateStart", "stateMaximum", "rate"].map((key) => plain(byId(`field-${key}`).value))).toEqual([
      "3 674 000",
      "6 000 000",
      "7,5",
    ]);
    await press("insert-sheet");
    expect(sheets[0]!.cells.find(({ name }) => name === "stateMaximum")!.content).toBe(6_000_000);
  });

  test("is where the example is had back in", async () => {
    chooseUnit("mnkr");
    await show("escalation");
    type("stateStart", "4");
    await press("back-to-example");
    expect(byId("field-stateStart").value).toBe("3,674");
  });
});

describe("inserting", () => {
  test("writes the sheet with what was typed, and names it", async () => {
    const { sheets } = await show("escalation");
    type("stateStart", "4000");
    await press("insert-sheet");
    expect(sheets).toEqual([draftSheet(withValue(openDraft("escalation", "sv"), "stateStart", 4000))]);
    expect(said()).toBe("Stegvis ökning till statens maxbelopp: infogat som bladet ”Bladet”.");
    type("stateStart", "4100");
    expect(said()).toBe("");
  });

  test("is refused while a field is wrong, and the keyboard goes there, also in a group that is closed", async () => {
    const { sheets } = await show("escalation");
    type("tolerance", "x");
    byId("group-checks").removeAttribute("expanded");
    await press("insert-sheet");
    expect(sheets).toEqual([]);
    expect(said()).toContain("Rätta först: Tolerans i kontrollerna");
    expect(document.activeElement!.id).toBe("field-tolerance");
    expect(byId("group-checks").hasAttribute("expanded")).toBe(true);
  });

  test.each<[string, Around, string]>([
    ["no workbook", { hasWorkbook: false }, "Ingen arbetsbok är öppen här."],
    ["a refusal", { outcome: { kind: "refused", reason: "protected", message: "x" } }, "skyddad mot nya blad"],
  ])("with %s says what to do", async (_, around, words) => {
    await show("escalation", around);
    await press("insert-sheet");
    expect(said()).toContain(words);
  });
});
