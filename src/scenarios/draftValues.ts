/*
 * The values of a draft's sheet, computed from its plan's own formulas while it is typed. The formulas are read once
 * for each set of members and language; what was typed stands in the input cells.
 */
import type { Draft } from "./draft";
import { evaluate, prepare, type Prepared, type Values } from "./evaluate/sheet";
import type { Inputs } from "./inputs";

const prepared = new WeakMap<Inputs, Prepared>();
const computed = new WeakMap<Draft, Values>();

export function valuesOf(draft: Draft): Values {
  const known = computed.get(draft);
  if (known) return known;
  const { opened, values, language } = draft;
  const ready = prepared.get(opened) ?? prepare(opened.sheet);
  prepared.set(opened, ready);
  const contents = [...values].flatMap(([key, value]) => {
    const input = opened.byKey.get(key);
    return input ? [[input.placed, value] as const] : [];
  });
  const result = evaluate(ready, new Map(contents), language);
  computed.set(draft, result);
  return result;
}
