/**
 * @jest-environment jsdom
 *
 * What the pane says of functions, in both languages, and inserting an example with every way it can end.
 */
import { jest } from "@jest/globals";
import type { Catalogue, Language } from "../../src/i18n/catalogue";
import { functionsView } from "../../src/taskpane/views/functions";
import type { Outcome, Workbook } from "../../src/workbook/port";

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
  outcome = { kind: "inserted", address: "B4:B6" },
}: { language?: Language; outcome?: Outcome | { kind: "noWorkbook" } } = {}) {
  const insertFormula = jest.fn<Workbook["insertFormula"]>(() => Promise.resolve(outcome as Outcome));
  const workbook = { insertFormula } as unknown as Workbook;
  const findWorkbook = () => Promise.resolve(outcome.kind === "noWorkbook" ? undefined : workbook);
  const view = functionsView({ findWorkbook, announce: () => undefined }, { sv: catalogue, en: catalogue });
  const pane = view.render(language) as HTMLElement;
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
  return { pane, insertFormula, all, button, press, status: () => all("[role=status]")[0]!.textContent };
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
  const { insertFormula, press, status } = show();
  expect(status()).toBe("");
  await press(/^Infoga =FINSAM\.SPLIT\(8082,8;;1\)/);
  expect(insertFormula).toHaveBeenCalledWith({
    formula: "=FINSAM.SPLIT(8082.8,,1)",
    size: { rows: 3, columns: 1 },
    replace: undefined,
  });
  expect(status()).toBe("Infogat i B4:B6.");
});

test.each<[Outcome | { kind: "noWorkbook" }, string, string]>([
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
  const { insertFormula, press, status, button } = show({
    outcome: { kind: "cellTaken", address: "B4", cell: "Budget!B4" },
  });
  await press(/^Infoga =/);
  expect(status()).toBe("B4 är inte tom, så inget har skrivits.");
  insertFormula.mockResolvedValue({ kind: "inserted", address: "B4:B6" });
  await press("Ersätt innehållet i B4");
  expect(insertFormula.mock.calls.map(([{ replace }]) => replace)).toEqual([undefined, "Budget!B4"]);
  expect(status()).toBe("Infogat i B4:B6.");
  expect(button(/^Ersätt/)).toBeUndefined();
});

test("a second press while the first is under way inserts nothing", async () => {
  const { insertFormula, button } = show();
  let finish: (outcome: Outcome) => void = () => undefined;
  insertFormula.mockReturnValue(new Promise((resolve) => (finish = resolve)));
  button(/^Infoga =/).click();
  button(/^Infoga =/).click();
  await new Promise((resolve) => setTimeout(resolve));
  finish({ kind: "inserted", address: "B4" });
  await new Promise((resolve) => setTimeout(resolve));
  expect(insertFormula).toHaveBeenCalledTimes(1);
});
