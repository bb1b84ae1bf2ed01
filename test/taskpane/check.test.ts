/**
 * @jest-environment jsdom
 *
 * The workbook as a whole in the pane: checked, with a list whose items go to their cells; repaired; copied; with every
 * way in which that can end, in both languages, and nothing lost between them.
 */
import { jest } from "@jest/globals";
import type { Freeze } from "../../src/actions/sendCopy";
import type { FrozenCopy } from "../../src/actions/frozenCopy";
import type { Language } from "../../src/i18n/language";
import { checkView } from "../../src/taskpane/views/check";
import type { Contents } from "../../src/workbook/contents";
import type { Workbook } from "../../src/workbook/port";
import type { ContentsOutcome, EnteredCell, GoOutcome, LongWork } from "../../src/workbook/wholeWorkbook";
import { workbookThat } from "../workbook/answering";
import { brokenContents, brokenSheets, sheetOf } from "../workbook/brokenContents";

const clean: Contents = {
  sheets: [sheetOf("Plan", [[["=FINSAM.SPLIT(7348)", 3674]]], [{ row: 0, column: 0, rows: 1, columns: 1 }])],
  unread: [],
  isManual: false,
};
const lost: Contents = {
  ...clean,
  sheets: [
    sheetOf(
      "Plan",
      [[["=_xldudf_FINSAM_SPLIT(7348)", "#NAME?"]], [["=_xldudf_FINSAM_SPLIT(1)", "#NAME?"]]],
      [0, 1].map((row) => ({ row, column: 0, rows: 1, columns: 1 })),
    ),
  ],
};
const inBudget = `'Höglandets ''nya'' budget 2021–26'!`;

interface Around {
  readonly language?: Language;
  readonly hasWorkbook?: boolean;
  readonly freeze?: Freeze;
}

/** The view, its workbook, what it says, and what the workbook is asked. */
function show({
  language = "sv",
  hasWorkbook = true,
  freeze = () => Promise.reject(new Error("no copy")),
}: Around = {}) {
  const answers = {
    contents: jest.fn<(work?: LongWork) => Promise<ContentsOutcome>>(() =>
      Promise.resolve({ kind: "contents", contents: brokenContents }),
    ),
    goTo: jest.fn<Workbook["goTo"]>(() => Promise.resolve({ kind: "shown" })),
    enterAgain: jest.fn<Workbook["enterAgain"]>(),
    file: jest.fn<Workbook["file"]>(() => Promise.resolve({ kind: "file", bytes: new Uint8Array(1) })),
    openAsNew: jest.fn<Workbook["openAsNew"]>(() => Promise.resolve({ kind: "opened" })),
  };
  const workbook = workbookThat({
    ...answers,
    areTyped: (places) => Promise.resolve({ kind: "typed", typed: places.map(() => true) }),
    loadNoMore: () => Promise.resolve(),
  });
  const time = { hours: 14 };
  const heard: string[] = [];
  const view = checkView(
    { findWorkbook: () => Promise.resolve(hasWorkbook ? workbook : undefined), announce: (text) => heard.push(text) },
    { freeze, now: () => new Date(2026, 10, 25, time.hours, 5) },
  );
  const render = (chosen: Language) => document.body.replaceChildren(view.render(chosen));
  render(language);
  return { ...answers, heard, view, render, time };
}

const byId = (id: string) => document.getElementById(id)!;
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => plain(each.textContent));
const said = (id: string) => plain(byId(id).closest("section")!.querySelector(".said")!.textContent);
const below = (id: string) => byId(id).closest("section")!.querySelector(".below")!;
const item = (start: string) =>
  [...document.querySelectorAll<HTMLButtonElement>(".place")].find((place) => place.textContent.startsWith(start))!;

async function press(control: string | HTMLElement) {
  (typeof control === "string" ? byId(control) : control).click();
  await settled();
}

async function settled() {
  // A check lets others have their turn, now and then.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const scrolled = jest.fn();

beforeEach(() => {
  scrolled.mockClear();
  Element.prototype.scrollIntoView = scrolled;
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe("a check", () => {
  test.each([
    ["sv", "Kontrollera arbetsboken", "Kontrollera igen", "131 anmärkningar på arbetsboken."],
    ["en", "Check the workbook", "Check again", "131 things to look at in the workbook."],
  ] as const)("in %s says how much there is, and is pressed again", async (language, first, again, text) => {
    const { heard } = show({ language });
    expect(byId("check-workbook").textContent).toBe(first);
    expect(said("check-workbook")).toBe("");
    await press("check-workbook");
    expect(byId("check-workbook").textContent).toBe(again);
    expect(said("check-workbook")).toBe(text);
    expect(heard[0]).toMatch(/^(Kontrollerar|Checking) .* …$/);
    expect(heard[1]).toMatch(new RegExp(`^${text} .*Vilse.* F9`));
    expect(heard).toHaveLength(2);
  });

  test("lists what it finds by kind, with how many there are, what to do, and where", async () => {
    show();
    await press("check-workbook");
    expect(texts(".group-of-places h3")).toEqual([
      "Formler där Excel har tappat tillägget (#NAMN?) (1)",
      "Funktioner som inte finns (1)",
      "Formler som har förlorat en cell (#REFERENS!) (1)",
      "Resultat som inte får plats (#SPILL!) (1)",
      "Fel i FINSAM-formler (121)",
      "Fel som kommer från en annan cell (1)",
      "Resultat som bara visas till en del (@) (1)",
      "Tal inskrivna över formler (1)",
      "Inskrivna tal som inte stämmer med FINSAM (1)",
      "Summor som utelämnar en del (1)",
      "Formler som inte är färdigräknade (1)",
    ]);
    expect(item(`${inBudget}C4`).textContent).toContain(": 1\u00a0840 är inskrivet, men FINSAM ger 1\u00a0837 i B4");
    expect(item(`${inBudget}B8`).querySelector("strong")!.textContent).toBe(`${inBudget}B8`);
    expect(texts(".group-of-places .hint")).toContain("Rätta den cellen först.");
    expect(texts(".below > .hint")[0]).toBe(
      "Kontrollerat kl. 14:05: 133 FINSAM-formler och talen intill, på 2 blad, även dolda. Har något ändrats sedan dess, kontrollera igen.",
    );
    expect(texts(".reservation")).toEqual([expect.stringContaining("”Vilse”"), expect.stringContaining("F9")]);
  });

  test("shows of many the first, the others when they are asked for, and how many are not listed at all", async () => {
    show();
    await press("check-workbook");
    const list = () => byId("error-title").closest(".group-of-places")!;
    expect(list().querySelectorAll(".place")).toHaveLength(10);
    expect(texts("#error-more")).toEqual(["Visa 90 till"]);
    await press("error-more");
    expect(list().querySelectorAll(".place")).toHaveLength(100);
    expect(document.activeElement).toBe(list().querySelectorAll(".place")[10]);
    expect(list().textContent).toContain("Och 21 till av samma slag.");
    await press("check-workbook");
    expect(list().querySelectorAll(".place")).toHaveLength(100);
  });

  test.each<[string, Contents, string, string]>([
    [
      "nothing wrong",
      clean,
      "Inget att anmärka på arbetsbokens enda FINSAM-formel.",
      "1 FINSAM-formel och talen intill, på arbetsbokens enda blad.",
    ],
    [
      "nothing of ours",
      { ...clean, sheets: [sheetOf("A", [[1]], []), sheetOf("B", [[1]], [])] },
      "Arbetsboken har inga FINSAM-formler att kontrollera.",
      "0 FINSAM-formler och talen intill, på 2 blad, även dolda.",
    ],
  ])("with %s says so, and what was looked at", async (_, contents, text, what) => {
    const { contents: answer } = show();
    answer.mockResolvedValue({ kind: "contents", contents });
    await press("check-workbook");
    expect(said("check-workbook")).toBe(text);
    expect(below("check-workbook").textContent).toContain(`Kontrollerat kl. 14:05: ${what}`);
    expect(texts(".place")).toEqual([]);
  });

  test("again shows what there is then, and the keyboard stays on its place while that is listed", async () => {
    const { contents, time } = show();
    await press("check-workbook");
    item(`${inBudget}C4`).focus();
    time.hours = 15;
    await press("check-workbook");
    expect(document.activeElement).toBe(item(`${inBudget}C4`));
    expect(below("check-workbook").textContent).toContain("kl. 15:05");
    contents.mockResolvedValue({ kind: "contents", contents: clean });
    const focus = jest.spyOn(byId("check-workbook"), "focus");
    await press("check-workbook");
    expect(texts(".place")).toEqual([]);
    expect(focus).toHaveBeenCalledTimes(1);
  });

  test.each<[string, ContentsOutcome, string]>([
    ["refused", { kind: "refused", reason: "editing", message: "" }, "En cell redigeras just nu."],
    ["stopped", { kind: "stopped" }, "Kontrollen avbröts."],
  ])("that is %s says so, and keeps the last list with its time", async (_, outcome, text) => {
    const { contents, time } = show();
    await press("check-workbook");
    time.hours = 15;
    contents.mockResolvedValue(outcome);
    await press("check-workbook");
    expect(said("check-workbook")).toContain(text);
    expect(below("check-workbook").textContent).toContain("kl. 14:05");
    expect(item(`${inBudget}C4`)).toBeDefined();
  });

  test("without a workbook says so", async () => {
    const { heard } = show({ hasWorkbook: false });
    await press("check-workbook");
    expect(said("check-workbook")).toBe("Arbetsboken kunde inte kontrolleras. Ingen arbetsbok är öppen här.");
    expect(heard.at(-1)).toBe(said("check-workbook"));
    expect(byId("check-workbook").textContent).toBe("Kontrollera arbetsboken");
  });

  test("that has a defect says so, and can be tried again", async () => {
    const { contents } = show();
    contents.mockRejectedValueOnce(new Error("broken"));
    await press("check-workbook");
    expect(said("check-workbook")).toContain("Något gick fel i FINSAM (broken)");
    await press("check-workbook");
    expect(said("check-workbook")).toBe("131 anmärkningar på arbetsboken.");
  });
});

describe("a place in the list", () => {
  test("is gone to, marked, and announced; the keyboard stays", async () => {
    const { goTo, heard } = show();
    await press("check-workbook");
    item(`${inBudget}B8`).focus();
    await press(item(`${inBudget}B8`));
    expect(goTo).toHaveBeenLastCalledWith(brokenSheets.budget, { top: 7, left: 1, bottom: 7, right: 1 });
    expect(document.activeElement).toBe(item(`${inBudget}B8`));
    expect(heard.at(-1)).toBe(`${inBudget}B8 är markerat i bladet.`);
    await press(item(`${inBudget}C4`));
    const marked = [...document.querySelectorAll("[aria-current]")];
    expect(marked).toEqual([item(`${inBudget}C4`)]);
    await press("check-workbook");
    expect([...document.querySelectorAll("[aria-current]")]).toEqual([item(`${inBudget}C4`)]);
  });

  test.each<[string, GoOutcome, string, string]>([
    ["on a sheet that is gone", { kind: "gone" }, "finns inte längre", "is there no more"],
    ["on a hidden sheet", { kind: "hidden" }, "är dolt. Högerklicka", "is hidden. Right-click"],
    ["while a cell is edited", { kind: "refused", reason: "editing", message: "" }, "redigeras", "being edited"],
    ["that Excel refuses", { kind: "refused", reason: "other", message: "Excel's words" }, "Excel's words", "Excel's words"], // prettier-ignore
  ])("%s cannot be, which is said at it until another is chosen, in either language", async (_, outcome, sv, en) => {
    const { goTo, heard, render } = show();
    goTo.mockResolvedValueOnce(outcome);
    await press("check-workbook");
    await press(item(`${inBudget}B8`));
    const message = () => item(`${inBudget}B8`).parentElement!.querySelector(".message")!.textContent;
    expect(message()).toContain(sv);
    expect(heard.at(-1)).toBe(message());
    render("en");
    expect(message()).toContain(en);
    await press(item(`${inBudget}C4`));
    expect(message()).toBe("");
  });

  test("cannot be gone to where the workbook is closed", async () => {
    let isOpen = true;
    const workbook = workbookThat({
      contents: () => Promise.resolve({ kind: "contents", contents: lost }),
      areTyped: () => Promise.resolve({ kind: "typed", typed: [] }),
    });
    const view = checkView({
      findWorkbook: () => Promise.resolve(isOpen ? workbook : undefined),
      announce: () => undefined,
    });
    document.body.replaceChildren(view.render("sv"));
    await press("check-workbook");
    isOpen = false;
    await press(item("Plan!A1:A2"));
    expect(texts(".message")).toEqual(["Cellen kunde inte visas. Ingen arbetsbok är öppen här."]);
  });
});

test("in the other language everything is told again from what was found", async () => {
  const { render, enterAgain } = show();
  const other: EnteredCell = { kind: "notEntered", reason: "other", message: "Excel's words" };
  enterAgain.mockResolvedValue({ kind: "entered", cells: [{ kind: "notEntered", reason: "protected", message: "" }, other] }); // prettier-ignore
  await press("check-workbook");
  await press(item(`${inBudget}C4`));
  await press("repair");
  item(`${inBudget}B8`).focus();
  render("en");
  expect(texts("h3")).toContain("Typed numbers that do not match FINSAM (1)");
  expect(item(`${inBudget}B8`).textContent).toContain('shows #VALUE!: amount: expected a number, got the text "Part"');
  expect(item(`${inBudget}C4`).getAttribute("aria-current")).toBe("true");
  expect(said("check-workbook")).toBe("131 things to look at in the workbook.");
  expect(below("check-workbook").textContent).toContain("Checked at 14:05: 133 FINSAM formulas");
  expect(said("repair")).toBe("No cell could be entered again.");
  expect(texts("#not-repaired-protected-title")).toEqual(["Locked on a protected sheet (1)"]);
});

describe("long work", () => {
  /** Reads until it is told to end; `progress` and `signal` are what it was given. */
  function reading() {
    const given = show();
    let end: (outcome: ContentsOutcome) => void = () => undefined;
    let work: LongWork = {};
    given.contents.mockImplementation((asked = {}) => {
      work = asked;
      return new Promise((resolve) => (end = resolve));
    });
    return { ...given, end: (outcome: ContentsOutcome) => end(outcome), work: () => work };
  }
  const advance = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  test("shows how far it has come once it takes its time, in either language, and takes that away at its end", async () => {
    jest.useFakeTimers({ doNotFake: ["performance"] });
    const { end, work, render } = reading();
    byId("check-workbook").click();
    await advance(399);
    expect(byId("check-workbook-stop").hidden).toBe(true);
    await advance(1);
    const [bar] = document.querySelectorAll("progress");
    expect(bar!.parentElement!.hidden).toBe(false);
    expect(texts("#check-workbook-progress")).toEqual(["Kontrollerar arbetsboken …"]);
    expect(bar!.hasAttribute("value")).toBe(false);
    work().progress!(1, 3);
    expect(texts("#check-workbook-progress")).toEqual(["Kontrollerar arbetsboken … 33 %"]);
    expect(bar!.value).toBeCloseTo(1 / 3);
    render("en");
    expect(texts("#check-workbook-progress")).toEqual(["Checking the workbook … 33 %"]);
    expect(byId("check-workbook").getAttribute("aria-busy")).toBe("true");
    end({ kind: "contents", contents: clean });
    await advance(100);
    expect(byId("check-workbook-stop").hidden).toBe(true);
    expect(byId("check-workbook").hasAttribute("aria-busy")).toBe(false);
    expect(said("check-workbook")).toBe("Nothing is wrong with the workbook's only FINSAM formula.");
  });

  test("is read out every five seconds, and not of what is soon done", async () => {
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => now);
    const { heard, work } = reading();
    byId("check-workbook").click();
    await settled();
    for (now = 0; now <= 11_000; now += 1000) work().progress!(now, 11_000);
    expect(heard.map(plain)).toEqual([
      "Kontrollerar arbetsboken …",
      "Kontrollerar arbetsboken … 45 %",
      "Kontrollerar arbetsboken … 90 %",
    ]);
  });

  test("is stopped, and says so", async () => {
    jest.useFakeTimers();
    const { end, work, heard } = reading();
    byId("check-workbook").click();
    await advance(500);
    byId("check-workbook-stop").click();
    expect(work().signal!.aborted).toBe(true);
    end({ kind: "stopped" });
    await advance(100);
    expect(said("check-workbook")).toBe("Kontrollen avbröts.");
    expect(heard.at(-1)).toBe("Kontrollen avbröts.");
    expect(byId("check-workbook-stop").hidden).toBe(true);
  });

  test("is not begun a second time while it is under way", async () => {
    const { contents } = reading();
    await press("check-workbook");
    await press("check-workbook");
    expect(contents).toHaveBeenCalledTimes(1);
  });
});

describe("a repair", () => {
  const shows: EnteredCell = { kind: "shows", value: 3674 };

  test.each([
    ["sv", "Inget att reparera: inga FINSAM-formler visar #NAMN?."],
    ["en", "Nothing to repair: no FINSAM formula shows #NAME?."],
  ] as const)("in %s says where there is nothing to do", async (language, text) => {
    const { contents, heard } = show({ language });
    contents.mockResolvedValue({ kind: "contents", contents: clean });
    await press("repair");
    expect(said("repair")).toBe(text);
    expect(heard.at(-1)).toBe(text);
    // Nothing was looked for that nobody asked for.
    expect(contents).toHaveBeenCalledTimes(1);
  });

  test("is offered where cells are lost; what was found is then looked for anew, and both are read out", async () => {
    const { contents, enterAgain, heard } = show();
    contents.mockResolvedValue({ kind: "contents", contents: lost });
    await press("check-workbook");
    expect(texts("#repair-lost")).toEqual(["Reparera"]);
    enterAgain.mockImplementation(() => {
      contents.mockResolvedValue({ kind: "contents", contents: clean });
      return Promise.resolve({ kind: "entered", cells: [shows, shows] });
    });
    await press("repair-lost");
    expect(enterAgain.mock.calls[0]![0].map(({ formula }) => formula)).toEqual([
      "=FINSAM.SPLIT(7348)",
      "=FINSAM.SPLIT(1)",
    ]);
    expect(said("repair")).toBe("2 celler är inskrivna på nytt.");
    expect(said("check-workbook")).toBe("Inget att anmärka på arbetsbokens enda FINSAM-formel.");
    expect(document.getElementById("repair-lost")).toBeNull();
    expect(heard.at(-1)).toBe("2 celler är inskrivna på nytt. Inget att anmärka på arbetsbokens enda FINSAM-formel.");
  });

  test("without a list makes none", async () => {
    const { contents, enterAgain } = show();
    contents.mockResolvedValue({ kind: "contents", contents: lost });
    enterAgain.mockResolvedValue({ kind: "entered", cells: [shows, shows] });
    await press("repair");
    expect(contents).toHaveBeenCalledTimes(1);
    expect(said("check-workbook")).toBe("");
  });

  test("takes the place of a check that is under way: what that finds is no more true", async () => {
    const { contents, enterAgain } = show();
    await press("check-workbook");
    let end: (outcome: ContentsOutcome) => void = () => undefined;
    let signal: AbortSignal | undefined;
    contents.mockImplementationOnce((work) => {
      signal = work!.signal;
      return new Promise((resolve) => (end = resolve));
    });
    await press("check-workbook");
    contents.mockResolvedValue({ kind: "contents", contents: lost });
    enterAgain.mockImplementation(() => {
      contents.mockResolvedValue({ kind: "contents", contents: clean });
      return Promise.resolve({ kind: "entered", cells: [shows, shows] });
    });
    await press("repair");
    expect(signal!.aborted).toBe(true);
    end({ kind: "contents", contents: brokenContents });
    await settled();
    expect(said("check-workbook")).toBe("Inget att anmärka på arbetsbokens enda FINSAM-formel.");
    expect(texts(".place")).toEqual([]);
    expect(byId("check-workbook").hasAttribute("aria-busy")).toBe(false);
  });

  test("names the cells that could not be, which are gone to", async () => {
    const { contents, enterAgain, goTo } = show();
    contents.mockResolvedValue({ kind: "contents", contents: { ...lost, unread: brokenContents.unread } });
    enterAgain.mockResolvedValue({
      kind: "entered",
      cells: [shows, { kind: "notEntered", reason: "protected", message: "" }],
    });
    await press("repair");
    expect(said("repair")).toBe("En cell är inskriven på nytt. En cell gick inte, av det skäl som står nedan.");
    expect(texts("#not-repaired-protected-title")).toEqual(["Låsta på ett skyddat blad (1)"]);
    expect(texts(".reservation")).toEqual([expect.stringContaining("har inte sökts igenom")]);
    await press(item("Plan!A2"));
    expect(goTo).toHaveBeenLastCalledWith("Plan", { top: 1, left: 0, bottom: 1, right: 0 });
  });
});

describe("a copy", () => {
  const copy: FrozenCopy = { kind: "copy", base64: "", blocks: 2, sheet: "Underlag", warnings: [] };
  const nameErrors: FrozenCopy = { ...copy, warnings: [{ kind: "nameError", cell: "Plan!B1" }] };
  const freezing = (made: FrozenCopy) => jest.fn<Freeze>(() => Promise.resolve(made));

  test("is explained, made in the language of the pane with the day's date, and opened", async () => {
    const freeze = freezing(copy);
    const { openAsNew, heard } = show({ freeze });
    expect(byId("send-copy").closest("section")!.textContent).toContain("Originalet ändras inte.");
    await press("send-copy");
    expect(freeze.mock.calls[0]![1]).toEqual({ language: "sv", date: "2026-11-25" });
    expect(openAsNew).toHaveBeenCalledTimes(1);
    expect(said("send-copy")).toContain("Kopian är öppen som en ny arbetsbok. 2 områden");
    expect(heard.at(-1)).toBe(said("send-copy"));
  });

  test("lists what could not simply become a value, in either language", async () => {
    const warnings = [{ kind: "name", name: "andel" }] as const;
    const { render } = show({ freeze: freezing({ ...copy, warnings }) });
    await press("send-copy");
    expect(texts(".warnings li")).toEqual(["Namnet andel var en FINSAM-formel och har inget värde (#REFERENS!) i kopian."]); // prettier-ignore
    render("en");
    expect(texts(".warnings li")[0]).toContain("The name andel was a FINSAM formula");
  });

  test("with #NAME? in it is made only when the user says so, once", async () => {
    const { openAsNew } = show({ freeze: freezing(nameErrors) });
    await press("send-copy");
    expect(openAsNew).not.toHaveBeenCalled();
    expect(said("send-copy")).toContain("skulle visa #NAMN? i Plan!B1");
    expect([...below("send-copy").querySelectorAll("fluent-button")].map((each) => each.textContent)).toEqual([
      "Reparera först",
      "Skicka ändå",
    ]);
    await press("send-anyway");
    expect(openAsNew).toHaveBeenCalledTimes(1);
    expect(texts(".warnings li")).toEqual([expect.stringContaining("Plan!B1: cellen visar #NAMN?")]);
    await press("send-copy");
    expect(openAsNew).toHaveBeenCalledTimes(1);
    expect(said("send-copy")).toContain("skulle visa #NAMN?");
  });

  test("can be repaired first", async () => {
    const { contents } = show({ freeze: freezing(nameErrors) });
    contents.mockResolvedValue({ kind: "contents", contents: clean });
    await press("send-copy");
    await press("repair-first");
    expect(said("repair")).toContain("Inget att reparera");
    expect(said("send-copy")).toBe("");
    expect(document.getElementById("send-anyway")).toBeNull();
  });

  test.each<[string, Awaited<ReturnType<Workbook["file"]>>, string]>([
    ["is not for here", { kind: "refused", reason: "notHere", message: "Det går bara i Excel." }, "Ingen kopia har gjorts. Det går bara i Excel."], // prettier-ignore
    ["is stopped", { kind: "stopped" }, "Kopieringen avbröts. Ingen kopia har gjorts."],
  ])("that %s is said", async (_, outcome, text) => {
    const { file } = show();
    file.mockResolvedValue(outcome);
    await press("send-copy");
    expect(said("send-copy")).toBe(text);
  });
});

test.each([
  ["check", "check-workbook", "131 anmärkningar"],
  ["repair", "repair", "Inget att reparera"],
  ["sendCopy", "send-copy", "Något gick fel i FINSAM (no copy)"],
] as const)("the ribbon's job %s is done, and brought into sight", async (job, id, text) => {
  const { view, contents } = show();
  if (job === "repair") contents.mockResolvedValue({ kind: "contents", contents: clean });
  view.run!(job);
  await settled();
  expect(said(id)).toContain(text);
  expect(scrolled.mock.contexts).toEqual([byId(id).closest("section")]);
});
