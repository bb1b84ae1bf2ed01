/*
 * Numbers that somebody typed where ours are: over a formula, or as a copy of a result that it does not match. What
 * could be meant, such as last year's figures or a key, is no finding: a line of numbers is a copy where at least half
 * of it, and two at least, are the result's.
 */
import { translateFormulaToR1C1 } from "@borgar/fx";
import { toAddress, zoneAt, type Zone } from "../../scenarios/zone";
import { cellOf, lengthOf, linesOf, lineZone, nameOf, yearIn, type Direction, type Line } from "./blocks";
import type { Finding, Where } from "./finding";
import type { Own, Pause, SheetView } from "./sheet";

const directions: readonly Direction[] = ["across", "down"];

/** Typed numbers between formulas that are the same but for where they stand. */
export function findOverwritten(view: SheetView): Finding[] {
  const single = view.own.filter(({ rows, columns }) => rows === 1 && columns === 1);
  const relative = new Map<Own, string>();
  const textOf = (own: Own) => {
    const known = relative.get(own) ?? translateFormulaToR1C1(own.text, toAddress(zoneAt(own.row, own.column)));
    relative.set(own, known);
    return known;
  };
  const isSame = (own: Own, [row, column]: [number, number]) => {
    const other = view.ownAt(row, column);
    return other !== undefined && other.rows * other.columns === 1 && textOf(other) === textOf(own);
  };
  const found = new Map<string, Finding>();
  for (const own of single) {
    for (const direction of directions) {
      const [index, at] = direction === "across" ? [own.row, own.column] : [own.column, own.row];
      const [row, column] = cellOf({ direction, index }, at + 1);
      const value = view.typed(row, column);
      if (value === undefined || !isSame(own, cellOf({ direction, index }, at + 2))) continue;
      if (!isException(view, { direction, index }, at, (cell) => isSame(own, cell))) continue;
      const like = whereOf(view, zoneAt(own.row, own.column));
      const zone = zoneAt(row, column);
      found.set(toAddress(zone), { kind: "overwritten", at: whereOf(view, zone), value, like });
    }
  }
  return [...found.values()];
}

/**
 * Whether typed numbers are few among the formulas of a row or column. Where they take turns, as plan and outcome do
 * year by year, they are meant.
 */
function isException(
  view: SheetView,
  line: Pick<Line, "direction" | "index">,
  at: number,
  isSame: (cell: [number, number]) => boolean,
): boolean {
  let [formulas, typed] = [0, 0];
  const count = (place: number) => {
    const cell = cellOf(line, place);
    if (isSame(cell)) formulas += 1;
    else if (view.typed(...cell) !== undefined) typed += 1;
    else return false;
    return true;
  };
  for (let place = at; count(place); place += 1);
  for (let place = at - 1; place >= 0 && count(place); place -= 1);
  return formulas >= 3 * typed;
}

/** How far from a table its copies are looked for: rows of the same name, and columns beside the same rows. */
const reach = { across: 200, down: 12 } as const;
/** Rows so near need no name in common. */
const near = 2;
const blocksBetweenPauses = 50;

export interface Copy {
  readonly view: SheetView;
  readonly line: Line;
  readonly findings: readonly Finding[];
}

/** Typed copies of results with numbers that differ from them. */
export async function findCopies(view: SheetView, blocks: readonly Zone[], pause: Pause): Promise<Copy[]> {
  const best = new Map<string, Copy | undefined>();
  for (const [number, block] of blocks.entries()) {
    if (number % blocksBetweenPauses === 0) await pause();
    for (const direction of directions) {
      for (const line of typedLines(view, block, direction)) {
        const name = toAddress(lineZone(line));
        // A line that is the same as one result is no false copy of another.
        if (best.has(name) && best.get(name) === undefined) continue;
        const compared = compare(view, line, linesOf(block, direction));
        if (compared === "none") continue;
        const known = best.get(name);
        if (compared === "same") best.set(name, undefined);
        else if (!known || compared.length < known.findings.length) best.set(name, { view, line, findings: compared });
      }
    }
  }
  return [...best.values()].filter((copy) => copy !== undefined);
}

/** The lines as long as the table's own that hold nothing but typed numbers. */
function typedLines(view: SheetView, block: Zone, direction: Direction): Line[] {
  const [first] = linesOf(block, direction);
  if (!first || lengthOf(first) < 3) return [];
  const [start, end] = direction === "across" ? [block.top, block.bottom] : [block.left, block.right];
  const [least, most] = direction === "across" ? [view.used.top, view.used.bottom] : [view.used.left, view.used.right];
  const lines: Line[] = [];
  for (
    let index = Math.max(least, start - reach[direction]);
    index <= Math.min(most, end + reach[direction]);
    index += 1
  ) {
    const line = { ...first, index };
    if ((index < start || index > end) && isTyped(view, line)) lines.push(line);
  }
  return lines;
}

function isTyped(view: SheetView, line: Line): boolean {
  for (let at = line.from; at <= line.to; at += 1) if (view.typed(...cellOf(line, at)) === undefined) return false;
  return true;
}

/** Against the result that it has most in common with: "none" where it is no copy of any. */
function compare(view: SheetView, line: Line, results: readonly Line[]): "none" | "same" | Finding[] {
  const decimals = decimalsOf(numbersIn(view, line));
  const comparable = results.filter((result) => isComparable(view, line, result));
  const all = comparable.map((result) => differences(view, line, result, decimals));
  if (all.some((each) => each.findings.length === 0 && each.isCopy)) return "same";
  const [closest] = all.filter(({ isCopy }) => isCopy).sort((a, b) => a.findings.length - b.findings.length);
  return closest ? closest.findings : "none";
}

function isComparable(view: SheetView, line: Line, result: Line): boolean {
  const [name, other] = [nameOf(view, line), nameOf(view, result)];
  const [year, otherYear] = [yearIn(name), yearIn(other)];
  if (year !== undefined && otherYear !== undefined && year !== otherYear) return false;
  if (line.direction === "down" || Math.abs(line.index - result.index) <= near) return true;
  return name !== undefined && name.toLowerCase() === other?.toLowerCase();
}

function differences(view: SheetView, line: Line, result: Line, decimals: number) {
  const [typed, results] = [numbersIn(view, line), numbersIn(view, result)];
  const differing = typed.flatMap((value, index) => (isSame(value, results[index]!, decimals) ? [] : [index]));
  // Zeros agree with zeros everywhere.
  const telling = typed.filter((value, index) => value !== 0 || results[index] !== 0).length;
  const matches = typed.filter((value, index) => value !== 0 && !differing.includes(index)).length;
  const findings = differing.map((index): Finding => {
    const [at, beside] = [line, result].map((each) => zoneAt(...cellOf(each, each.from + index)));
    return {
      kind: "differs",
      at: whereOf(view, at!),
      value: typed[index]!,
      result: results[index]!,
      beside: whereOf(view, beside!),
      line: whereOf(view, lineZone(line)),
      matches,
      decimals,
    };
  });
  // One number repeated is a limit or a rate, which results may reach year after year.
  const isRepeated = new Set(typed).size === 1 && new Set(results).size > 1;
  return { findings, isCopy: matches >= 2 && 2 * matches >= telling && !isRepeated };
}

function numbersIn(view: SheetView, line: Line): number[] {
  return Array.from({ length: lengthOf(line) }, (_, index) => view.number(...cellOf(line, line.from + index)) ?? 0);
}

const mostDecimals = 6;

/** The most decimals that any of the numbers has, as they are shown at 15 digits. */
export function decimalsOf(numbers: readonly number[]): number {
  return Math.min(mostDecimals, Math.max(0, ...numbers.map(decimalsIn)));
}

function decimalsIn(number: number): number {
  const [, decimals = "", exponent = "0"] = /\.(\d+)(?:e(.+))?$/.exec(String(Number(number.toPrecision(15)))) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

/** Whether two numbers are the same at so many decimals: no further apart than half of the last. */
export function isSame(one: number, other: number, decimals: number): boolean {
  const noise = 1e-12 * Math.max(Math.abs(one), Math.abs(other));
  return Math.abs(one - other) <= 0.5 * 10 ** -decimals + noise;
}

function whereOf(view: SheetView, zone: Zone): Where {
  return { sheet: view.name, zone };
}
