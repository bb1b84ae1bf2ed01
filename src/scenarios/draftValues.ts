/*
 * The values of a draft's sheet, computed from its plan's own formulas while it is typed. The formulas are read once
 * for each set of members and language; what was typed stands in the input cells.
 */
import type { Draft, Typed } from "./draft";
import { evaluate, prepare, type Prepared, type Values } from "./evaluate/sheet";
import { CellError } from "./evaluate/values";
import type { Inputs } from "./inputs";

const prepared = new WeakMap<Inputs, Prepared>();
const computed = new WeakMap<Draft, Values>();

export function valuesOf(draft: Draft): Values {
  const known = computed.get(draft);
  if (known) return known;
  const result = compute(draft, draft.values);
  computed.set(draft, result);
  return result;
}

/** What can be counted without these inputs, by their keys: whatever depends on one, or on another error, is an error. */
export function valuesWithout(draft: Draft, keys: readonly string[]): Values {
  const wrong = keys.map((key) => [key, new CellError("#VALUE!")] as const);
  return compute(draft, new Map<string, Typed | CellError>([...draft.values, ...wrong]), { fillsErrors: true });
}

function compute(
  { opened, language }: Draft,
  values: ReadonlyMap<string, Typed | CellError>,
  options?: Parameters<typeof evaluate>[3],
): Values {
  const ready = prepared.get(opened) ?? prepare(opened.sheet);
  prepared.set(opened, ready);
  const contents = [...values].flatMap(([key, value]) => {
    const input = opened.byKey.get(key);
    return input ? [[input.placed, value] as const] : [];
  });
  return evaluate(ready, new Map(contents), language, options);
}
