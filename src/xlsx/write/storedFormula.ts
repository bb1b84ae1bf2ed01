/*
 * A formula as Excel stores it in a workbook. Our functions get the prefix of an add-in's, functions newer than the
 * file format get Excel's own, and what could answer with more than one cell is told from what cannot: Excel reads
 * the latter as one cell each, and would put an @ before a range that means all of its cells.
 */
import { isCallNode, isReferenceNode, parse, stringifyTokens, tokenize, type AstExpression } from "@borgar/fx";

export interface StoredFormula {
  /** Without its equals sign. */
  readonly text: string;
  /** Stored as an array formula that Excel lets spill. */
  readonly dynamic: boolean;
}

const ours = /^FINSAM\./i;

/** Takes a formula in its English form, with its equals sign. */
export function toStored(formula: string): StoredFormula {
  const tokens = tokenize(formula);
  const stored = tokens.map((token) => (token.type === "func" ? { ...token, value: storedName(token.value) } : token));
  return { text: stringifyTokens(stored).replace(/^=/, ""), dynamic: takesArrays(parse(tokens)) };
}

/** FINSAM.SPLIT is _xldudf_FINSAM_SPLIT, IFNA is _xlfn.IFNA. */
function storedName(name: string): string {
  if (ours.test(name)) return `_xldudf_${name.toUpperCase().replace(".", "_")}`;
  const upper = name.toUpperCase();
  if (newerInWorksheets.has(upper)) return `_xlfn._xlws.${upper}`;
  return newer.has(upper) ? `_xlfn.${upper}` : name;
}

/** Whether an answer of several cells, or a range where one cell is expected, is anywhere in it. */
function takesArrays(node: AstExpression | null, rangeExpected = false): boolean {
  if (node === null) return false;
  if (isReferenceNode(node)) return !rangeExpected && node.value.includes(":");
  if (isCallNode(node)) {
    const name = node.callee.name.toUpperCase();
    if (ours.test(name) || newerInWorksheets.has(name) || name === "_XLFN.ANCHORARRAY") return true;
    if (name === "SUMPRODUCT") return node.arguments.some(needsMoreThanSumProduct);
    return node.arguments.some((argument, index) => takesArrays(argument, expectsRange(name, index)));
  }
  if (node.type === "ArrayExpression") return !rangeExpected;
  return "arguments" in node && node.arguments.some((argument) => takesArrays(argument));
}

/** SUMPRODUCT goes through what stands in it cell by cell, but for our functions and for choices. */
function needsMoreThanSumProduct(node: AstExpression | null): boolean {
  if (node === null || !("arguments" in node)) return false;
  if (isCallNode(node) && /^(FINSAM\..*|IF|IFS|IFNA|IFERROR|SWITCH|CHOOSE|INDEX)$/i.test(node.callee.name)) return true;
  return node.arguments.some(needsMoreThanSumProduct);
}

/** The arguments that are ranges by nature, from 0; of a function that is not here none is. */
const ranges: Readonly<Record<string, readonly number[] | "all">> = {
  SUM: "all",
  PRODUCT: "all",
  MAX: "all",
  MIN: "all",
  AVERAGE: "all",
  MEDIAN: "all",
  COUNT: "all",
  COUNTA: "all",
  AND: "all",
  OR: "all",
  ROWS: "all",
  COLUMNS: "all",
  INDEX: [0],
  MATCH: [1],
  COUNTIF: [0],
  COUNTBLANK: [0],
  SUMIF: [0, 2],
  AVERAGEIF: [0, 2],
  VLOOKUP: [1],
  HLOOKUP: [1],
};

function expectsRange(name: string, argument: number): boolean {
  const expected = ranges[name];
  return expected === "all" || expected?.includes(argument) === true;
}

const newerInWorksheets: ReadonlySet<string> = new Set(["FILTER", "SORT"]);

/** Functions that Excel got after the file format was fixed (2007), as far as the engine can evaluate a plan with them. */
const newer: ReadonlySet<string> = new Set([
  ...["ACOT", "ACOTH", "ARABIC", "BASE", "CEILING.MATH", "CEILING.PRECISE", "COT", "COTH", "CSC", "CSCH", "DECIMAL"],
  ...["FLOOR.MATH", "FLOOR.PRECISE", "ISO.CEILING", "MUNIT", "SEC", "SECH", "RANDARRAY", "SEQUENCE"],
  ...["FORECAST.LINEAR", "PERCENTILE.EXC", "PERCENTILE.INC", "QUARTILE.EXC", "QUARTILE.INC", "RANK.EQ", "RANK.AVG"],
  ...["STDEV.P", "STDEV.S", "VAR.P", "VAR.S", "MODE.SNGL", "MODE.MULT", "COVARIANCE.P", "COVARIANCE.S"],
  ...["MAXIFS", "MINIFS", "IFNA", "IFS", "SWITCH", "XOR", "CONCAT", "TEXTJOIN", "TEXTSPLIT", "TEXTBEFORE", "TEXTAFTER"],
  ...["ARRAYTOTEXT", "REGEXEXTRACT", "REGEXREPLACE", "REGEXTEST"],
  ...["UNICHAR", "UNICODE", "NUMBERVALUE", "VALUETOTEXT", "ISFORMULA", "FORMULATEXT", "SHEET", "SHEETS"],
  ...["DAYS", "ISOWEEKNUM", "PDURATION", "RRI", "XLOOKUP", "XMATCH", "UNIQUE", "SORTBY", "SINGLE", "LET", "LAMBDA"],
  ...[
    "CHOOSECOLS",
    "CHOOSEROWS",
    "DROP",
    "EXPAND",
    "HSTACK",
    "VSTACK",
    "TAKE",
    "TOCOL",
    "TOROW",
    "WRAPCOLS",
    "WRAPROWS",
  ],
]);
