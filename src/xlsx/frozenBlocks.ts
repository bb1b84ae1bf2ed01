/*
 * What the formulas of a frozen copy filled. A reference to all that a formula fills, A1#, leads nowhere when the
 * formula is gone; the cells that it filled are written in its place.
 */
import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx/xlsx";
import { keyOf, pointOf, type Area } from "./area";
import type { Formulas, LocatedFormula } from "./formulas";
import { functionName } from "./functionName";
import { movedFormula } from "./formulaText";

export class FrozenBlocks {
  readonly #areas: ReadonlyMap<string, Area>;
  readonly #sheets: ReadonlyMap<string, number>;

  constructor(
    private readonly formulas: Formulas,
    frozen: readonly LocatedFormula[],
  ) {
    this.#areas = new Map(frozen.map(({ sheet, key, stored }) => [`${sheet} ${key}`, stored.area ?? pointOf(key)]));
    this.#sheets = new Map(formulas.workbook.sheets.map(({ name }, number) => [name.toLowerCase(), number]));
  }

  /** The formulas that refer to a block and stay, with what they are instead, by sheet and cell. */
  rewritten(staying: readonly LocatedFormula[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
    const found = new Map<number, Map<number, string>>();
    for (const located of staying) {
      const { text, rows, columns } = this.formulas.textOf(located);
      if (!mayReferToBlock.test(text)) continue;
      const own = movedFormula(text, rows, columns);
      const changed = this.rewrite(own, located.sheet);
      if (changed === own) continue;
      const ofSheet = found.get(located.sheet) ?? new Map<number, string>();
      found.set(located.sheet, ofSheet.set(located.key, changed));
    }
    return found;
  }

  /** A stored formula of a sheet, or of the workbook where every reference says its sheet. */
  rewrite(text: string, sheet?: number): string {
    if (!mayReferToBlock.test(text)) return text;
    const tokens = tokenize(text, { withLocation: false, negativeNumbers: false });
    const pieces: string[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const { type, value } = tokens[at]!;
      const isAnchor = type === "func" && functionName(value) === "ANCHORARRAY";
      const isAlone = isAnchor && tokens[at + 1]?.value === "(" && tokens[at + 3]?.value === ")";
      const block = isAlone ? this.#block(tokens[at + 2]!.value, sheet) : undefined;
      pieces.push(block ?? value);
      if (block !== undefined) at += 3;
    }
    return pieces.join("");
  }

  /** The cells of the block that begins at a reference, written as that is: with its sheet and its $. */
  #block(reference: string, ownSheet: number | undefined): string | undefined {
    const found = parseA1Ref(reference);
    if (!found || !("range" in found) || found.workbookName) return undefined;
    const { range, sheetName } = found;
    const sheet = sheetName ? this.#sheets.get(sheetName.toLowerCase()) : ownSheet;
    const area = this.#areas.get(`${sheet ?? ""} ${keyOf(range.top ?? -1, range.left ?? -1)}`);
    if (!area) return undefined;
    const { $top = false, $left = false } = range;
    return stringifyA1Ref({ ...found, range: { ...range, ...area, $bottom: $top, $right: $left } });
  }
}

const mayReferToBlock = /ANCHORARRAY/i;
