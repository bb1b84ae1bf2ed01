/*
 * Texts as Excel makes them: numbers with the language's comma and 15 digits, truth values in its words.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { at15Digits, errorOf, exceptNoise, failingAsValue, firstError, guess, isErrorValue, isTable, isWord, numberOf, ofNumbers, tellingBlanks, valueOf, wholeOf, type Arg, type Cell, type Change } from "./cells"; // prettier-ignore
import { roundedAt } from "./numbers";

/** `numbers` are the arguments that say where, or how many. */
export function ofTexts({ numbers = [] }: { numbers?: readonly number[] } = {}): Change {
  return (original) => {
    const telling = tellingBlanks(original);
    return failingAsValue(
      ofNumbers(function (...args) {
        const written = (cell: Cell): Cell => inWords(cell, this.locale);
        const texts = args.map((arg, at) => {
          // A number that is left blank after its comma is 0.
          if (arg === undefined && numbers.includes(at)) return { value: 0 };
          if (arg === undefined) return arg;
          if (!numbers.includes(at)) return isTable(arg) ? arg.map((cells) => cells.map(written)) : written(arg);
          const number = numberOf(arg);
          return number === undefined ? arg : { value: wholeOf(number) };
        });
        return telling.apply(this, texts);
      }, numbers),
    );
  };
}

/** As a cell in the General format shows it, but with all 15 digits. */
function inWords(cell: Cell, { code, decimalSeparator }: OSpreadsheet.Locale): Cell {
  const { value } = cell;
  if (typeof value === "boolean") return code.startsWith("sv") ? { value: value ? "SANT" : "FALSKT" } : cell;
  if (typeof value !== "number") return cell;
  const size = Math.abs(value);
  guess(size >= 1e15 || (size < 1e-4 && size > 0), "numberText");
  return { value: String(at15Digits(value)).replace(".", decimalSeparator) };
}

/** Several delimiters stand between the texts in turn. */
export const joining: Change = () =>
  tellingBlanks(function (delimiters, ignoresEmpty, ...texts) {
    const error = firstError([delimiters, ignoresEmpty, ...texts]);
    if (error) return error;
    const ignores = valueOf(ignoresEmpty);
    guess(ignores === undefined, "blank");
    exceptNoise([ignoresEmpty]);
    if (typeof ignores === "string") {
      guess(!isWord(ignores), "textNumber");
      return errorOf("#VALUE!");
    }
    const written = (arg: Arg) => rowByRow(arg).map((cell) => String(inWords(cell, this.locale).value ?? ""));
    const between = delimiters === undefined ? [""] : written(delimiters);
    const joined = texts
      .flatMap(written)
      .filter((text) => !ignores || text !== "")
      .map((text, at) => (at === 0 ? text : between[(at - 1) % between.length]! + text))
      .join("");
    return joined.length > mostLetters ? errorOf("#VALUE!") : { value: joined };
  });

/** What a cell can hold. */
const mostLetters = 32_767;

function rowByRow(arg: Arg): Cell[] {
  if (!isTable(arg)) return [arg ?? { value: null }];
  return arg[0]!.flatMap((_, row) => arg.map((cells) => cells[row]!));
}

/** Spaces alone; other blanks stay. */
export const trimming: Change = (original) =>
  ofTexts()(function (text) {
    const value = valueOf(text);
    return typeof value === "string" && !isErrorValue(value)
      ? { value: value.replace(/ +/g, " ").replace(/^ | $/g, "") }
      : original.call(this, text);
  });

/** Nothing is found in nothing, which is an error to the engine. */
export const finding: Change = (original) =>
  ofTexts({ numbers: [2] })(function (sought, text, ...start) {
    guess(!valueOf(sought) && !valueOf(text), "error");
    return original.call(this, sought, text, ...start);
  });

/** One letter for one: ß stays. */
export const inCapitals: Change = (original) =>
  ofTexts()(function (text) {
    const value = valueOf(text);
    if (typeof value !== "string" || isErrorValue(value)) return original.call(this, text);
    return { value: value.replace(/./gsu, (letter) => (letter.toUpperCase().length > letter.length ? letter : letter.toUpperCase())) }; // prettier-ignore
  });

export const substituting: Change = (original) =>
  ofTexts({ numbers: [3] })(function (text, old, replacement, occurrence) {
    if (occurrence !== undefined && (numberOf(occurrence) ?? 1) < 1) return errorOf("#VALUE!");
    const value = valueOf(replacement);
    // To the engine a dollar sign in it says what is put in.
    const isPattern = typeof value === "string" && value.includes("$") && occurrence === undefined;
    const put = isPattern ? { value: value.replace(/\$/g, "$$$$") } : replacement;
    return original.call(this, text, old, put, ...(occurrence === undefined ? [] : [occurrence]));
  });

/** Which characters of a format are separators follows Excel's language there, and the engine's is always English. */
export const inOwnFormat: Change = (original) =>
  function (value, format) {
    const given = valueOf(value);
    if (typeof given === "string") {
      guess(!isWord(given), "textNumber");
      return isErrorValue(given) ? original.call(this, value, format) : { value: given };
    }
    const text = String(valueOf(format) ?? "");
    const isEnglish = this.locale.decimalSeparator === "." && /^(#,##)?0(\.0+)?%?$/.test(text);
    guess(typeof given === "boolean" || !(/^0+( ?%)?$/.test(text) || isEnglish), "format");
    const number = numberOf(value);
    if (number === undefined) return original.call(this, value, format);
    const decimals = (/\.(0+)/.exec(text)?.[1] ?? "").length + (text.endsWith("%") ? 2 : 0);
    return original.call(this, { value: roundedAt(number, decimals, "nearest") }, format);
  };
