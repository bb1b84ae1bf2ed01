/*
 * npm run bench: what must be fast, measured in one run, as a table. Ratios compare two things on the same
 * machine in the same minute; docs/performance.md keeps the figures. Ends with 1 where something is too slow.
 */
import { readBuiltAddIn } from "../src/engine/engine";
import { quietly } from "../src/engine/quietly";
import { loadBundle } from "../src/engine/bundle";
import { registerFunctions } from "../src/engine/register";
import { numbers } from "../src/functions/read";
import { answer } from "../src/functions/answer";
import type { Definition } from "../src/functions/definitions";
import * as library from "@odoo/o-spreadsheet";
import { allocate as dineroAllocate, dinero, SEK, toSnapshot } from "dinero.js";
import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { measureMillion } from "./benchMillion";
import { measurePane } from "./benchPane";
import { dist, ensureBuilt } from "./builder";

await ensureBuilt();
const built = readBuiltAddIn(dist);
const functions = loadBundle(built.bundle, { context: { displayLanguage: "sv-SE" } });
registerFunctions({ library, metadata: built.metadata, functions });
const call = (id: string, ...args: unknown[]) => functions.get(id)!(...args) as unknown[][];

interface Row {
  what: string;
  measured: string;
  limit: string;
  holds: boolean;
}
const rows: Row[] = [];

const municipalities = Array.from({ length: 290 }, (_, i) => [2_400 + ((i * 7919) % 190_000)]);
const amounts = [Array.from({ length: 10 }, (_, i) => 1_000_003 + 7_919 * i)];
const unions = Array.from({ length: 300 }, (_, i) => i);
const need = unions.map((i) => [100 + ((i * 104_729) % 9_000) / 100]);
const population = unions.map((i) => [4_000 + ((i * 1_299_709) % 150_000)]);

{
  const all = median(() => call("SPLIT", amounts, municipalities, [[1]]));
  const year = median(() => call("SPLIT", [[amounts[0]![0]]], municipalities, [[1]]));
  milliseconds("SPLIT, 290 municipalities, one year, whole tkr", year, 1);
  milliseconds("SPLIT, 290 municipalities × 10 years, whole tkr", all, 5);
}
{
  const max = () => call("STATEMAX", [[339_000]], need, population, [[400]], null, [[1]]);
  milliseconds("STATEMAX, 300 unions", median(max), 2);
  const maximum = max();
  const requested = maximum.map(([value], i) => [Math.round((value as number) * (0.8 + (i % 5) / 10))]);
  const previous = maximum.map(([value], i) => [Math.round((value as number) * (0.9 + (i % 3) / 10))]);
  const grant = (appropriation: number) =>
    median(() => call("STATEGRANT", maximum, requested, previous, [[appropriation]], null, null, [[1]]));
  milliseconds("STATEGRANT, 300 unions, money short", grant(310_000), 2);
  milliseconds("STATEGRANT, 300 unions, money left", grant(345_000), 2);
}
{
  const { oneSplit, native } = spreadsheets();
  ratio("the same split in native formulas, against one SPLIT", native / oneSplit, "at least", 10);
}
{
  const { total, same } = tenThousandCells();
  ratio("10 000 cells of TOTAL, against 10 000 that return their argument", total / same, "at most", 1.5);
}
{
  const weights = municipalities.map(([weight]) => weight!);
  const [ours, theirs] = turnByTurn(
    () => call("ALLOCATE", [[1_000_003]], municipalities, [[1]]),
    () => dineroAllocate(dinero({ amount: 1_000_003, currency: SEK }), weights).map((part) => toSnapshot(part).amount),
    1_000,
  );
  ratio("ALLOCATE of 290 whole weights, against dinero.js allocate", ours / theirs, "at most", 1);
}
{
  const growth = memoryGrowth();
  const holds = growth < 1;
  rows.push({
    what: "memory after 1 000 000 calls, against after 1 000",
    measured: `${growth.toFixed(2)} MB`,
    limit: "no growth (below 1 MB)",
    holds,
  });
}
{
  const { seconds, megabytes } = measureMillion();
  const what = "recalc of a million cells, half of them formulas";
  rows.push({ what, measured: `${seconds.toFixed(0)} s`, limit: "at most 60 s", holds: seconds <= 60 });
  const memory = "… the most memory that it takes";
  rows.push({
    what: memory,
    measured: `${megabytes.toFixed(0)} MB`,
    limit: "at most 2000 MB",
    holds: megabytes <= 2000,
  });
}
{
  const pane = await measurePane();
  if (pane) {
    milliseconds("the pane's first paint, with the processor slowed four times", pane.firstPaint, 500);
    milliseconds("a scenario's figures after a key, at full speed, the slowest scenario", pane.figures, 50);
    milliseconds("a selected cell's explanation, with the processor slowed four times", pane.explained, 100);
    for (const [kind, slowest] of pane.interactions) milliseconds(`… the slowest time that ${kind}`, slowest, 100);
  }
}
{
  const size = gzipSync(built.bundle, { level: 9 }).length / 1000;
  rows.push({
    what: "functions.js, gzipped",
    measured: `${size.toFixed(1)} kB`,
    limit: "at most 20 kB",
    holds: size <= 20,
  });
}

print();
process.exit(rows.every(({ holds }) => holds) ? 0 : 1);

function milliseconds(what: string, measured: number, most: number): void {
  rows.push({ what, measured: `${measured.toFixed(2)} ms`, limit: `at most ${most} ms`, holds: measured <= most });
}

function ratio(what: string, measured: number, rule: "at least" | "at most", limit: number): void {
  const holds = rule === "at least" ? measured >= limit : measured <= limit;
  rows.push({ what, measured: `${measured.toFixed(2)} times`, limit: `${rule} ${limit} times`, holds });
}

/** The median time of a call in milliseconds, once it is warm. */
function median(run: () => unknown, times = 101, warmUp = 20): number {
  for (let i = 0; i < warmUp; i += 1) run();
  return middle(Array.from({ length: times }, () => timed(run)));
}

/** The median times of two things, taken in turns so that a busy moment of the machine meets both. */
function turnByTurn(first: () => unknown, second: () => unknown, times: number): [number, number] {
  const pairs = Array.from({ length: times }, () => [timed(first), timed(second)] as const).slice(times >> 2);
  return [middle(pairs.map(([time]) => time)), middle(pairs.map(([, time]) => time))];
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function middle(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/**
 * Ten years' budgets shared between the parties and 290 municipalities, in one engine: by one SPLIT, and by hand
 * with floors, remainders and ranks as a careful economist would write it. Recalculated by changing a weight.
 */
function spreadsheets(): { oneSplit: number; native: number } {
  const years = amounts[0]!.map((amount, year) => ({ amount, column: letters(1 + year) }));
  const [first, last] = [3, 2 + municipalities.length];
  const key = `$A$${first}:$A$${last}`;
  const inputs: Record<string, string> = {};
  for (const { amount, column } of years) inputs[`${column}1`] = String(amount);
  municipalities.forEach(([weight], i) => (inputs[`A${first + i}`] = String(weight)));

  const oneSplit = { [`${letters(12)}3`]: `=FINSAM.SPLIT(B1:${years.at(-1)!.column}1,${key},1)` };
  const native: Record<string, string> = {};
  years.forEach(({ column }, year) => {
    // For each year a column of parts and one of remainders; in row 2 how many units are left over.
    const [part, rest] = [letters(12 + 2 * year), letters(13 + 2 * year)];
    const quarter = `ROUND(${column}$1/4,0)`;
    native[`${part}2`] = `=${quarter}-SUMPRODUCT(INT(${quarter}*${key}/SUM(${key})))`;
    for (let row = first; row <= last; row += 1) {
      const share = `${quarter}*$A${row}/SUM(${key})`;
      const rank = `COUNTIF(${rest}$${first}:${rest}$${last},">"&${rest}${row})`;
      native[`${rest}${row}`] = `=${share}-INT(${share})`;
      native[`${part}${row}`] = `=INT(${share})+IF(${rank}<${part}$2,1,0)`;
    }
  });
  const recalculated = (formulas: Record<string, string>) => {
    const sheet = openSheet({ ...inputs, ...formulas }, 400, 40);
    answers.push(sheet.value(formulas === oneSplit ? "M5" : "M3"));
    let weight = municipalities[0]![0]!;
    return () => sheet.change("A3", (weight += 1));
  };
  const answers: unknown[] = [];
  const times = { oneSplit: median(recalculated(oneSplit), 15, 3), native: median(recalculated(native), 5, 1) };
  // The first municipality's part of the first year: a sheet that only shows errors would be quick.
  if (typeof answers[0] !== "number" || answers[0] !== answers[1]) {
    throw new Error(`the two sheets do not answer alike: ${answers.join(" and ")}`);
  }
  return times;
}

/** Ten thousand cells with one small call each, recalculated together. */
function tenThousandCells(): { total: number; same: number } {
  const returnsItsArgument: Definition = {
    readers: [["contribution", numbers]],
    compute: ({ contribution }: { contribution: number[][] }) => contribution,
  };
  const contribution = built.metadata.functions.find(({ id }) => id === "TOTAL")!.parameters[0]!;
  const extra = { id: "SAME", name: "SAME", description: "", parameters: [contribution], result: {} };
  registerFunctions({
    library,
    metadata: { ...built.metadata, functions: [...built.metadata.functions, extra] },
    functions: new Map([...functions, ["SAME", (value: unknown) => answer(returnsItsArgument, [value])]]),
  });
  const recalculated = (formula: string) => {
    const cells = Array.from({ length: 10_000 }, (_, i) => [`B${i + 1}`, formula]);
    const sheet = openSheet({ A1: "3674", ...(Object.fromEntries(cells) as Record<string, string>) }, 10_000, 3);
    let amount = 3_674;
    return () => sheet.change("A1", (amount += 1));
  };
  const [total, same] = turnByTurn(recalculated('=FINSAM.TOTAL($A$1,"state")'), recalculated("=FINSAM.SAME($A$1)"), 31);
  return { total, same };
}

/** A sheet in the engine, where changing a cell recalculates what depends on it. */
function openSheet(cells: Record<string, string>, rowNumber: number, colNumber: number) {
  const workbook = library.helpers.createEmptyWorkbookData();
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rowNumber, colNumber, cells }));
  const model = quietly(() => new library.Model({ ...workbook, sheets }));
  const sheetId = model.getters.getActiveSheetId();
  return {
    value(cell: string) {
      const { row, col } = library.helpers.toCartesian(cell);
      return model.getters.getEvaluatedCell({ sheetId, row, col }).value;
    },
    change(cell: string, value: number) {
      const { row, col } = library.helpers.toCartesian(cell);
      quietly(() => model.dispatch("UPDATE_CELL", { sheetId, row, col, content: String(value) }));
    },
  };
}

function letters(column: number): string {
  return library.helpers.numberToLetters(column);
}

/** How many megabytes the heap has grown between a thousand calls and a million. */
function memoryGrowth(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const calls = (count: number) => {
    for (let i = 0; i < count; i += 1) call("SPLIT", [[i]], [[3], [1]], [[1]]);
  };
  calls(1_000);
  const before = used();
  calls(999_000);
  return used() - before;
}

function print(): void {
  const header: Row = { what: "what", measured: "measured", limit: "must be", holds: true };
  const width = (of: (row: Row) => string) => Math.max(...[header, ...rows].map((row) => of(row).length));
  const line = (row: Row, verdict: string) =>
    `| ${row.what.padEnd(width((r) => r.what))} | ${row.measured.padStart(width((r) => r.measured))} | ${row.limit.padEnd(width((r) => r.limit))} | ${verdict} |`;
  console.log(`\n${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}\n`);
  console.log(line(header, "holds"));
  console.log(`|${"-".repeat(line(header, "holds").length - 2)}|`);
  for (const row of rows) console.log(line(row, row.holds ? "yes  " : "NO   "));
}
