/**
 * @jest-environment jsdom
 *
 * The pane around its views: tabs by keyboard, views loaded when they are shown and kept, the language, and what is
 * said where there is no workbook or a part of the pane cannot be loaded.
 */
import { jest } from "@jest/globals";
import type { AmountUnit } from "../../src/i18n/amountUnit";
import type { Language } from "../../src/i18n/language";
import type { LanguageChoice } from "../../src/taskpane/settings";
import { createShell } from "../../src/taskpane/shell";
import type { Pane, View, ViewEntry } from "../../src/taskpane/view";
import type { Workbook } from "../../src/workbook/port";

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A view with a field, and with how often it was made and shown. */
function viewNamed(id: string, load?: ViewEntry["load"]) {
  let typed = "";
  const counts = { made: 0, rendered: 0 };
  const jobs: string[] = [];
  const shown: boolean[] = [];
  const view: View = {
    setShown: (isShown) => shown.push(isShown),
    run: (job) => jobs.push(job),
    render: (language) => {
      counts.rendered++;
      const input = document.createElement("input");
      Object.assign(input, { id: `${id}-field`, value: typed, title: language });
      input.addEventListener("input", () => (typed = input.value));
      return input;
    },
  };
  const create = () => {
    counts.made++;
    return view;
  };
  const entry: ViewEntry = {
    id,
    title: (language) => `${id} ${language}`,
    load: load ?? (() => Promise.resolve(create)),
  };
  return { entry, counts, jobs, shown };
}

interface Shown {
  views?: ReturnType<typeof viewNamed>[];
  hasWorkbook?: boolean;
  choice?: LanguageChoice;
}

async function show({
  views = [viewNamed("one"), viewNamed("two"), viewNamed("three")],
  hasWorkbook = true,
  choice = { chosen: undefined, isKept: true },
}: Shown = {}) {
  const chooseLanguage = jest.fn<(language: Language | undefined) => void>();
  const chooseUnit = jest.fn<(unit: AmountUnit) => void>();
  const findWorkbook: Pane["findWorkbook"] = () => Promise.resolve(hasWorkbook ? ({} as Workbook) : undefined);
  const shell = createShell(
    views.map(({ entry }) => entry),
    { findWorkbook, chooseLanguage, chooseUnit },
  );
  document.body.replaceChildren(shell.element);
  shell.setLanguage("sv", choice);
  await settled();
  const tabs = () => [...document.querySelectorAll<HTMLElement>("[role=tab]")];
  const press = async (key: string, on = document.activeElement!) => {
    on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await settled();
  };
  const visible = () => [...document.querySelectorAll<HTMLElement>("[role=tabpanel]")].filter(({ hidden }) => !hidden);
  return { shell, chooseLanguage, chooseUnit, tabs, press, visible };
}

afterEach(() => jest.restoreAllMocks());

test("the first view is shown, and the others are not made before they are chosen", async () => {
  const views = [viewNamed("one"), viewNamed("two")];
  const { tabs, visible } = await show({ views });
  expect(tabs().map(({ textContent }) => textContent)).toEqual(["one sv", "two sv"]);
  expect(visible().map(({ id }) => id)).toEqual(["panel-one"]);
  expect(views.map(({ counts }) => counts.made)).toEqual([1, 0]);
  tabs()[1]!.click();
  await settled();
  expect(visible().map(({ id }) => id)).toEqual(["panel-two"]);
  expect(views.map(({ counts }) => counts.made)).toEqual([1, 1]);
});

test.each([
  ["ArrowRight", "one", "two"],
  ["ArrowRight", "three", "one"],
  ["ArrowLeft", "one", "three"],
  ["Home", "three", "one"],
  ["End", "one", "three"],
])("%s on the tab %s goes to %s, which alone is reached by Tab", async (key, from, to) => {
  const { tabs, press, visible } = await show();
  const start = tabs().find(({ id }) => id === `tab-${from}`)!;
  start.click();
  start.focus();
  await press(key);
  expect(document.activeElement!.id).toBe(`tab-${to}`);
  expect(visible().map(({ id }) => id)).toEqual([`panel-${to}`]);
  expect(
    tabs()
      .filter(({ tabIndex }) => tabIndex === 0)
      .map(({ id }) => id),
  ).toEqual([`tab-${to}`]);
});

test("what was typed stays when another view is shown, and is made once", async () => {
  const views = [viewNamed("one"), viewNamed("two")];
  const { tabs } = await show({ views });
  document.querySelector<HTMLInputElement>("#one-field")!.value = "7348";
  tabs()[1]!.click();
  tabs()[0]!.click();
  await settled();
  expect(document.querySelector<HTMLInputElement>("#one-field")!.value).toBe("7348");
  expect(views[0]!.counts).toEqual({ made: 1, rendered: 1 });
});

test("a view is told when it is shown and when another is, also where it is loaded too late", async () => {
  let load!: () => void;
  const later = new Promise<void>((resolve) => (load = resolve));
  const two = viewNamed("two");
  const late = viewNamed("late");
  const create = await late.entry.load();
  const views = [two, { ...late, entry: { ...late.entry, load: () => later.then(() => create) } }];
  const { tabs } = await show({ views });
  tabs()[1]!.click();
  await settled();
  tabs()[0]!.click();
  load();
  await settled();
  expect([two.shown, late.shown]).toEqual([[true, false, true], []]);
  tabs()[1]!.click();
  await settled();
  expect([two.shown, late.shown]).toEqual([[true, false, true, false], [true]]);
});

test("in another language the views are made anew from what was done, and the keyboard stays where it was", async () => {
  const { shell, tabs } = await show();
  const field = () => document.querySelector<HTMLInputElement>("#one-field")!;
  const before = field();
  before.value = "7348";
  before.dispatchEvent(new Event("input"));
  before.focus();
  before.setSelectionRange(1, 3);
  shell.setLanguage("en", { chosen: "en", isKept: true });
  expect(field()).not.toBe(before);
  expect(field()).toMatchObject({ value: "7348", title: "en", selectionStart: 1, selectionEnd: 3 });
  expect(document.activeElement).toBe(field());
  expect(tabs()[0]!.textContent).toBe("one en");
});

test("settings open and close by their button and by Escape, and offer both languages by their own names, and the units", async () => {
  const { chooseLanguage, chooseUnit, press } = await show({ choice: { chosen: "sv", isKept: true } });
  const [gear, settings] = [document.getElementById("settings-button")!, document.getElementById("settings")!];
  expect([settings.hidden, gear.getAttribute("aria-expanded")]).toEqual([true, "false"]);
  gear.click();
  expect([settings.hidden, gear.getAttribute("aria-expanded")]).toEqual([false, "true"]);
  const radios = [...settings.querySelectorAll<HTMLInputElement>("input")];
  expect(radios.map(({ checked }) => checked)).toEqual([false, true, false, false, true, false]);
  expect(radios.map((radio) => radio.labels![0]!.textContent)).toEqual([
    "Följ språket i Office",
    "Svenska",
    "English",
    "kr",
    "tkr (tusental kronor)",
    "mnkr (miljoner kronor)",
  ]);
  expect(settings.textContent).toContain("Excels egen hjälp i formelfältet följer språket i Office");
  radios[2]!.click();
  expect(chooseLanguage).toHaveBeenLastCalledWith("en");
  radios[0]!.click();
  expect(chooseLanguage).toHaveBeenLastCalledWith(undefined);
  radios[3]!.click();
  expect(chooseUnit).toHaveBeenLastCalledWith("kr");
  await press("Escape", radios[0]);
  expect(settings.hidden).toBe(true);
  expect(document.activeElement).toBe(gear);
});

test.each([
  [true, false],
  [false, true],
])("a choice that is kept (%s) is not said to last until the pane is closed", async (isKept, isSaid) => {
  await show({ choice: { chosen: "sv", isKept } });
  expect(document.getElementById("settings")!.textContent.includes("tills panelen stängs")).toBe(isSaid);
});

test("where there is no workbook, it says so", async () => {
  await show();
  expect(document.querySelector(".no-workbook")!.textContent).toBe("");
  await show({ hasWorkbook: false });
  expect(document.querySelector(".no-workbook")!.textContent).toContain("Ingen arbetsbok");
});

test("a view that cannot be loaded says so, and is tried again", async () => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const { entry } = viewNamed("one");
  let isThere = false;
  const load = () => (isThere ? entry.load() : Promise.reject(new Error("not found")));
  const { visible } = await show({ views: [viewNamed("one", load)] });
  expect(visible()[0]!.textContent).toContain("kunde inte läsas in");
  isThere = true;
  visible()[0]!.querySelector<HTMLElement>("fluent-button")!.click();
  await settled();
  expect(document.querySelector("#one-field")).not.toBeNull();
});

describe("a job from the ribbon", () => {
  const repair = { view: "check", name: "repair" } as const;

  test("shows its view, which does it once", async () => {
    const views = [viewNamed("one"), viewNamed("check")];
    const { shell, tabs, visible } = await show({ views });
    shell.run(repair);
    await settled();
    expect(visible().map(({ id }) => id)).toEqual(["panel-check"]);
    expect(views[1]!.jobs).toEqual(["repair"]);
    tabs()[0]!.click();
    tabs()[1]!.click();
    await settled();
    expect(views[1]!.jobs).toEqual(["repair"]);
    shell.run({ ...repair, name: "check" });
    await settled();
    expect(views[1]!.jobs).toEqual(["repair", "check"]);
    expect(views[1]!.counts.made).toBe(1);
  });

  test("waits for a view that is being loaded, and for one that is loaded when it is tried again", async () => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { entry, jobs } = viewNamed("check");
    let finish: (isThere: boolean) => void = () => undefined;
    const load = async () => {
      const isThere = await new Promise<boolean>((resolve) => (finish = resolve));
      if (!isThere) throw new Error("not found");
      return entry.load();
    };
    const { shell, visible } = await show({ views: [viewNamed("one"), viewNamed("check", load)] });
    shell.run(repair);
    await settled();
    expect(jobs).toEqual([]);
    finish(false);
    await settled();
    visible()[0]!.querySelector<HTMLElement>("fluent-button")!.click();
    await settled();
    finish(true);
    await settled();
    expect(jobs).toEqual(["repair"]);
  });
});
