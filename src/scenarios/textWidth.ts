/*
 * How wide a text is on a sheet, before anything draws it: in widths of a digit, as Excel counts a column. A little
 * more than in any of the fonts that sheets are shown in, so that nothing is cut off.
 */

/** From narrow to wide; what is in none of them is as wide as most small letters. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijl.,:;!|'’\s]/, 0.52],
  [/[ftrI\-()[\]/"]/, 0.74],
  [/[sczxvykJ]/, 0.97],
  [/[mwMW%@—…]/, 1.65],
  [/[\p{Lu}§&+=<>×−–]/u, 1.27],
];
const usual = 1.12;
const boldness = 1.12;

export function textWidth(text: string, isBold = false): number {
  const width = [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  return isBold ? width * boldness : width;
}

const known = new Map<string, number>();

function letterWidth(letter: string): number {
  const width = known.get(letter) ?? widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
  known.set(letter, width);
  return width;
}

/** How many lines a text takes in a column, broken between words, and within one that is wider than the column. */
export function linesIn(text: string, column: number, isBold = false): number {
  const space = textWidth(" ", isBold);
  let [lines, filled] = [1, 0];
  for (const word of text.split(/\s+|(?<=-)/)) {
    const width = textWidth(word, isBold);
    const needed = filled === 0 ? width : filled + space + width;
    if (needed <= column) {
      filled = needed;
      continue;
    }
    if (filled > 0) lines += 1;
    const more = Math.max(0, Math.ceil(width / column) - 1);
    lines += more;
    filled = width - more * column;
  }
  return lines;
}
