/*
 * Looking through whatever workbook there is: a list by kind that has an end, confirmed where only the host can tell,
 * and told in both languages.
 */
import { checkWorkbook, mostListed, type CheckOutcome } from "../../src/actions/check";
import { checkNotice, checkTexts, findingText, reservations } from "../../src/i18n/check";
import type { Finding } from "../../src/actions/check/finding";
import { Problem } from "../../src/core/problem";
import { zoneAt } from "../../src/scenarios/zone";
import { readContents } from "../../src/workbench/contents";
import type { Contents } from "../../src/workbook/contents";
import type { Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";
import { open, table, type Cells } from "./check/workbook";

const copy = table([
  "Part | Beräknat | Beslutat",
  "Staten | =FINSAM.SPLIT(7348,,1) | 3674",
  "Regionen | | 1837",
  "Kommunerna | | 1840",
]);

function workbookOf(sheets: Readonly<Record<string, Cells>>, more: Partial<Contents> = {}): Workbook {
  const contents = { ...readContents(open(sheets)), ...more };
  return workbookThat({
    contents: () => Promise.resolve({ kind: "contents", contents }),
    areTyped: (places) => Promise.resolve({ kind: "typed", typed: places.map(() => true) }),
    loadNoMore: () => Promise.resolve(),
  });
}

const check = (workbook: Workbook | undefined, signal?: AbortSignal) =>
  checkWorkbook({
    findWorkbook: () => Promise.resolve(workbook),
    ...(signal && { signal }),
  });

const said = (outcome: CheckOutcome, language: "sv" | "en" = "sv") =>
  checkNotice(outcome, language).text.replaceAll("\u00a0", " ");

test("what is found is a list by kind, sheet by sheet", async () => {
  const lost = { A1: "=_xldudf_FINSAM_SPLIT(1)" };
  const outcome = await check(workbookOf({ Budget: { ...copy, E1: "=FINSAM.SPLIT(F1)", F1: "x" }, Annat: lost, Tredje: lost })); // prettier-ignore
  expect(outcome).toMatchObject({
    kind: "checked",
    count: 4,
    own: 4,
    sheets: 3,
    groups: [
      { kind: "lost", findings: [{ at: { sheet: "Annat" } }, { at: { sheet: "Tredje" } }], more: 0 },
      { kind: "error", findings: [{ at: { sheet: "Budget" } }] },
      { kind: "differs", findings: [{ at: { sheet: "Budget" } }] },
    ],
  });
  expect(said(outcome)).toBe("4 anmärkningar på arbetsboken.");
  expect(said(outcome, "en")).toBe("4 things to look at in the workbook.");
});

test("of more than a hundred of a kind, the rest are counted", async () => {
  const cells = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [`A${2 * index + 1}`, "=FINSAM.SPLIT(B1)"] as const),
  );
  const outcome = await check(workbookOf({ Blad1: { ...cells, B1: "x" } }));
  expect(outcome).toMatchObject({ count: 120, groups: [{ kind: "error", more: 20 }] });
  expect((outcome as Extract<CheckOutcome, { kind: "checked" }>).groups[0]!.findings).toHaveLength(mostListed);
});

test.each<[string, Cells, string, string]>([
  ["formulas of ours and nothing wrong", { A1: "=FINSAM.SPLIT(7348)", B1: '=FINSAM.TOTAL(1,"state")' }, "Inget att anmärka på arbetsbokens 2 FINSAM-formler.", "Nothing is wrong with the workbook's 2 FINSAM formulas."], // prettier-ignore
  ["one of them", { A1: "=FINSAM.SPLIT(7348)" }, "Inget att anmärka på arbetsbokens enda FINSAM-formel.", "Nothing is wrong with the workbook's only FINSAM formula."], // prettier-ignore
  ["none of them", { A1: "=1/0" }, "Arbetsboken har inga FINSAM-formler att kontrollera.", "The workbook has no FINSAM formulas to check."], // prettier-ignore
])("%s is said in so many words", async (_, cells, sv, en) => {
  const outcome = await check(workbookOf({ Blad1: cells }));
  const kind = sv.startsWith("Inget") ? "done" : "hint";
  expect(checkNotice(outcome, "sv")).toEqual({ kind, text: sv });
  expect(checkNotice(outcome, "en")).toEqual({ kind, text: en });
});

test("a sheet that was not read, and manual calculation, are reservations about the list", async () => {
  const more = { unread: [{ sheet: "Vilse", cells: 6_000_000 }], isManual: true };
  const outcome = await check(workbookOf({ Blad1: {}, Vilse: {} }, more));
  expect(outcome).toMatchObject({ sheets: 1 });
  expect(said(outcome)).toBe("De blad som kunde läsas har inga FINSAM-formler att kontrollera.");
  expect(reservations(outcome, "sv")).toEqual([
    expect.stringContaining("Bladet ”Vilse” är för stort och har inte kontrollerats"),
    expect.stringContaining("trycker F9"),
  ]);
  expect(reservations(await check(workbookOf({ Blad1: copy })), "sv")).toEqual([]);
  expect(reservations({ kind: "noWorkbook" }, "sv")).toEqual([]);
});

test.each([
  [1, 1, "1 FINSAM-formel och talen intill, på arbetsbokens enda blad.", "1 FINSAM formula and the numbers beside it, on the workbook's only sheet."], // prettier-ignore
  [5, 3, "5 FINSAM-formler och talen intill, på 3 blad, även dolda.", "5 FINSAM formulas and the numbers beside them, on 3 sheets, hidden ones too."], // prettier-ignore
])("what was looked at is said: %i formulas, %i sheets", (own, sheets, sv, en) => {
  expect(checkTexts("sv").lookedAt(own, sheets)).toBe(sv);
  expect(checkTexts("en").lookedAt(own, sheets)).toBe(en);
});

test("a number that a formula fills after all is no finding", async () => {
  const workbook = workbookOf({ Blad1: copy });
  const asked: unknown[] = [];
  const outcome = await check({
    ...workbook,
    areTyped: (places) => {
      asked.push(...places);
      return Promise.resolve({ kind: "typed", typed: [false] });
    },
  });
  expect(asked).toEqual([{ sheet: "Blad1", row: 3, column: 2 }]);
  expect(outcome).toMatchObject({ kind: "checked", count: 0 });
});

test.each<[string, Partial<Workbook>]>([
  ["to be read", { contents: () => Promise.resolve({ kind: "refused", reason: "editing", message: "" }) }],
  ["to tell what was typed", { areTyped: () => Promise.resolve({ kind: "refused", reason: "editing", message: "" }) }],
])("a workbook that refuses %s is no empty list", async (_, refusing) => {
  const outcome = await check({ ...workbookOf({ Blad1: copy }), ...refusing });
  expect(outcome).toMatchObject({ kind: "refused", reason: "editing" });
  expect(said(outcome)).toContain("kunde inte kontrolleras. En cell redigeras");
});

test("without a workbook, that is said", async () => {
  expect(said(await check(undefined))).toContain("Ingen arbetsbok");
});

test("stopped while it reads, or while it looks", async () => {
  const stop = new AbortController();
  const stopped = { ...workbookOf({}), contents: () => Promise.resolve({ kind: "stopped" } as const) };
  expect(await check(stopped)).toEqual({ kind: "stopped" });
  stop.abort();
  expect(await check(workbookOf({ Blad1: copy }), stop.signal)).toEqual({ kind: "stopped" });
});

describe("each finding says where, what and what to do", () => {
  const at = { sheet: "Budget 2021", zone: zoneAt(3, 1) };
  const other = { sheet: "It's", zone: zoneAt(0, 0) };
  const here = { sheet: at.sheet, zone: zoneAt(5, 1, { rows: 1, columns: 3 }) };

  const texts: [Finding, string, string][] = [
    [
      { kind: "lost", at: { ...at, zone: here.zone } },
      "'Budget 2021'!B6:D6: 3 celler.",
      "'Budget 2021'!B6:D6: 3 cells.",
    ],
    [
      { kind: "unknownFunction", name: "FINSAM.SPLT", at },
      "'Budget 2021'!B4: FINSAM.SPLT finns inte.",
      "'Budget 2021'!B4: there is no FINSAM.SPLT.",
    ],
    [
      { kind: "cutOff", at },
      "'Budget 2021'!B4: en cell som formeln hänvisade till är borttagen.",
      "'Budget 2021'!B4: a cell that the formula referred to has been deleted.",
    ],
    [
      { kind: "spill", why: "cells", by: zoneAt(5, 1), at },
      "'Budget 2021'!B4: något står i vägen i B6. Flytta eller ta bort det, så visas resultatet.",
      "'Budget 2021'!B4: something in B6 is in the way. Move or delete it, and the result shows.",
    ],
    [
      { kind: "spill", why: "edge", at },
      "'Budget 2021'!B4: bladet tar slut. Flytta formeln uppåt eller åt vänster.",
      "'Budget 2021'!B4: the sheet ends too soon. Move the formula up or to the left.",
    ],
    [
      { kind: "error", error: "#N/A", cells: 1, at },
      "'Budget 2021'!B4 visar #SAKNAS!. Håll muspekaren över cellens felmarkering, så står det varför.",
      "'Budget 2021'!B4 shows #N/A. Hover over the cell's error mark to read why.",
    ],
    [
      { kind: "error", error: "#VALUE!", cells: 3, problem: new Problem("missing", { argument: "amount" }), at },
      "'Budget 2021'!B4 visar #VÄRDEFEL!: belopp saknas: argumentet måste anges. Resultatet har 2 fel till.",
      "'Budget 2021'!B4 shows #VALUE!: amount is missing: the argument must be given. The result has 2 more errors.",
    ],
    [
      { kind: "inherited", error: "#DIV/0!", from: other, at },
      "'Budget 2021'!B4 visar #DIVISION/0!, eftersom 'It''s'!A1 gör det.",
      "'Budget 2021'!B4 shows #DIV/0!, because 'It''s'!A1 does.",
    ],
    [
      { kind: "single", rows: 3, columns: 6, at },
      "'Budget 2021'!B4 visar en cell av 3 × 6.",
      "'Budget 2021'!B4 shows one cell of 3 × 6.",
    ],
    [
      { kind: "overwritten", value: 8900.5, like: { ...at, zone: zoneAt(3, 2) }, at },
      "'Budget 2021'!B4: 8 900,5 är inskrivet, medan cellerna intill räknas med samma formel som C4.",
      "'Budget 2021'!B4: 8,900.5 is typed, while the cells beside it have the same formula as C4.",
    ],
    [
      { kind: "differs", value: 226, result: 225, beside: here, line: here, matches: 4, decimals: 0, at },
      "'Budget 2021'!B4: 226 är inskrivet, men FINSAM ger 225 i B6:D6 (skillnad +1). 4 andra tal i B6:D6 stämmer.",
      "'Budget 2021'!B4: 226 is typed, but FINSAM gives 225 in B6:D6 (difference +1). 4 other numbers in B6:D6 match.",
    ],
    [
      { kind: "total", value: 7348, sum: 7349.1 + 0.2, parts: here, decimals: 0, at },
      "'Budget 2021'!B4: 7 348 är inskrivet, men B6:D6 summerar till 7 349,3 (skillnad −1,3).",
      "'Budget 2021'!B4: 7,348 is typed, but B6:D6 adds up to 7,349.3 (difference -1.3).",
    ],
    [
      { kind: "missed", summed: here, missed: here, at },
      "'Budget 2021'!B4 summerar B6:D6 och utelämnar B6:D6.",
      "'Budget 2021'!B4 sums B6:D6 and leaves out B6:D6.",
    ],
    [{ kind: "busy", at }, "'Budget 2021'!B4", "'Budget 2021'!B4"],
  ];

  test.each(texts.map((text) => [text[0].kind, ...text] as const))("%s", (_, finding, sv, en) => {
    expect(findingText(finding, "sv").replaceAll("\u00a0", " ")).toBe(sv);
    expect(findingText(finding, "en")).toBe(en);
  });
});
