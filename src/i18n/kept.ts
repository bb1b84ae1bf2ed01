/*
 * What a user has chosen, kept by her browser from one time to the next: where it keeps anything.
 */

/** Undefined where nothing has been chosen, or where nothing can be stored. */
export function kept(key: string): string | undefined {
  try {
    return globalThis.localStorage?.getItem(key) ?? undefined;
  } catch {
    // A browser may refuse storage altogether (third-party cookies off in Excel on the web).
    return undefined;
  }
}

/** Keeps a choice, or forgets it; says whether it could be done. */
export function keep(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) globalThis.localStorage.removeItem(key);
    else globalThis.localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
