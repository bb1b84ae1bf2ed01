/*
 * A formula cut into its smallest parts, in the form of either language. Nothing is lost: the parts together are the
 * formula again.
 */
export interface Token {
  readonly kind:
    /** In double quotes. */
    | "text"
    /** A sheet's name in single quotes. */
    | "sheet"
    /** A table's columns, or another workbook's name, in brackets. */
    | "brackets"
    | "number"
    /** A function, a reference, a name, or TRUE. */
    | "word"
    | "error"
    | "space"
    /** Any other single character. */
    | "sign";
  readonly text: string;
}

const patterns = (decimal: string): readonly (readonly [Token["kind"], RegExp])[] => [
  ["text", /"(?:[^"]|"")*"/y],
  ["sheet", /'(?:[^']|'')*'/y],
  ["number", new RegExp(`(?:\\d+(?:[${decimal}]\\d*)?|[${decimal}]\\d+)(?:[eE][+-]?\\d+)?`, "y")],
  ["word", /[\p{L}_$][\p{L}\d_.$]*/uy],
  ["error", /#[\p{Lu}/\d]+[!?]|#N\/A/uy],
  ["space", /\s+/y],
];

const byDecimal = { ".": patterns("."), ",": patterns(",") };

/** `decimal` is the decimal sign of the form that the formula is in. */
export function tokensOf(formula: string, decimal: "." | ","): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < formula.length; at += found.at(-1)!.text.length) found.push(tokenAt(formula, at, decimal));
  return found;
}

function tokenAt(formula: string, at: number, decimal: "." | ","): Token {
  if (formula[at] === "[") return { kind: "brackets", text: formula.slice(at, endOfBrackets(formula, at)) };
  for (const [kind, pattern] of byDecimal[decimal]) {
    pattern.lastIndex = at;
    const [text] = pattern.exec(formula) ?? [];
    if (text !== undefined) return { kind, text };
  }
  return { kind: "sign", text: String.fromCodePoint(formula.codePointAt(at)!) };
}

/** Brackets may hold brackets, and any sign after an apostrophe. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}
