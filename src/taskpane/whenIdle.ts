/*
 * Work that can wait until the user has seen what she asked for. Safari has no word for it.
 */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
