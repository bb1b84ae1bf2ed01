/**
 * @jest-environment jsdom
 *
 * Functions in the pane: searched for, described, built argument by argument, and inserted, with every way that can
 * end.
 */
import { jest } from "@jest/globals";
import type { Catalogue, Language } from "../../src/i18n/catalogue";
import { functionsView } from "../../src/taskpane/views/functions";
import type { Outcome, SelectedReference, Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

const settled = () => new Promise((resolve) => setTimeout(resolve));
const example = { formula: "=FINSAM.SPLIT(8082.8,,1)", result: "{4041;2021;2021}" };
const sv: Catalogue = {
  functions: [
    {
      id: "SPLIT",
      description: "Fördelar <b>budgeten</b>.",
      parameters: [
        { name: "belopp", description: "Budgeten.", optional: false },
        { name: "enhet", description: "Steget.", optional: true },
        {
          name: "avser",
          description: "Vad beloppet är.",
          optional: true,
          choices: [
            { value: "total", description: "Hela budgeten" },
            { value: "state", description: "Statens del" },
          ],
        },
        { name: "utanRegion", description: "SANT utan region.", optional: true, isLogical: true },
      ],
      returns: "Belopp.",
      source: "5 § lagen",
      examples: [example],
    },
    { id: "TOTAL", description: "Budgeten.", parameters: [], returns: "Ett tal.", source: "5 §", examples: [] },
  ],
};
const en: Catalogue = {
  functions: sv.functions.map((fn) => ({
    ...fn,
    parameters: fn.parameters.map((parameter, index) => ({ ...parameter, name: `argument${index}` })),
  })),
};

interface Around {
  language?: Language;
  outcome?: Outcome;
  selected?: SelectedReference;
  hasWorkbook?: boolean;
}

async function show(id?: string, around: Around = {}) {
  const { language = "sv", outcome = { kind: "inserted", address: "B4" }, hasWorkbook = true } = around;
  const insertFormula = jest.fn<Workbook["insertFormula"]>(() => Promise.resolve(outcome));
  const selected: SelectedReference = around.selected ?? { kind: "reference", sheet: "Plan", address: "B4:B7" };
  const workbook = workbookThat({ insertFormula, selectedReference: () => Promise.resolve(selected) });
  const findWorkbook = () => Promise.resolve(hasWorkbook ? workbook : undefined);
  const view = functionsView({ findWorkbook, announce: () => undefined }, { sv, en });
  const render = (chosen: Language) => document.body.replaceChildren(view.render(chosen));
  render(language);
  if (id) await open(id);
  return { render, insertFormula };
}

const byId = <Made extends HTMLElement = HTMLInputElement>(id: string) => document.getElementById(id) as Made;
const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const formula = () => document.querySelector(".formula-box")!.textContent;
const said = () => document.querySelector(".insert-bar [role=status]")!.textContent;

/** Opens a function, with what is further down. */
async function open(id: string) {
  byId(`function-${id}`).click();
  while (document.querySelector(".function a") === null) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function press(id: string) {
  byId(id).click();
  await settled();
}

function type(argument: string, text: string, isLeft = true) {
  const input = byId(`argument-${argument}`);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  if (isLeft) input.dispatchEvent(new Event("change", { bubbles: true }));
}

function choose(argument: string, value: string) {
  const list = byId<HTMLSelectElement & HTMLElement>(`choice-${argument}`);
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("the list", () => {
  test("has every function, as text and never as markup", async () => {
    await show();
    expect(texts(".opens")).toEqual(["SPLIT", "TOTAL"]);
    expect(texts(".list p")[0]).toBe("Fördelar <b>budgeten</b>.");
    expect(texts("[role=status]")).toEqual(["2 funktioner"]);
  });

  test("is shortened as one types, says how many there are, and what to do where there are none", async () => {
    await show();
    const search = (words: string) => {
      byId("search").value = words;
      byId("search").dispatchEvent(new Event("input"));
    };
    search("spl");
    expect(texts(".opens")).toEqual(["SPLIT"]);
    expect(texts("[role=status]")).toEqual(["1 funktion"]);
    search("xyz");
    expect(texts(".opens")).toEqual([]);
    expect(texts("[role=status]")[0]).toContain("Ingen funktion svarar mot ”xyz”.");
    expect(byId("clear-search").hidden).toBe(false);
    await press("clear-search");
    expect(texts(".opens")).toEqual(["SPLIT", "TOTAL"]);
    expect(byId("clear-search").hidden).toBe(true);
    expect(document.activeElement!.id).toBe("search");
  });

  test("is come back to as it was, with the keyboard on the function", async () => {
    await show();
    byId("search").value = "spl";
    byId("search").dispatchEvent(new Event("input"));
    await open("SPLIT");
    expect(texts("h2")).toEqual(["FINSAM.SPLIT"]);
    expect(document.activeElement!.tagName).toBe("H2");
    await press("back-to-functions");
    expect(byId("search").value).toBe("spl");
    expect(document.activeElement!.id).toBe("function-SPLIT");
  });
});

describe("a function", () => {
  test.each([
    ["sv", "=FINSAM.SPLIT(8082,8;;1)"],
    ["en", "=FINSAM.SPLIT(8082.8,,1)"],
  ] as const)("in %s has its texts, its help page, and examples as its user types them", async (language, typed) => {
    await show("SPLIT", { language });
    expect(document.body.textContent).toContain("Fördelar <b>budgeten</b>.");
    expect(document.body.textContent).toContain("5 § lagen");
    expect(document.querySelector("a")!.getAttribute("href")).toBe(`help/${language}/split.html`);
    expect(texts(".example code")).toEqual([typed]);
    expect(texts("td")).toEqual(["4041", "2021", "2021"]);
  });

  test("an example is inserted in English form, with the size of its result, and the place is announced", async () => {
    const { insertFormula } = await show("SPLIT", { outcome: { kind: "inserted", address: "B4:B6" } });
    await press("insert-example-0");
    expect(insertFormula).toHaveBeenCalledWith({
      formula: "=FINSAM.SPLIT(8082.8,,1)",
      size: { rows: 3, columns: 1 },
      replace: undefined,
    });
    expect(texts(".example [role=status]")).toEqual(["Infogat i B4:B6."]);
  });
});

describe("the builder", () => {
  test.each([
    ["#VALUE!", "Infogat i B4, men cellen visar #VÄRDEFEL!."],
    ["#SPILL!", "Infogat i B4, men cellen visar #SPILL!: något står i vägen"],
  ])("says that the cell shows %s, as a problem", async (error, sentence) => {
    await show("SPLIT", { outcome: { kind: "inserted", address: "B4", error } });
    type("belopp", "abc");
    await press("insert-formula");
    expect(said()).toContain(sentence);
    expect(document.querySelector<HTMLElement>(".insert-bar [role=status]")!.dataset["kind"]).toBe("problem");
  });

  test("says that there is no answer where the cell shows #N/A, which is no fault of the arguments", async () => {
    await show("SPLIT", { outcome: { kind: "inserted", address: "B4", error: "#N/A" } });
    type("belopp", "100");
    await press("insert-formula");
    expect(said()).toContain("Infogat i B4. Cellen visar #SAKNAS!: för de här värdena finns inget svar.");
    expect(document.querySelector<HTMLElement>(".insert-bar [role=status]")!.dataset["kind"]).toBe("done");
  });

  test("shows the formula as it grows, in the user's own form, with what is missing by its name", async () => {
    await show("SPLIT");
    expect(formula()).toBe("=FINSAM.SPLIT(belopp)");
    type("belopp", "8 082,8");
    expect(formula()).toBe("=FINSAM.SPLIT(8082,8)");
    choose("avser", '"state"');
    expect(formula()).toBe('=FINSAM.SPLIT(8082,8;;"staten")');
    choose("utanRegion", "SANT");
    expect(formula()).toBe('=FINSAM.SPLIT(8082,8;;"staten";SANT)');
    choose("utanRegion", "");
    choose("avser", "");
    expect(formula()).toBe("=FINSAM.SPLIT(8082,8)");
  });

  test("the lists have the values with what they mean, what may be left out, and a way to something else", async () => {
    await show("SPLIT");
    expect(texts("#choice-avser option")).toEqual([
      "utelämnat",
      "totalt – Hela budgeten",
      "staten – Statens del",
      "En cell eller en formel …",
    ]);
    const box = byId("argument-avser").parentElement!;
    expect(box.hidden).toBe(true);
    choose("avser", "=");
    expect(box.hidden).toBe(false);
    expect(document.activeElement!.id).toBe("argument-avser");
    type("avser", "A1");
    type("belopp", "1");
    expect(formula()).toBe("=FINSAM.SPLIT(1;;A1)");
  });

  test("inserts the formula in English form, made for the cell that it will stand in", async () => {
    const { insertFormula } = await show("SPLIT");
    type("belopp", "=SUMMA(Plan!B4:B7;1,5)");
    await press("insert-formula");
    const [{ formula: made, size }] = insertFormula.mock.calls[0]!;
    expect(size).toEqual({ rows: 1, columns: 1 });
    if (typeof made === "string") throw new Error("it must depend on the cell");
    expect(made({ sheet: "Plan", address: "C1" })).toBe("=FINSAM.SPLIT(SUM(B4:B7,1.5))");
    expect(said()).toContain("Infogat i B4.");
  });

  test("takes what is selected, with its sheet, and says what to do next", async () => {
    await show("SPLIT");
    await press("pick-belopp");
    expect(byId("argument-belopp").value).toBe("Plan!B4:B7");
    expect(formula()).toBe("=FINSAM.SPLIT(Plan!B4:B7)");
    expect(said()).toBe("Markera nu cellen där resultatet ska stå, och välj Infoga.");
  });

  test.each<[string, Around, string]>([
    ["several ranges", { selected: { kind: "notOneRange" } }, "ett enda område"],
    ["empty columns", { selected: { kind: "empty" } }, "inget i kolumnerna"],
    ["a cell being edited", { selected: { kind: "refused", reason: "editing", message: "x" } }, "redigeras"],
    [
      "what Excel refuses",
      { selected: { kind: "refused", reason: "other", message: "Excel's words" } },
      "Excel's words",
    ],
    ["no workbook", { hasWorkbook: false }, "Ingen arbetsbok"],
  ])("leaves the field as it is with %s, and says so", async (_, around, words) => {
    await show("SPLIT", around);
    type("belopp", "7348");
    await press("pick-belopp");
    expect(byId("argument-belopp").value).toBe("7348");
    expect(said()).toContain(words);
  });

  test("says what is wrong in a field when it is left, and not while it is typed in", async () => {
    await show("SPLIT");
    type("enhet", "SUMMA(A1", false);
    expect(texts("#message-enhet")).toEqual([""]);
    type("enhet", "mycket pengar");
    expect(texts("#message-enhet")[0]).toContain("enhet: inget som kan stå i en formel");
    expect(byId("argument-enhet").getAttribute("aria-invalid")).toBe("true");
    type("enhet", "1.5");
    expect(texts("#message-enhet")[0]).toContain("”.” betyder inget där");
    type("enhet", "1,5");
    expect(texts("#message-enhet")).toEqual([""]);
    expect(byId("argument-enhet").hasAttribute("aria-invalid")).toBe(false);
  });

  test("inserts nothing while an argument is missing or wrong, and the keyboard goes to the first", async () => {
    const { insertFormula } = await show("SPLIT");
    type("enhet", "mycket pengar");
    await press("insert-formula");
    expect(insertFormula).not.toHaveBeenCalled();
    expect(said()).toBe("Formeln är inte färdig: rätta fälten som är markerade.");
    expect(texts("#message-belopp")).toEqual(["belopp: fyll i ett värde, en referens eller en formel."]);
    expect(document.activeElement!.id).toBe("argument-belopp");
  });

  test("keeps what is typed for another function, for another language in its form, and until it is emptied", async () => {
    const { render } = await show("SPLIT");
    type("belopp", "8 082,8");
    choose("avser", '"state"');
    await press("back-to-functions");
    await open("TOTAL");
    await press("back-to-functions");
    await open("SPLIT");
    expect(byId("argument-belopp").value).toBe("8 082,8");
    render("en");
    expect(byId("argument-argument0").value).toBe("8082.8");
    expect(formula()).toBe('=FINSAM.SPLIT(8082.8,,"state")');
    await press("empty-fields");
    expect(byId("argument-argument0").value).toBe("");
    expect(formula()).toBe("=FINSAM.SPLIT(argument0)");
  });
});

describe("what comes of inserting", () => {
  const insert = async (around: Around) => {
    const shown = await show("SPLIT", around);
    byId(around.language === "en" ? "argument-argument0" : "argument-belopp").value = "7348";
    type(around.language === "en" ? "argument0" : "belopp", "7348");
    await press("insert-formula");
    return shown;
  };

  test.each<[Outcome, string, string]>([
    [{ kind: "spillTaken", address: "B4:B6" }, "Resultatet behöver B4:B6", "The result needs B4:B6"],
    [{ kind: "inTable", address: "B4" }, "B4 ligger i en tabell", "B4 is in a table"],
    [{ kind: "circular", address: "B4", area: "B4:B7" }, "B4 ligger i B4:B7", "B4 lies in B4:B7"],
    [{ kind: "circular", address: "B4", area: "B4" }, "Formeln använder B4", "The formula uses B4"],
    [{ kind: "refused", reason: "editing", message: "x" }, "redigeras", "being edited"],
    [{ kind: "refused", reason: "protected", message: "x" }, "skyddat", "protected"],
    [{ kind: "refused", reason: "other", message: "Excel's words" }, "Excel's words", "Excel's words"],
  ])("%j is said in words, and nothing more is asked", async (outcome, swedish, english) => {
    for (const [language, words] of [
      ["sv", swedish],
      ["en", english],
    ] as const) {
      await insert({ language, outcome });
      expect(said()).toContain(words);
      expect(document.querySelectorAll(".outcome fluent-button")).toHaveLength(0);
    }
  });

  test("no workbook is said in words", async () => {
    await insert({ hasWorkbook: false });
    expect(said()).toContain("Ingen arbetsbok är öppen här.");
  });

  test("content is replaced only when the user presses a button that says so", async () => {
    const { insertFormula } = await insert({ outcome: { kind: "cellTaken", address: "B4", cell: "Budget!B4" } });
    expect(said()).toBe("B4 är inte tom, så inget har skrivits.");
    insertFormula.mockResolvedValue({ kind: "inserted", address: "B4" });
    const offer = document.querySelector<HTMLElement>(".insert-bar .outcome fluent-button")!;
    expect(offer.textContent).toBe("Ersätt innehållet i B4");
    offer.click();
    await settled();
    expect(insertFormula.mock.calls.map(([{ replace }]) => replace)).toEqual([undefined, "Budget!B4"]);
    expect(said()).toContain("Infogat i B4.");
    expect(document.querySelector(".outcome fluent-button")).toBeNull();
  });

  test("a second press while the first is under way inserts nothing", async () => {
    const { insertFormula } = await show("SPLIT");
    let finish: (outcome: Outcome) => void = () => undefined;
    insertFormula.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    byId("insert-example-0").click();
    byId("insert-example-0").click();
    await settled();
    finish({ kind: "inserted", address: "B4" });
    await settled();
    expect(insertFormula).toHaveBeenCalledTimes(1);
  });
});

test("a defect of ours is said, and the button can be pressed again", async () => {
  const { insertFormula } = await show("TOTAL");
  const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
  insertFormula.mockImplementationOnce(() => Promise.reject(new Error("a defect")));
  await press("insert-formula");
  expect(said()).toContain("Något gick fel i FINSAM (a defect)");
  expect(error).toHaveBeenCalledTimes(1);
  error.mockRestore();
  await press("insert-formula");
  expect(said()).not.toContain("Något gick fel");
  expect(insertFormula).toHaveBeenCalledTimes(2);
});
