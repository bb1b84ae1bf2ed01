/*
 * Totals beside our results that do not add up, and those that do or mean something else.
 */
import { found } from "./workbook";

const parties = (total: string) => [
  "Part | tkr",
  "Staten | =FINSAM.SPLIT(7348,,1)",
  "Regionen |",
  "Kommunerna |",
  total,
];

describe("a typed total", () => {
  test.each(["Summa", "Totalt", "Total, tkr", "SUMMA:", "Sum (tkr)", "Grand total", "Budget, summa av parterna"])(
    "called %s is told where the parts do not add up to it",
    async (name) => {
      expect(await found(parties(`${name} | 7349`))).toEqual([
        { kind: "total", at: "B5", value: 7349, sum: 7348, parts: "B2:B4", decimals: 0 },
      ]);
    },
  );

  test("at the end of a row is told, in every row", async () => {
    const rows = (state: number, region: number) => [
      "Part | 2025 | 2026 | Summa",
      `Staten | =FINSAM.SPLIT({7348,8084},,1) | | ${state}`,
      `Regionen | | | ${region}`,
      "Kommunerna",
    ];
    expect(await found(rows(7716, 3858))).toEqual([]);
    expect(await found(rows(7716, 3859))).toEqual([
      { kind: "total", at: "D3", value: 3859, sum: 3858, parts: "B3:C3", decimals: 0 },
    ]);
  });

  const years = (total: string, split = "=FINSAM.SPLIT({7348,8084},,1)") => [
    "Part | 2025 | 2026",
    `Staten | ${split}`,
    "Regionen",
    "Kommunerna",
    `Budget, summa av parterna | ${total}`,
    "Per invånare | =B5/100 | =C5/100",
  ];

  test.each([
    ["first", "7349 | =SUM(C2:C4)", { at: "B5", value: 7349, sum: 7348, parts: "B2:B4" }],
    ["last", "=SUM(B2:B4) | 8000", { at: "C5", value: 8000, sum: 8084, parts: "C2:C4" }],
  ])("typed over the %s of several sums is told, though others compute with it", async (_, total, finding) => {
    expect(await found(years(total))).toEqual([{ kind: "total", decimals: 0, ...finding }]);
  });

  test("that others compute with and that stands beside no sum is none", async () => {
    expect(await found(years("7349 | 8000"))).toEqual([]);
  });

  test("beside a sum that its parts are computed from is none", async () => {
    expect(await found(years("7348 | =SUM(C2:C4)", "=FINSAM.SPLIT(FINSAM.ESCALATE(B5,10%,1),,100)"))).toEqual([]);
  });

  test("above the parts is told", async () => {
    const rows = ["Part | tkr", "Totalt | 7349", ...parties("").slice(1, 4)];
    expect(await found(rows)).toEqual([
      { kind: "total", at: "B2", value: 7349, sum: 7348, parts: "B3:B5", decimals: 0 },
    ]);
  });

  test.each<[string, string[]]>([
    ["that is right", parties("Summa | 7348")],
    ["with other parts between", [...parties("Övriga intäkter | 50"), "Summa | 7398"]],
    ["with a part of a part between", [...parties("varav Habo | 126"), "Summa | 7348"]],
    ["of another name", parties("Maxbelopp | 5551")],
    ["of some of the parts", parties("Summa kommuner | 1837")],
    ["without a name", parties(" | 9999")],
    ["after a gap, of another table", [...parties(""), "Övrigt | 5", "Summa | 5"]],
    ["of parts added up as they are shown", ["Kommun | tkr", "A | =FINSAM.ALLOCATE(1,{1;1;1})", "B", "C", "Summa | 0.99"]], // prettier-ignore
    [
      "of the table that this one explains a part of",
      [...parties("varav A | =FINSAM.ALLOCATE(1837,{3;1},1)"), "varav B", "Summa | 7348"],
    ],
    [
      "that the result is computed from",
      ["Part | tkr", "Staten | =FINSAM.SPLIT(B5,,10)", "Regionen", "Kommunerna", "Summa | 7348"],
    ],
    ["of results that are no amounts", ["År | tal", "A | =FINSAM.YEARSTOCAP({100;100},10%,200)", "B", "Summa | 3"]],
  ])("%s is none", async (_, rows) => {
    expect(await found(rows)).toEqual([]);
  });
});

describe("a sum", () => {
  test.each([
    ["that ends too soon", "Summa | =SUM(B2:B3)", "B4"],
    ["of a scenario's sheet", "Budget, sum of the parties | =SUM(B2:B3)", "B4"],
    ["that begins too late", "Summa | =SUM(B3:B4)", "B2"],
    ["without a name that ends too soon", " | =SUM(B2:B3)", "B4"],
    ["with dollar signs and the sheet's name", "Summa | =SUM(Blad1!$B$2:$B$3)", "B4"],
  ])("%s is told, with what it leaves out", async (_, total, missed) => {
    expect(await found(parties(total))).toEqual([expect.objectContaining({ kind: "missed", at: "B5", missed })]);
  });

  test("of a row is told", async () => {
    const rows = ["Part | 2025 | 2026 | 2027 | Summa", "Staten | =FINSAM.SPLIT({1,2,3}) | | | =SUM(B2:C2)", "", ""];
    expect(await found(rows)).toEqual([{ kind: "missed", at: "E2", summed: "B2:C2", missed: "D2" }]);
  });

  test.each<[string, string[]]>([
    ["of all parts", parties("Summa | =SUM(B2:B4)")],
    ["of more than the parts", parties("Summa | =SUM(B1:B4)")],
    ["of a part, called so", parties("Staten och regionen | =SUM(B2:B3)")],
    ["of the last parts, without a name", parties(" | =SUM(B3:B4)")],
    ["of something else", [...parties(""), "Summa | =SUM(D1:D3)"]],
    ["of several ranges", parties("Summa | =SUM(B2:B3,B4)")],
    ["that is a part of a formula", parties("Kvar | =7348-SUM(B2:B3)")],
  ])("%s is none", async (_, rows) => {
    expect(await found(rows)).toEqual([]);
  });
});
