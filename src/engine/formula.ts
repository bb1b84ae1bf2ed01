/*
 * Reads a formula before it is evaluated, and says what Excel would refuse it for. The engine itself would turn
 * all of it into an error value without a sentence, or with one in English only.
 */
import { iterateAstNodes, parse, registries, type AST } from "@odoo/o-spreadsheet";

/** Why a formula cannot be evaluated. */
export type Problem =
  | { readonly kind: "empty" }
  /** Not a formula: a parenthesis, quotation mark or operator too many or too few. */
  | { readonly kind: "unreadable" }
  /** Written with Swedish separators, `;` or `\`. */
  | { readonly kind: "separators" }
  | { readonly kind: "unknownFunction"; readonly name: string }
  | { readonly kind: "unknownName"; readonly name: string }
  | {
      readonly kind: "argumentCount";
      readonly name: string;
      readonly got: number;
      readonly min: number;
      /** Infinity where the function takes any number. */
      readonly max: number;
    };

/** A text in quotation marks, or an error value as Excel writes it in a formula. */
const textOrError = /"[^"]*"|#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)/g;

/** Error values in the engine's own way: it has no literals for them, but reads a text that is one as the error. */
export function quoteErrors(formula: string): string {
  return formula.replace(textOrError, (part) => (part.startsWith("#") ? `"${part}"` : part));
}

/** The first problem of a formula without its `=`; `isName` knows the names defined in the workbook. */
export function findProblem(formula: string, isName: (name: string) => boolean): Problem | undefined {
  if (formula === "") return { kind: "empty" };
  const ast = tryParse(formula);
  if (!ast) return { kind: hasSwedishSeparators(formula) ? "separators" : "unreadable" };
  for (const node of iterateAstNodes(ast)) {
    if (node.type === "BIN_OPERATION" && node.value === ":") return { kind: "unreadable" };
    if (node.type === "SYMBOL" && node.value === "") return { kind: "unreadable" };
    if (node.type === "SYMBOL" && !isName(node.value)) return { kind: "unknownName", name: node.value };
    if (node.type === "FUNCALL") {
      const problem = findCallProblem(node.value, node.args.length);
      if (problem) return problem;
    }
  }
  return undefined;
}

function tryParse(formula: string): AST | undefined {
  try {
    return parse(`=${formula}`);
  } catch {
    return undefined;
  }
}

/** In the English form a semicolon stands inside an array constant only, and a backslash nowhere. */
function hasSwedishSeparators(formula: string): boolean {
  return /[;\\]/.test(formula.replace(/"[^"]*"/g, "").replace(/\{[^{}\\]*\}/g, ""));
}

function findCallProblem(name: string, got: number): Problem | undefined {
  const description = registries.functionRegistry.content[name.toUpperCase()];
  if (!description) return { kind: "unknownFunction", name };
  const { minArgRequired: min, maxArgPossible: max } = description;
  return got < min || got > max ? { kind: "argumentCount", name: name.toUpperCase(), got, min, max } : undefined;
}
