/*
 * The library asks for Object.groupBy when it sends what was done to others who share a workbook; Node has it from 21
 * on. Imported for its effect.
 */
(Object as { groupBy?: unknown }).groupBy ??= (items: readonly object[], key: (item: object) => string) => {
  const groups: Record<string, object[]> = {};
  for (const item of items) (groups[key(item)] ??= []).push(item);
  return groups;
};
