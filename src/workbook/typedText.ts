/*
 * A text as it must be written for Excel to keep it a text: what is written into a cell is read as if it were typed,
 * so that "2019-03-01", "1/2", "(5)" or "=A1" would become something else, in each language its own.
 */

/** An apostrophe in front is what a user types for the same purpose; it is no part of the text. */
export function toTypedText(text: string): string {
  return isCertain(text) ? text : `'${text}`;
}

/** A word first and no digit: nothing that is a number, a formula or a date, such as "mars 2021", in any language. */
function isCertain(text: string): boolean {
  const isTruth = /^(TRUE|FALSE|SANT|FALSKT)$/i.test(text.trim());
  return text === "" || (/^\p{L}/u.test(text) && !isTruth && (text.length > longestDate || !/\d/.test(text)));
}

/** "den 28 september 2021 23:59:59", and then some. */
const longestDate = 40;
