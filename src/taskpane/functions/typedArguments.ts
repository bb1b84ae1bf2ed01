/*
 * What has been typed for the arguments of each function, kept while others are looked at, and in either language.
 */
import { inOtherLanguage } from "../../actions/builtFormula";
import type { Language } from "../../i18n/language";

export class TypedArguments {
  private readonly typed = new Map<
    string,
    { readonly language: Language; readonly texts: ReadonlyMap<number, string> }
  >();

  /** A text for each argument, in the form of the language; "" where nothing is typed. */
  of(id: string, count: number, language: Language): readonly string[] {
    const typed = this.typed.get(id);
    return Array.from({ length: count }, (_, index) =>
      inOtherLanguage(typed?.texts.get(index) ?? "", typed?.language ?? language, language),
    );
  }

  set(id: string, texts: readonly string[], language: Language): void {
    this.typed.set(id, { language, texts: new Map(texts.entries()) });
  }

  clear(id: string): void {
    this.typed.delete(id);
  }
}
