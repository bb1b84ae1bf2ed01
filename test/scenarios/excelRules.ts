/*
 * What Excel refuses in a formula and the engine accepts. Written from Excel's specifications: a formula has at
 * most 8,192 characters and 64 levels, an array constant holds plain numbers, texts and truth values only.
 */
import type { FunctionsMetadata } from "../../src/engine/metadata";

/** Functions of Excel's own that scenarios use, all of them in Excel 2016 and later, on all platforms. */
const excelFunctions = new Set(
  `ABS AND COLUMNS COUNT COUNTIF DATE DAY IF IFERROR IFNA INDEX ISERROR ISNA ISNUMBER MATCH MAX MIN MONTH NOT OR ROUND
   ROWS SUBSTITUTE SUM SUMIF SUMPRODUCT SUMXMY2 YEAR`.split(/\s+/),
);

/** Excel's limit for the arguments of a function of its own. */
const longest = 8192;

export function refusedByExcel(formula: string, { functions }: FunctionsMetadata): readonly string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const ours = new Set(functions.map(({ name }) => `FINSAM.${name}`));
  const called = [...bare.matchAll(/([\p{L}_][\p{L}\d_.]*)\(/gu)].map((match) => match[1]!);
  const constants = [...bare.matchAll(/\{([^}]*)\}/g)].flatMap((match) => match[1]!.split(/[,;]/));
  return [
    ...called.filter((name) => !ours.has(name) && !excelFunctions.has(name)).map((name) => `unknown function ${name}`),
    ...constants
      .filter((constant) => !/^(-?\d+(\.\d+)?|""|TRUE|FALSE)$/.test(constant))
      .map((constant) => `array constant with ${constant}`),
    ...(formula.length > longest ? [`${formula.length} characters`] : []),
    ...(/\s/.test(bare) ? ["whitespace"] : []),
    ...(/[;\\](?![^{]*\})/.test(bare) ? ["a separator of another language"] : []),
    ...(bare.split("(").length === bare.split(")").length ? [] : ["parentheses that do not pair"]),
  ].map((why) => `${formula}: ${why}`);
}
