/*
 * Sending a copy: the file that Excel hands out opens again as another workbook, without a formula of ours, and what
 * is to be known of it is said.
 */
import { generateMetadata } from "../../scripts/metadata";
import { frozenCopy, toBase64 } from "../../src/actions/frozenCopy";
import { sendCopy, type Freeze, type SendOutcome } from "../../src/actions/sendCopy";
import { sendCopyNotice, warningSentences } from "../../src/i18n/sendCopy";
import { excelWorkbook } from "../../src/workbook/office";
import { fakeFile, type GivenFile } from "../workbook/excelFile";
import { workbookThat } from "../workbook/answering";
import { addInId, book, partsOf, valuesOf } from "../xlsx/books";

const { catalogue } = await generateMetadata("https://localhost:3000");
const addIn = { catalogue, version: "1.0.0.0", id: addInId };
const freeze: Freeze = (bytes, options, { progress }) =>
  Promise.resolve(frozenCopy(bytes, options, addIn, (_, done, total) => progress?.(done, total)));

const split = '<c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_FINSAM_SPLIT(10)</f><v>5</v></c>';
const rows = (more = "") => `<row r="1">${split}${more}</row><row r="2"><c r="A2"><v>2.5</v></c></row>`;
const lost = '<c r="B1" t="e"><f>_xldudf_FINSAM_TOTAL(A1,"state")</f><v>#NAME?</v></c>';
const plan = book({ Plan: rows() });

async function send(
  given: GivenFile,
  { agreement, language = "sv" }: { agreement?: string; language?: "sv" | "en" } = {},
) {
  // prettier-ignore
  const state = fakeFile(given);
  const findWorkbook = () => Promise.resolve(excelWorkbook);
  const outcome = await sendCopy({ language, date: "2026-11-25", findWorkbook, freeze, agreement });
  return { outcome, state, notice: sendCopyNotice(outcome, language) };
}

const warningsIn = (outcome: SendOutcome) => (outcome.kind === "sent" ? warningSentences(outcome, "sv") : []);

test("the copy opens as a new workbook, with values for our formulas and a last sheet that says what they were", async () => {
  const { outcome, state, notice } = await send({ bytes: plan });
  expect(outcome).toEqual({ kind: "sent", blocks: 1, sheet: "Underlag", warnings: [] });
  expect(state).toMatchObject({ opened: 1, closed: 1 });
  expect(state.created).toHaveLength(1);
  const copy = Buffer.from(state.created[0]!, "base64");
  expect(Object.values(partsOf(copy)).join()).not.toContain("_xldudf_FINSAM");
  expect(valuesOf(copy)).toMatchObject({ "Plan!A1": 5, "Plan!A2": 2.5, "Underlag!F5": "2026-11-25" });
  expect(notice).toEqual({
    kind: "done",
    text: "Kopian är öppen som en ny arbetsbok. Ett område med FINSAM-formler är nu värden, och sista bladet, Underlag, säger vad de var. Spara den under ett eget namn.",
  });
});

test("in English the sheet is called Basis", async () => {
  expect((await send({ bytes: plan }, { language: "en" })).notice.text).toContain("the last sheet, Basis, says");
});

test("a workbook without formulas of ours is not copied, and that is said", async () => {
  const { outcome, state, notice } = await send({ bytes: book({ Blad1: '<row r="1"><c r="A1"><v>1</v></c></row>' }) });
  expect(outcome).toEqual({ kind: "nothing" });
  expect(state).toMatchObject({ created: [], closed: 1 });
  expect(notice.text).toContain("kan skickas som den är");
});

describe("with #NAME? in the workbook", () => {
  const bytes = book({ Plan: rows(lost) });

  test("no copy is made, and the user is told to repair first", async () => {
    const { outcome, state, notice } = await send({ bytes });
    expect(outcome).toMatchObject({ kind: "nameErrors", cells: ["Plan!B1"] });
    expect(state.created).toEqual([]);
    expect(notice).toMatchObject({
      kind: "problem",
      text: expect.stringContaining("#NAMN? i Plan!B1. Reparera först, eller skicka ändå."),
    });
  });

  test("unless she wants it all the same", async () => {
    const { agreement } = (await send({ bytes })).outcome as Extract<SendOutcome, { kind: "nameErrors" }>;
    const { outcome, state, notice } = await send({ bytes }, { agreement });
    expect(outcome).toMatchObject({ kind: "sent", blocks: 2 });
    expect(state.created).toHaveLength(1);
    expect(notice.text).toMatch(/ En sak att se över i kopian:$/);
    expect(warningsIn(outcome)).toEqual([expect.stringContaining("Plan!B1: cellen visar #NAMN?")]);
  });

  test("and an agreement about some cells is none about others", async () => {
    const more = book({ Plan: rows(lost + lost.replace("B1", "C1")) });
    const { agreement } = (await send({ bytes })).outcome as Extract<SendOutcome, { kind: "nameErrors" }>;
    expect((await send({ bytes: more }, { agreement })).outcome).toMatchObject({ kind: "nameErrors" });
  });
});

test("what could not become a value is listed, and of very much the rest counted", async () => {
  const names = Array.from({ length: 103 }, (_, n) => `<definedName name="andel${n}">_xldudf_FINSAM_TOTAL(${n + 1},"state")</definedName>`); // prettier-ignore
  const bytes = book({ Plan: rows() }, { names: names.join("") });
  const { notice, outcome } = await send({ bytes });
  expect(notice).toMatchObject({ kind: "done", text: expect.stringMatching(/ 103 saker att se över i kopian:$/) });
  const listed = warningsIn(outcome);
  expect(listed).toHaveLength(101);
  expect(listed[0]).toContain("Namnet andel0 ");
  expect(listed[100]).toBe("Och 3 till.");
});

test.each<[string, GivenFile, string]>([
  ["does not hand out the file", { bytes: plan, fails: "getFile" }, "Excel lämnade inte ut arbetsbokens fil (Excel's words)."], // prettier-ignore
  ["does not open the copy", { bytes: plan, fails: "create", code: "InvalidArgument" }, "Excel kunde inte öppna kopian (Excel's words)."], // prettier-ignore
  ["finds the copy too large", { bytes: plan, fails: "create", code: "RequestPayloadSizeLimitExceeded" }, "för stor för att Excel på webben"], // prettier-ignore
  ["hands out another kind of file", { bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) }, "äldre Excelfil (.xls)"], // prettier-ignore
])("where Excel %s, that is said with what to do", async (_, given, text) => {
  const { notice, state } = await send(given);
  expect(notice.kind).toBe("problem");
  expect(notice.text).toMatch(/^Ingen kopia har gjorts\. /);
  expect(notice.text).toContain(text);
  expect(state.closed).toBe(state.opened);
});

test("a workbook that can do no such thing says so in its own words", async () => {
  const elsewhere = workbookThat({
    file: () => Promise.resolve({ kind: "refused", reason: "notHere", message: "Det går bara i Excel." }),
  });
  const outcome = await sendCopy({ language: "sv", date: "2026-11-25", findWorkbook: () => Promise.resolve(elsewhere), freeze }); // prettier-ignore
  expect(sendCopyNotice(outcome, "sv").text).toBe("Ingen kopia har gjorts. Det går bara i Excel.");
});

test("progress goes from nothing to all, over both parts", async () => {
  fakeFile({ bytes: plan });
  const told: number[] = [];
  const findWorkbook = () => Promise.resolve(excelWorkbook);
  await sendCopy({ language: "sv", date: "2026-11-25", findWorkbook, freeze, progress: (done, total) => void told.push(done / total) }); // prettier-ignore
  expect(told[0]).toBe(0);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(1);
});

test("it can be stopped while the copy is made, and nothing opens", async () => {
  const state = fakeFile({ bytes: plan });
  const stop = new AbortController();
  const stopping: Freeze = () => {
    stop.abort();
    return Promise.reject(new Error("terminated"));
  };
  const findWorkbook = () => Promise.resolve(excelWorkbook);
  const outcome = await sendCopy({ language: "sv", date: "2026-11-25", findWorkbook, freeze: stopping, signal: stop.signal }); // prettier-ignore
  expect(outcome).toEqual({ kind: "stopped" });
  expect(state).toMatchObject({ created: [], closed: 1 });
});

test("stopped when the copy is made already, it opens nothing", async () => {
  const state = fakeFile({ bytes: plan });
  const stop = new AbortController();
  const stopping: Freeze = async (...asked) => {
    const copy = await freeze(...asked);
    stop.abort();
    return copy;
  };
  const findWorkbook = () => Promise.resolve(excelWorkbook);
  const outcome = await sendCopy({ language: "sv", date: "2026-11-25", findWorkbook, freeze: stopping, signal: stop.signal }); // prettier-ignore
  expect(outcome).toEqual({ kind: "stopped" });
  expect(state.created).toEqual([]);
});

test("a defect of ours is no outcome", async () => {
  fakeFile({ bytes: plan });
  const breaking: Freeze = () => Promise.reject(new Error("broken"));
  const findWorkbook = () => Promise.resolve(excelWorkbook);
  await expect(sendCopy({ language: "sv", date: "2026-11-25", findWorkbook, freeze: breaking })).rejects.toThrow(
    "broken",
  );
});

test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])("%i bytes in Base64 are the same bytes again", (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
  expect(Buffer.from(toBase64(bytes), "base64").equals(bytes)).toBe(true);
});
