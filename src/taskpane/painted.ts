/*
 * Lets the user see what she has asked for before more is done.
 */

/** Resolves once the page, as it is now, has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
