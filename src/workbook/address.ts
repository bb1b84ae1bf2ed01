/*
 * Addresses as Excel gives them: "'Budget 2021'!$B$4:$B$6".
 */

export interface SheetAddress {
  /** The sheet's name, without quotes. */
  readonly sheet: string;
  /** Without dollar signs: "B4:B6". */
  readonly address: string;
}

export function splitAddress(address: string): SheetAddress {
  const at = address.lastIndexOf("!");
  const name = address.slice(0, Math.max(at, 0));
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, address: address.slice(at + 1).replaceAll("$", "") };
}
