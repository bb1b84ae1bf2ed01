/**
 * @jest-environment jsdom
 *
 * What the pane shows and does, short of how it looks: texts in both languages, and inserting an example with
 * every way it can end.
 */
import { jest } from "@jest/globals";
import type { ExampleOutcome } from "../../src/actions/insertExample";
import type { Catalogue } from "../../src/i18n/catalogue";
import { paneView, type PaneActions, type PaneState } from "../../src/taskpane/view";

const catalogue: Catalogue = {
  functions: [
    {
      id: "SPLIT",
      description: "Fördelar <b>budgeten</b>.",
      parameters: [
        { name: "belopp", description: "Budgeten.", optional: false },
        { name: "enhet", description: "Steget.", optional: true },
      ],
      returns: "Belopp.",
      source: "5 § lagen",
      examples: [{ formula: "=FINSAM.SPLIT(8082.8,,1)", result: "{4041;2021;2021}" }],
    },
    { id: "TOTAL", description: "Budgeten.", parameters: [], returns: "Ett tal.", source: "5 §", examples: [] },
  ],
};

function show({
  language = "sv",
  languageChoice = "none",
  outcome = { kind: "inserted", address: "B4:B6" },
}: Partial<PaneState> & { outcome?: ExampleOutcome } = {}) {
  const actions = {
    insert: jest.fn<PaneActions["insert"]>(() => Promise.resolve(outcome)),
    chooseLanguage: jest.fn<PaneActions["chooseLanguage"]>(),
  };
  const pane = paneView({ language, catalogue, languageChoice }, actions);
  document.body.replaceChildren(pane);
  const all = (selector: string) => [...pane.querySelectorAll<HTMLElement>(selector)];
  const button = (label: string | RegExp) =>
    all("fluent-button").find((made) => {
      const name = made.getAttribute("aria-label") ?? made.textContent ?? "";
      return typeof label === "string" ? name === label : label.test(name);
    })!;
  const press = async (label: string | RegExp) => {
    button(label).click();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { pane, actions, all, button, press, status: () => all("[role=status]")[0]!.textContent };
}

test("every function is there with what the catalogue says of it, as text and never as markup", () => {
  const { all, pane } = show();
  expect(all("fluent-accordion-item").map(({ id }) => id)).toEqual(["SPLIT", "TOTAL"]);
  expect(pane.textContent).toContain("Fördelar <b>budgeten</b>.");
  expect(pane.textContent).toContain("=FINSAM.SPLIT(belopp; [enhet])");
  expect(pane.textContent).toContain("5 § lagen");
  expect(all("a")[0]!.getAttribute("href")).toBe("help/sv/split.html");
});

test.each([
  ["sv", "=FINSAM.SPLIT(8082,8;;1)"],
  ["en", "=FINSAM.SPLIT(8082.8,,1)"],
] as const)("in %s an example reads as its user types it", (language, formula) => {
  const { all } = show({ language });
  expect(all("code")[0]!.textContent).toBe(formula);
  expect(all("td").map(({ textContent }) => textContent)).toEqual(["4041", "2021", "2021"]);
});

test("what is inserted is the example itself, in English form, and the place is announced", async () => {
  const { actions, press, status } = show();
  expect(status()).toBe("");
  await press(/^Infoga =FINSAM\.SPLIT\(8082,8;;1\)/);
  expect(actions.insert).toHaveBeenCalledWith(catalogue.functions[0]!.examples[0], undefined);
  expect(status()).toBe("Infogat i B4:B6.");
});

test.each<[ExampleOutcome, string, string]>([
  [{ kind: "noWorkbook" }, "Ingen arbetsbok", "No workbook"],
  [{ kind: "spillTaken", address: "B4:B6" }, "Resultatet behöver B4:B6", "The result needs B4:B6"],
  [{ kind: "inTable", address: "B4" }, "B4 ligger i en tabell", "B4 is in a table"],
  [{ kind: "refused", reason: "editing", message: "x" }, "redigeras", "being edited"],
  [{ kind: "refused", reason: "protected", message: "x" }, "skyddat", "protected"],
  [{ kind: "refused", reason: "other", message: "Excel's words" }, "Excel's words", "Excel's words"],
])("%j is said in words, and nothing more is asked", async (outcome, swedish, english) => {
  for (const [language, words] of [
    ["sv", swedish],
    ["en", english],
  ] as const) {
    const { press, status, button } = show({ language, outcome });
    await press(/^(Infoga|Insert) =/);
    expect(status()).toContain(words);
    expect(button(/^(Ersätt|Replace)/)).toBeUndefined();
  }
});

test("content is replaced only when the user presses a button that says so", async () => {
  const { actions, press, status, button } = show({ outcome: { kind: "cellTaken", address: "B4", cell: "Budget!B4" } });
  await press(/^Infoga =/);
  expect(status()).toBe("B4 är inte tom, så inget har skrivits.");
  actions.insert.mockResolvedValue({ kind: "inserted", address: "B4:B6" });
  await press("Ersätt innehållet i B4");
  expect(actions.insert.mock.calls.map(([, replace]) => replace)).toEqual([undefined, "Budget!B4"]);
  expect(status()).toBe("Infogat i B4:B6.");
  expect(button(/^Ersätt/)).toBeUndefined();
});

test("a second press while the first is under way inserts nothing", async () => {
  const { actions, button } = show();
  let finish: (outcome: ExampleOutcome) => void = () => undefined;
  actions.insert.mockReturnValue(new Promise((resolve) => (finish = resolve)));
  button(/^Infoga =/).click();
  button(/^Infoga =/).click();
  finish({ kind: "inserted", address: "B4" });
  await new Promise((resolve) => setTimeout(resolve));
  expect(actions.insert).toHaveBeenCalledTimes(1);
});

test("the other language is offered by its own name, and following Office once a choice is made", async () => {
  const first = show();
  await first.press("English");
  expect(first.actions.chooseLanguage).toHaveBeenCalledWith("en");
  expect(first.button("Följ språket i Office")).toBeUndefined();

  const second = show({ language: "en", languageChoice: "kept" });
  await second.press("Follow Office's language");
  expect(second.actions.chooseLanguage).toHaveBeenCalledWith(undefined);
  expect(second.button("Svenska").getAttribute("lang")).toBe("sv");
});

test("a choice that could not be stored is said to last until the pane is closed", () => {
  expect(show({ languageChoice: "notKept" }).pane.textContent).toContain("tills panelen stängs");
  expect(show({ languageChoice: "kept" }).pane.textContent).not.toContain("tills panelen stängs");
});
