/*
 * Names of functions, as workbooks have them and as users do; which of them are ours.
 */

/** The name of a function as a user knows it: workbooks put words of their own in front. */
export function functionName(stored: string): string {
  const name = stored.replace(/^(_xlfn\.|_xlws\.|_xll\.)+/i, "").toUpperCase();
  return name.startsWith("_XLDUDF_FINSAM_") ? `FINSAM.${name.slice("_XLDUDF_FINSAM_".length)}` : name;
}

/** What a text must hold for a formula of ours to be in it; most formulas have it not. */
export const mayBeOurs = /FINSAM[._]/i;

export function isOurs(name: string): boolean {
  return name.startsWith("FINSAM.");
}
