/*
 * What a file says of cells that have been moved in the grid, in words that the grid does not have: formulas as they
 * are stored, and names that are more than one area.
 */
import { columnOf, contains, rowOf, type Area } from "../../xlsx/area";
import { movedFormula, userFormula } from "../../xlsx/formulaText";
import { Formulas, type LocatedFormula } from "../../xlsx/formulas";
import type { Entry } from "../../xlsx/edit";
import type { FunctionKnowledge } from "../../xlsx/formula";
import type { Package } from "../../xlsx/package";
import type { Kept } from "../../xlsx/recalculate";
import { shiftArea, shiftFormula, shiftKey, type Shift } from "../../xlsx/shift";
import { isSame } from "../../xlsx/values";
import { nameCell, type Sheet, type Workbook } from "../../xlsx/workbook";
import { rewriteTexts } from "../../xlsx/xml";
import type { ShiftedEntry } from "./changes";
import type { SheetToSave } from "./service";

export class Shifting {
  readonly #byName = new Map<string, readonly Shift[]>();
  #formulas: Formulas | undefined;

  constructor(
    private readonly workbook: Workbook,
    sheets: readonly SheetToSave[],
    private readonly functions: FunctionKnowledge,
  ) {
    for (const { origin, shifts } of sheets) {
      if ("index" in origin) this.#byName.set(workbook.sheets[origin.index]!.name.toLowerCase(), shifts);
      else if ("copyOf" in origin) this.#byName.set(origin.name.toLowerCase(), shifts);
    }
  }

  /** What is to be entered for a formula of a sheet; undefined where it is as it was. */
  entry({ from, shown }: ShiftedEntry, key: number, sheet: number, own: readonly Shift[]): Entry | undefined {
    const located = this.#locate(sheet, from);
    if (!located) return undefined;
    const { text, rows, columns } = this.#all().textOf(located);
    const before = movedFormula(text, rows, columns);
    const after = shiftFormula(before, { own, of: (name) => this.#of(name) });
    const isSame = before === after && key === from;
    return isSame ? undefined : { kind: "formula", text: after, dynamic: located.stored.kind === "array", shown };
  }

  /** Names that the grid does not know, such as print areas; each is where its cells are. */
  names(contents: Package, known: ReadonlySet<string>): void {
    if (![...this.#byName.values()].some((shifts) => shifts.length > 0)) return;
    const { part } = this.workbook;
    const { text } = contents.text(part);
    const splices = rewriteTexts(text, part, /^definedName$/, (formula, { attributes: { name = "" } }) =>
      known.has(name.toLowerCase()) ? formula : shiftFormula(formula, { of: (sheet) => this.#of(sheet) }),
    );
    contents.splice(part, splices);
  }

  /**
   * Formulas that only Excel can calculate, among those that were entered where they stand now: the ones that need
   * cells which have other values than before. `numbers` says which number each sheet of the request has in what was
   * saved.
   */
  stale(sheets: readonly SheetToSave[], numbers: readonly number[], saved: () => Workbook): Kept[] {
    const entered = sheets.flatMap(({ edits, origin, shifts }, index) => {
      const number = "index" in origin ? origin.index : "copyOf" in origin ? origin.copyOf : undefined;
      if (number === undefined) return [];
      return [...edits].flatMap(([key, { entry }]) => {
        if (entry?.kind !== "shifted") return [];
        const located = this.#locate(number, entry.from);
        const formula = located && this.#all().read(located);
        return formula?.problem
          ? [{ index, key, number, shifts, located: located!, formula, problem: formula.problem }]
          : [];
      });
    });
    if (entered.length === 0) return [];
    const after = saved();
    const cells = this.workbook.sheets.reduce((sum, { values }) => sum + values.size, 0);
    const numberOf = (sheet: number) =>
      numbers[sheets.findIndex(({ origin }) => "index" in origin && origin.index === sheet)];
    return entered.flatMap(({ index, key, number, shifts, formula, problem }): Kept[] => {
      const isChanged =
        cells * entered.length > mostCompared ||
        formula.areas.some((area) => {
          const isOwn = area.isLocal && area.sheet === number;
          const now = isOwn ? numbers[index] : numberOf(area.sheet);
          const of = isOwn ? shifts : this.#of(this.workbook.sheets[area.sheet]!.name);
          return now === undefined || !holdsSame(area, this.workbook.sheets[area.sheet]!, after.sheets[now]!, of);
        });
      if (!isChanged) return [];
      const sheet = numbers[index]!;
      const text = after.sheets[sheet]!.formulas.get(key)?.text ?? "";
      const cell = nameCell(after, sheet, rowOf(key), columnOf(key));
      return [{ cell, formula: userFormula(text), problem, dependents: [] }];
    });
  }

  #all(): Formulas {
    return (this.#formulas ??= new Formulas(this.workbook, this.functions));
  }

  #locate(sheet: number, key: number): LocatedFormula | undefined {
    const stored = this.workbook.sheets[sheet]?.formulas.get(key);
    return stored && { sheet, key, stored };
  }

  #of(sheet: string): readonly Shift[] {
    return this.#byName.get(sheet.toLowerCase()) ?? [];
  }
}

const mostCompared = 10_000_000;

/** Whether an area holds the same values as before, each where its cell is now, and no others. */
function holdsSame(area: Area, before: Sheet, after: Sheet, shifts: readonly Shift[]): boolean {
  const now = shiftArea(area, shifts);
  if (!now) return false;
  let count = 0;
  for (const [key, value] of before.values) {
    if (!contains(area, rowOf(key), columnOf(key))) continue;
    const place = shiftKey(key, shifts);
    if (place === undefined || !isSame(value, after.values.get(place) ?? null)) return false;
    count += 1;
  }
  const isIn = (key: number) => contains(now, rowOf(key), columnOf(key));
  return [...after.values.keys()].filter(isIn).length === count;
}
