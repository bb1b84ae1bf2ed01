/*
 * The functions described for people, one catalogue a language: generated at build time from the JSDoc in
 * src/functions/functions.ts and the Swedish texts beside this file (scripts/metadata.ts). The pane and the
 * help pages show it.
 */
export type Language = "sv" | "en";

export interface Catalogue {
  readonly functions: readonly CatalogueFunction[];
}

export interface CatalogueFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
    /** The texts an argument chooses between, where it is one of a few. */
    readonly choices?: readonly { readonly value: string; readonly description: string }[];
    /** Whether it is TRUE or FALSE. */
    readonly isLogical?: true;
  }[];
  readonly returns: string;
  /** The paragraph or document behind the function. */
  readonly source: string;
  readonly examples: readonly {
    /** As stored in a workbook: English, with commas and decimal points. */
    readonly formula: string;
    /** What it gives, as an array constant or a number; the tests evaluate it. */
    readonly result: string;
  }[];
}
