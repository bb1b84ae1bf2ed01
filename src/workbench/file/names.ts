/*
 * What sheets are called in the grid, which takes no straight apostrophe in a name; Excel does.
 */
export function gridSheetName(name: string): string {
  return name.replaceAll("'", "’");
}
