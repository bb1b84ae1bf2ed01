/*
 * Why a file cannot be used, or a formula not be worked out: a code with data. i18n/xlsx.ts makes the sentence.
 */

/** Why nothing is done with a file at all. */
export type FileProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "password" }
  /** A spreadsheet, or a text, of a format that is not ours. */
  | { readonly kind: "format"; readonly format: "xls" | "xlsb" | "ods" | "csv" | "html" | "document" | "unknown" }
  /** The zip archive ends before its time, or contradicts itself. */
  | { readonly kind: "archive" }
  | { readonly kind: "tooManyParts"; readonly most: number }
  | { readonly kind: "tooLarge"; readonly megabytes: number }
  | { readonly kind: "tooManyCells"; readonly most: number }
  | { readonly kind: "tooManyBlank"; readonly most: number }
  | { readonly kind: "missingPart"; readonly part: string }
  | { readonly kind: "brokenPart"; readonly part: string; readonly line?: number }
  /** A document type declaration, where entities are declared, has no place in a workbook. */
  | { readonly kind: "declaration"; readonly part: string }
  | { readonly kind: "encoding"; readonly part: string }
  | { readonly kind: "nesting"; readonly cell: string; readonly levels: number; readonly most: number }
  /** Numbers count as they are shown there, and by formats we do not calculate. */
  | { readonly kind: "countsAsShown" }
  /** Cells that refer to each other in a ring, in order. */
  | { readonly kind: "circular"; readonly cells: readonly string[] };

/** What Excel does in ways of its own, or by its language. */
export type Doubt =
  /** A blank cell where something is looked for. */
  | "blank"
  | "criterion"
  /** A day before March 1900, or a text that may be a day. */
  | "date"
  /** A number that differs in its last bits from where another answer begins. */
  | "edge"
  /** Which error it is. */
  | "error"
  /** A text that reads as an error, or an error that the engine does not have, such as #CALC!. */
  | "errorText"
  | "format"
  /** More than memory holds. */
  | "large"
  /** A number that is so large or small that a text has it in another form. */
  | "numberText"
  | "search"
  /** Areas that are not of the same size, or where one value belongs. */
  | "size"
  | "textNumber"
  | "textOrder"
  | "unsorted";

/** Why a formula keeps the value that is stored. */
export type FormulaProblem =
  | { readonly kind: "unknownFunction"; readonly name: string }
  /** A function that the engine has, but that needs more than values, or works otherwise there than in Excel. */
  | { readonly kind: "unsupportedFunction"; readonly name: string }
  | { readonly kind: "argumentCount"; readonly name: string }
  | { readonly kind: "unknownName"; readonly name: string }
  | { readonly kind: "unknownTable"; readonly name: string }
  | { readonly kind: "unknownSheet"; readonly name: string }
  | { readonly kind: "otherWorkbook" }
  /** A union, an intersection, a range between functions, several sheets at once. */
  | { readonly kind: "reference" }
  | { readonly kind: "dataTable" }
  | { readonly kind: "dates1904"; readonly name: string }
  /** The workbook rounds every number as its cell shows it. */
  | { readonly kind: "countsAsShown" }
  /** Something new each time. */
  | { readonly kind: "volatile"; readonly name: string }
  | { readonly kind: "table" }
  /** Its table would fill cells that it reads. */
  | { readonly kind: "ownTable" }
  | { readonly kind: "unreadable" }
  /** It can be read, but with these values Excel alone knows what it gives. */
  | { readonly kind: "doubt"; readonly doubt: Doubt }
  /** It needs what tables fill that grow each time they are calculated. */
  | { readonly kind: "unsettled" }
  /** What it depends on keeps its stored value. */
  | { readonly kind: "dependsOn"; readonly cell: string }
  | { readonly kind: "circular" };

/** Thrown where a file cannot be used; nothing has been written then. */
export class WorkbookError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.kind);
  }
}

export function refuse(problem: FileProblem): never {
  throw new WorkbookError(problem);
}
