/*
 * Texts in two languages. `bilingual` takes both at once, so a key that one language lacks, or a text that
 * takes other data than its counterpart, does not compile.
 */
import { currentLanguage, type Language } from "./language";

type SameShape<T> = {
  readonly [Key in keyof T]: T[Key] extends (...data: infer Data) => string
    ? (...data: Data) => string
    : T[Key] extends string
      ? string
      : SameShape<T[Key]>;
};

/** Both languages' texts, and a function that gives those of a language (the user's, unless told). */
export function bilingual<T>(sv: T, en: SameShape<T>): (language?: Language) => SameShape<T> {
  const texts = { sv: sv as SameShape<T>, en };
  return (language = currentLanguage()) => texts[language];
}
