/*
 * Citations as texts, in the language of their documents.
 */
import type { Source } from "./values";

/** "5 § lagen …, läst 2025-09-01"; "avsnitt 2.5, Översyn …, 2020"; several are separated by semicolons. */
export function cite(sources: readonly Source[]): string {
  return sources.map(citation).join("; ");
}

function citation({ place, title, date }: Source): string {
  const where = place?.endsWith("§") ? `${place} ${title}` : [place, title].filter(Boolean).join(", ");
  return [where, date].filter(Boolean).join(", ");
}
