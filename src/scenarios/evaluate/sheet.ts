/*
 * Evaluates a laid-out sheet without a spreadsheet: the plan's own formulas, read by a parser, with our functions
 * called as the custom functions call them. For a form that shows its figures while they are typed; a test holds
 * every cell of every scenario to what the spreadsheet engine gives.
 */
import { parse, parseA1Ref, tokenize, type AstExpression } from "@borgar/fx";
import { Problem } from "../../core/problem";
import { call } from "../../functions/call";
import * as definitions from "../../functions/definitions";
import { firstError } from "../../functions/read";
import type { Language } from "../../i18n/language";
import type { LaidOutSheet, PlacedCell } from "../layout";
import { zoneAt, type Zone } from "../zone";
import { excelFunctions, type Lazy, type Operand } from "./functions";
import { binary, finite, unary } from "./operators";
import { CellError, isSingle, lift, type Cause, type Grid, type Scalar } from "./values";

/** A sheet whose formulas are read once, each when it is first needed. */
export interface Prepared {
  readonly sheet: LaidOutSheet;
  /** Every cell that has a value, by its place; a cell that a formula fills has the formula's. */
  readonly places: ReadonlyMap<number, Place>;
  readonly formulaOf: (cell: PlacedCell) => AstExpression;
}

interface Place {
  readonly cell: PlacedCell;
  readonly row: number;
  readonly column: number;
}

/** The value of a cell, rows and columns counted from 0. */
export type Values = (row: number, column: number) => Scalar;

export function prepare(sheet: LaidOutSheet): Prepared {
  const places = new Map<number, Place>();
  const formulas = new Map<PlacedCell, AstExpression>();
  for (const cell of sheet.cells) {
    const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        places.set(placeOf(cell.row + row, cell.column + column), { cell, row, column });
      }
    }
  }
  return { sheet, places, formulaOf };

  function formulaOf(cell: PlacedCell): AstExpression {
    const formula = formulas.get(cell) ?? read(String(cell.content));
    formulas.set(cell, formula);
    return formula;
  }
}

/** A cell into which an empty text is written is blank. */
function valueOf(content: PlacedCell["content"] | CellError): Scalar {
  return content === undefined || content === "" ? null : content;
}

/** More columns than any sheet has. */
const width = 16_384;

function placeOf(row: number, column: number): number {
  return row * width + column;
}

export function read(formula: string): AstExpression {
  return parse(tokenize(formula, { mergeRefs: true, negativeNumbers: true }));
}

/** Every function that the sheet's formulas call and this cannot evaluate; a defect where there is any. */
export function unknownFunctions({ sheet, formulaOf }: Prepared): readonly string[] {
  const formulas = sheet.cells.filter(({ isFormula }) => isFormula).map(formulaOf);
  return formulas.flatMap(calls).filter((name) => !(name in excelFunctions) && !definitionOf(name));
}

function calls(node: AstExpression | null): readonly string[] {
  if (node === null) return [];
  if (node.type === "CallExpression") return [node.callee.name, ...node.arguments.flatMap(calls)];
  return node.type === "UnaryExpression" || node.type === "BinaryExpression" ? node.arguments.flatMap(calls) : [];
}

const prefix = "FINSAM.";

function definitionOf(name: string) {
  if (!name.startsWith(prefix)) return undefined;
  return (definitions as unknown as Readonly<Record<string, definitions.Definition>>)[name.slice(prefix.length)];
}

/**
 * Computes each cell when it is asked for, once; `contents` says what input cells hold in place of the plan's. Where a
 * table is one error, the sheet has blanks in its other cells, and sums of them that read 0; with `fillsErrors` they
 * are all that error, so that what depends on one is no number.
 */
export function evaluate(
  { places, formulaOf }: Prepared,
  contents: ReadonlyMap<PlacedCell, PlacedCell["content"] | CellError>,
  language: Language,
  { fillsErrors }: { readonly fillsErrors: boolean } = { fillsErrors: false },
): Values {
  const computed = new Map<PlacedCell, Grid>();

  const value: Values = (row, column) => {
    const place = places.get(placeOf(row, column));
    if (!place) return null;
    const { cell } = place;
    if (!cell.isFormula) return valueOf(contents.has(cell) ? contents.get(cell) : cell.content);
    const grid = filled(cell);
    const found = grid[place.row]?.[place.column];
    if (found !== undefined) return found;
    const [only] = isSingle(grid) ? grid[0]! : [];
    return fillsErrors && only instanceof CellError ? only : null;
  };

  return value;

  function filled(cell: PlacedCell): Grid {
    const known = computed.get(cell);
    if (known) return known;
    // Met again while it is computed, a cell that depends on itself is an error, as in Excel.
    computed.set(cell, [[new CellError("#VALUE!")]]);
    // A formula never leaves a cell blank.
    const grid = compute(formulaOf(cell)).grid.map((row) => row.map((each) => finite(each ?? 0)));
    computed.set(cell, grid);
    return grid;
  }

  function compute(node: AstExpression): Operand {
    switch (node.type) {
      case "Literal":
        return single(node.value);
      case "ReferenceIdentifier":
        return { grid: cellsIn(zoneOf(node.value)), isReference: true };
      case "ArrayExpression":
        return table(node.elements.map((row) => row.map((element) => compute(element).grid[0]![0]!)));
      case "UnaryExpression":
        return table(lift([gridOf(node.arguments[0]!)], (operand) => unary(node.operator, operand)));
      case "BinaryExpression":
        return table(lift(node.arguments.map(gridOf), (left, right) => binary(node.operator, left, right, language)));
      case "CallExpression":
        return callOf(node.callee.name, node.arguments);
      default:
        throw new Error(`No scenario has a formula with ${node.type}`);
    }
  }

  function gridOf(node: AstExpression): Grid {
    return compute(node).grid;
  }

  function cellsIn({ top, left, bottom, right }: Zone): Grid {
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => value(top + row, left + column)),
    );
  }

  function callOf(name: string, args: readonly (AstExpression | null)[]): Operand {
    const definition = definitionOf(name);
    if (definition)
      return table(
        callOurs(
          definition,
          args,
          args.map((arg) => arg && gridOf(arg)),
        ),
      );
    const compute_ = excelFunctions[name];
    if (!compute_) throw new Error(`No scenario has a formula with the function ${name}`);
    const answer = compute_(
      args.map((arg): Lazy => (arg === null ? undefined : () => compute(arg))),
      language,
    );
    return Array.isArray(answer) ? table(answer as Grid) : single(answer as Scalar);
  }
}

const single = (value: Scalar): Operand => ({ grid: [[value]], isReference: false });
const table = (grid: Grid): Operand => ({ grid, isReference: false });

/** The cells of an address, such as C14:C17. */
export function zoneOf(address: string): Zone {
  const reference = parseA1Ref(address);
  if (!reference || !("range" in reference)) throw new Error(`${address} is no address of cells`);
  const { top, left, bottom, right } = reference.range;
  const zone = zoneAt(top!, left!);
  return { ...zone, bottom: bottom ?? zone.bottom, right: right ?? zone.right };
}

/** As Excel calls a custom function: an error among the arguments is the answer, a problem an error with its cause. */
function callOurs(
  definition: definitions.Definition,
  args: readonly (AstExpression | null)[],
  values: readonly (Grid | null)[],
): Grid {
  const passedOn = firstError(values) as CellError | undefined;
  if (passedOn) return [[passedOn]];
  const toError = (problem: Problem) => {
    const cell = cellOf(problem, definition, args);
    return new CellError(problem.isAbsence ? "#N/A" : "#VALUE!", { problem, ...(cell && { cell }) });
  };
  try {
    return call(definition, values).map((row) => row.map((each) => (each instanceof Problem ? toError(each) : each)));
  } catch (problem) {
    return [[toError(problem as Problem)]];
  }
}

/** The one cell that a problem is about: its argument, or its place in that, where the argument refers to cells. */
function cellOf(
  { data }: Problem,
  { readers }: definitions.Definition,
  args: readonly (AstExpression | null)[],
): Cause["cell"] {
  if (!("argument" in data)) return undefined;
  const node = args[readers.findIndex(([argument]) => argument === data.argument)];
  if (node?.type !== "ReferenceIdentifier") return undefined;
  const { top, left, bottom, right } = zoneOf(node.value);
  const { row, column, rows, columns } = data.place ?? { row: 1, column: 1, rows: 1, columns: 1 };
  const isWhole = rows === bottom - top + 1 && columns === right - left + 1;
  return isWhole ? { row: top + row - 1, column: left + column - 1 } : undefined;
}
