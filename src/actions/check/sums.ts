/*
 * Totals beside our results: typed ones that the parts do not add up to, and sums that leave out a part.
 */
import { tokenize } from "@borgar/fx";
import { overlap, zoneAt, type Zone } from "../../scenarios/zone";
import { above, cellOf, leftOf, linesOf, lineZone, type Line } from "./blocks";
import { zoneOf } from "./evaluate";
import type { Finding } from "./finding";
import type { Own, SheetView } from "./sheet";
import { decimalsOf, isSame } from "./typed";

/** A total of everything, in so many words: "Summa kommuner" is the sum of a part, and meant to be. */
const wholeTotal =
  /^(summa|totalt?|totalsumma|summa totalt|total summa|totalt belopp|budget totalt|total budget|totalbudget|sum|sum total|grand total|total amount|budget total)$/i;

/** Where the budget itself is called the sum, as on the scenarios' sheets. */
const wholeBudget = /^budget, (summa|sum|summa av parterna|sum of the parties)$/i;

export function isWholeTotal(name: string | undefined): boolean {
  if (name === undefined) return false;
  // A unit may follow: "Summa, tkr", "Total (kr)".
  return wholeTotal.test(name.replace(/[,(:].*$/s, "").trim()) || wholeBudget.test(name.trim());
}

/** How many more numbers may stand between a result and its total: other parts of the same sum, or none of it. */
const mostBetween = 4;

export interface TypedTotal {
  readonly view: SheetView;
  readonly cell: Zone;
  /** The total beside it is a sum of its parts, so that it is none that somebody computes with as an input. */
  readonly isAmongSums: boolean;
  readonly finding: Finding;
}

export interface Sums {
  /** Typed totals: whether they are inputs of something else is for the caller to find out. */
  readonly typed: readonly TypedTotal[];
  readonly missed: readonly Finding[];
}

export function findSums(view: SheetView, blocks: readonly Zone[]): Sums {
  const typed: TypedTotal[] = [];
  const missed: Finding[] = [];
  for (const block of blocks) {
    for (const direction of ["across", "down"] as const) {
      for (const line of linesOf(block, direction)) {
        if (line.from === line.to) continue;
        for (const total of totalsOf(view, line, block)) {
          const cell = zoneAt(...cellOf(line, total.at));
          const summed = summedBy(view, ...cellOf(line, total.at));
          const finding = summed
            ? leavesOut(view, { line, cell, summed, total })
            : wrongTotal(view, { line, cell, total });
          if (finding?.kind === "missed") missed.push(finding);
          else if (finding) typed.push({ view, cell, isAmongSums: isAmongSums(view, line, total.at), finding });
        }
      }
    }
  }
  return { typed, missed };
}

interface FoundTotal {
  /** Where on the line's row or column it stands. */
  readonly at: number;
  /** The numbers between the line and it. */
  readonly between: readonly number[];
  readonly isNamed: boolean;
  readonly hasName: boolean;
}

/** The total after a line and the one before it, where there are any. */
function totalsOf(view: SheetView, line: Line, block: Zone): FoundTotal[] {
  // At the end of a column its name stands to its left, at the end of a row above the table.
  const nameAt = (row: number, column: number) =>
    line.direction === "down" ? leftOf(view, row, column) : above(view, block.top, column);
  const found: FoundTotal[] = [];
  const before = line.from - 1;
  const [row, column] = cellOf(line, before);
  if (before >= 0 && view.number(row, column) !== undefined) {
    const name = nameAt(row, column);
    if (isWholeTotal(name)) found.push({ at: before, between: [], isNamed: true, hasName: true });
  }
  const between: number[] = [];
  let gaps = 0;
  for (let at = line.to + 1; between.length <= mostBetween; at += 1) {
    const [r, c] = cellOf(line, at);
    const value = view.number(r, c);
    const name = nameAt(r, c);
    if (value === undefined) {
      if (view.value(r, c) !== "" || (gaps += 1) > 1) break;
    } else if (isWholeTotal(name) || (between.length === 0 && gaps === 0 && isSum(view, r, c))) {
      found.push({ at, between, isNamed: isWholeTotal(name), hasName: name !== undefined });
      break;
    } else if (gaps > 0) break;
    else between.push(value);
  }
  return found;
}

function isSum(view: SheetView, row: number, column: number): boolean {
  return summedBy(view, row, column) !== undefined;
}

/** The range that a cell sums, where it does nothing else. */
function summedBy(view: SheetView, row: number, column: number): Zone | undefined {
  const formula = view.formula(row, column);
  if (formula === undefined || !/^=\+?SUM\(/i.test(formula)) return undefined;
  const [, , , range, end, ...more] = tokenize(formula).filter(({ type }) => type !== "whitespace");
  if (range?.type !== "range" || end?.value !== ")" || more.length > 0) return undefined;
  const found = zoneOf(range.value);
  return found && (found.sheet === undefined || found.sheet === view.name) ? found.zone : undefined;
}

/**
 * Whether the same total of the next line or the one before is a sum of its parts. Where the parts are computed from
 * the total it is their input all the same, as in a first year that the others follow from.
 */
function isAmongSums(view: SheetView, line: Line, at: number): boolean {
  const cell = zoneAt(...cellOf(line, at));
  const isSource = own(view, line).some(({ formula }) =>
    formula.references.some((reference) => {
      const found = zoneOf(reference);
      return found && (found.sheet === undefined || found.sheet === view.name) && overlap(found.zone, cell);
    }),
  );
  if (isSource) return false;
  return [line.index - 1, line.index + 1].some((index) => {
    const beside = { ...line, index };
    const summed = index < 0 ? undefined : summedBy(view, ...cellOf(beside, at));
    return summed !== undefined && holds(summed, lineZone(beside));
  });
}

/** The formulas that fill the line. */
function own(view: SheetView, line: Line): Own[] {
  const found = new Set<Own>();
  for (let at = line.from; at <= line.to; at += 1) {
    const cell = cellOf(line, at);
    const filling = view.ownAt(...cell) ?? view.filledBy(...cell);
    if (filling) found.add(filling);
  }
  return [...found];
}

function holds(outer: Zone, inner: Zone): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

interface Candidate {
  readonly line: Line;
  readonly cell: Zone;
  readonly total: FoundTotal;
}

function wrongTotal(view: SheetView, { line, cell, total }: Candidate): Finding | undefined {
  const value = view.typed(cell.top, cell.left);
  if (value === undefined || !total.isNamed) return undefined;
  const parts = numbersOf(view, line);
  const decimals = decimalsOf([value]);
  const sums = [
    // With some of what stands between, or none.
    ...selections(total.between).map((others) => [...parts, ...others]),
    // Or the total is that of a table that this one stands on top of, or below.
    ...runsBefore(numbersBefore(view, line, total.at)),
  ].flatMap((numbers) => [
    add(numbers),
    // Parts may have been added up as they are shown.
    add(numbers.map((number) => Number(number.toFixed(decimals)))),
  ]);
  if (sums.some((sum) => isSame(value, sum, decimals))) return undefined;
  return {
    kind: "total",
    at: { sheet: view.name, zone: cell },
    value,
    sum: sums[0]!,
    parts: { sheet: view.name, zone: lineZone(line) },
    decimals,
  };
}

/** A sum that has a part of the line and not the rest of it. */
function leavesOut(
  view: SheetView,
  { line, cell, summed, total }: Candidate & { readonly summed: Zone },
): Finding | undefined {
  const [from, to] = line.direction === "across" ? [summed.left, summed.right] : [summed.top, summed.bottom];
  const [least, most] = line.direction === "across" ? [summed.top, summed.bottom] : [summed.left, summed.right];
  if (line.index < least || line.index > most || from > line.to || to < line.from) return undefined;
  const isWhole = from <= line.from && to >= line.to;
  if (isWhole || (total.hasName && !total.isNamed)) return undefined;
  // Without a name, a sum that begins later is one of its own, such as that of the municipalities.
  if (!total.isNamed && from > line.from) return undefined;
  const missed = from > line.from ? { ...line, to: from - 1 } : { ...line, from: to + 1 };
  return {
    kind: "missed",
    at: { sheet: view.name, zone: cell },
    summed: { sheet: view.name, zone: summed },
    missed: { sheet: view.name, zone: lineZone(missed) },
  };
}

/** Every choice of some of the numbers, none of them first. */
function selections(numbers: readonly number[]): number[][] {
  return numbers.reduce<number[][]>((all, number) => [...all, ...all.map((some) => [...some, number])], [[]]);
}

const mostBefore = 60;

/** The numbers next to each other before a total, from the line's side of it. */
function numbersBefore(view: SheetView, line: Line, total: number): number[] {
  const step = total > line.to ? -1 : 1;
  const numbers: number[] = [];
  for (let at = total + step; numbers.length < mostBefore; at += step) {
    const number = at < 0 ? undefined : view.number(...cellOf(line, at));
    if (number === undefined) break;
    numbers.push(number);
  }
  return numbers;
}

/** Every run of two or more of the numbers. */
function runsBefore(numbers: readonly number[]): number[][] {
  return numbers.flatMap((_, from) => numbers.slice(from + 1).map((__, more) => numbers.slice(from, from + more + 2)));
}

function numbersOf(view: SheetView, line: Line): number[] {
  return Array.from({ length: line.to - line.from + 1 }, (_, index) =>
    view.number(...cellOf(line, line.from + index))!,
  );
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
