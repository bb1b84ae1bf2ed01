/*
 * Lookups as Excel's: a letter with an accent is another letter, and what is no exact search needs an order that
 * is certain.
 */
import { errorOf, firstError, guess, hasNoise, isErrorValue, isHairApart, isTable, isWithinNoise, leftOut, numberOf, ofNumbers, sizeOf, valueOf, wholeOf, type Arg, type Cell, type Change, type Table } from "./cells"; // prettier-ignore

interface Told extends Cell {
  readonly source: Cell;
}

/** Whether only what is equal to the key is found, and the cells that are searched. */
export interface Search {
  isExact(...rest: readonly Arg[]): boolean;
  searched(table: Table): readonly Cell[];
}

export const inFirstColumn: Search = { isExact: (_, sorted) => isOff(sorted), searched: (table) => table[0]! };
export const inFirstRow: Search = {
  isExact: (_, sorted) => isOff(sorted),
  searched: (table) => table.map((cells) => cells[0]!),
};
export const inList: Search = { isExact: isOff, searched: (table) => table.flat() };
export const inLonger: Search = {
  isExact: () => false,
  searched: (table) => (table[0]!.length >= table.length ? inFirstColumn : inFirstRow).searched(table),
};

/** LOOKUP's results are a row or column of their own; what it takes where they are fewer has not been compared. */
export const lookingUpInOrder: Change = (original) => {
  const look = lookingUp(inLonger)(original);
  return function (key, range, results) {
    if (results === undefined) return look.call(this, key, range);
    const [among, from] = [range, results].map((arg) => (isTable(arg) ? arg : [[arg!]]));
    const isLine = [among!, from!].every((table) => table.length === 1 || table[0]!.length === 1);
    guess(!isLine || among!.flat().length !== from!.flat().length, "size");
    return look.call(this, key, range, results);
  };
};

export function lookingUp(search: Search): Change {
  return (original) =>
    function (key, range, ...rest) {
      // An error in place of a table is found in none.
      if (!isTable(range) && isErrorValue(range?.value)) return firstError([key, range]);
      // A blank after the last comma is FALSE, or 0.
      if (rest.length > 0 && rest[rest.length - 1] === undefined) rest = [...rest.slice(0, -1), { value: 0 }];
      const table = isTable(range) ? range : range ? [[range]] : [];
      const value = keyOf(key);
      apartFromNoise(value, () => search.searched(table));
      if (!search.isExact(...rest) && value !== undefined) {
        guess(typeof value !== "number", "textOrder");
        if (typeof value === "number") inCertainOrder(value, table, search);
      }
      return told(key, table, (asked, among) => original.call(this, asked, among, ...rest));
    };
}

/** MATCH from the largest down is not known to take the same of several. */
export const matching: Change = (original) => {
  const match = lookingUp(inList)(original);
  return function (key, range, ...way) {
    guess(way[0] !== undefined && (numberOf(way[0]) ?? -1) < 0, "search");
    return match.call(this, key, range, ...way);
  };
};

export const lookingUpAnywhere: Change = (original) => {
  const look = lookUpAnywhere(original);
  return function (...args) {
    const found = look.apply(this, args);
    // Whole columns found in a row are longer than what is known of them.
    guess(isTable(found) && found[0]!.length > 1 && isTable(args[2]) && leftOut(args[2]) > 0, "large");
    return found;
  };
};

const lookUpAnywhere: Change = (original) =>
  function (key, range, results, otherwise, mode, direction) {
    const [how, from] = [mode === undefined ? 0 : numberOf(mode), direction === undefined ? 1 : numberOf(direction)];
    guess(how === undefined || (from !== 1 && from !== -1), "search");
    const table = isTable(range) ? range : range ? [[range]] : [];
    const value = keyOf(key);
    apartFromNoise(value, () => table.flat());
    if (how !== 1 && how !== -1) {
      return told(key, table, (asked, among) => original.call(this, asked, among, results, otherwise, mode, direction));
    }
    guess(value !== undefined && typeof value !== "number", "textOrder");
    if (typeof value !== "number") return original.call(this, key, range, results, otherwise, mode, direction);
    // The next one is sought as such; where there is none nothing is found.
    const next = nextTo(value, table, how);
    const among = next === undefined ? table.map((cells) => cells.map(() => ({ value: null }))) : table;
    return original.call(this, { value: next ?? value }, among, results, otherwise, { value: 0 }, direction);
  };

function nextTo(key: number, table: Table, way: 1 | -1): number | undefined {
  let next: number | undefined;
  for (const cells of table) {
    for (const { value } of cells) {
      if (typeof value !== "number") continue;
      guess(isHairApart(value, key) || isWithinNoise(value, key), "edge");
      if ((value - key) * way < 0) continue;
      if (next === undefined || (value - next) * way < 0) next = value;
    }
  }
  return next;
}

/** What is looked for; undefined where that is an error. A blank key and a tilde are Excel's own matter. */
function keyOf(key: Arg): Exclude<Cell["value"], null> | undefined {
  const value = valueOf(key);
  guess(value === null, "blank");
  if (value === null || value === undefined || isErrorValue(value)) return undefined;
  guess(typeof value === "string" && value.includes("~"), "search");
  return value;
}

/** A key that noise alone tells from what is searched may be found there. */
function apartFromNoise(key: unknown, searched: () => readonly Cell[]): void {
  if (typeof key !== "number" || !hasNoise()) return;
  guess(
    searched().some(({ value }) => typeof value === "number" && isWithinNoise(key, value)),
    "edge",
  );
}

/** What is next to the key must be certain: numbers in order, and none that 15 digits do not tell from it. */
function inCertainOrder(key: number, table: Table, search: Search): void {
  guess(!isRising(table, search), "unsorted");
  const isHere = ({ value }: Cell) =>
    typeof value === "number" && (isHairApart(value, key) || isWithinNoise(value, key));
  guess(search.searched(table).some(isHere), "edge");
}

const rising = new WeakMap<Table, Map<Search, boolean>>();

/** Whether the numbers come in order; Excel halves what is left each time, and so may the engine not. */
function isRising(table: Table, search: Search): boolean {
  const known = rising.get(table)?.get(search);
  if (known !== undefined) return known;
  let [last, found] = [-Infinity, true];
  for (const { value } of search.searched(table)) {
    if (typeof value !== "number") continue;
    if (value < last) found = false;
    last = value;
  }
  const each = rising.get(table) ?? new Map<Search, boolean>();
  rising.set(table, each.set(search, found));
  return found;
}

/** A table that has no letters of the kind is itself. */
const tables = new WeakMap<Table, Table>();

/** Håbo is not Habo to Excel; the engine strips accents, and is given letters that have none instead. */
function told(key: Arg, table: Table, look: (key: Arg, table: Table) => unknown): unknown {
  const text = valueOf(key);
  if (typeof text !== "string") return look(key, table);
  let among = tables.get(table);
  if (!among) {
    const hasAny = table.some((cells) => cells.some(hasMore));
    among = hasAny ? table.map((cells) => cells.map(tell)) : table;
    tables.set(table, among);
  }
  const found = look(isMore(text) ? { ...(key as Cell), value: toldApart(text) } : key, among);
  return found !== null && typeof found === "object" && "source" in found ? (found as Told).source : found;
}

function isOff(arg: Arg): boolean {
  const value = valueOf(arg);
  return value === false || value === 0;
}

function isMore(text: string): boolean {
  return /\P{ASCII}/u.test(text);
}

function hasMore({ value }: Cell): boolean {
  return typeof value === "string" && isMore(value);
}

function tell(cell: Cell): Cell {
  if (!hasMore(cell)) return cell;
  const told: Told = { ...cell, source: cell, value: toldApart(String(cell.value)) };
  return told;
}

/** One character for one, capital or small, so that wildcards fit and case makes no difference. */
function toldApart(text: string): string {
  return text.normalize("NFC").replace(/\P{ASCII}/gu, (character) => {
    const small = character.toLowerCase();
    const code = small.charCodeAt(0);
    if (small.normalize("NFD") === small) return character;
    if (code < 0x600) return String.fromCharCode(0xe000 + code);
    return code >= 0x1e00 && code < 0x1f00 ? String.fromCharCode(0xe600 + code - 0x1e00) : character;
  });
}

/** One number is enough for a row, too, where it is the place in it. */
export const indexing: Change = (original) =>
  ofNumbers(
    function (table, row, ...rest) {
      const [column] = rest;
      const { rows: height, columns: width } = isTable(table) ? sizeOf(table) : { rows: 1, columns: 1 };
      const first = wholeOf(row === undefined ? 0 : (numberOf(row) ?? 0));
      const isAlong = rest.length === 0 && height === 1 && width > 1;
      const [r, c] = isAlong ? [1, first] : [first, wholeOf(numberOf(column) ?? 0)];
      // An error, or a text that is no number.
      if ([row, column].some((arg) => typeof valueOf(arg) === "string")) return original.call(this, table, row, column);
      if (r < 0 || c < 0) return errorOf("#VALUE!");
      if (r > height || c > width) return errorOf("#REF!");
      // Of a range that is an error, and of a table that is computed it is the row.
      guess(rest.length === 0 && height > 1 && width > 1, "size");
      const isBeyond = isTable(table) && (r > table[0]!.length || c > table.length);
      guess(isBeyond && ((r === 0 && height > 1) || (c === 0 && width > 1)), "large");
      if (isBeyond) return { value: null };
      return original.call(this, table, { value: r }, { value: c });
    },
    [1, 2],
  );
