/*
 * A draft: a scenario with what a user has typed over its figures, before it is a sheet. Plain data and functions
 * from one draft to the next, for any form that shows it; nothing here knows of one.
 */
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import { scenarioOf } from "./all";
import { convert, holdsAmount, weighsAmounts, type AmountUnit } from "./amountUnit";
import { inputsOf, isInput, memberKey, type Inputs } from "./inputs";
import { layOut, type LaidOutSheet } from "./layout";
import type { Cell, Row, SheetPlan } from "./plan";
import { choiceLimits, type Choices, type Member } from "./scenario";
import { kindOf, readTyped } from "./typed";

/** What an input holds; undefined is a blank. A text where a number belongs is kept, and is a problem. */
export type Typed = number | string | undefined;

export interface DraftMember extends Member {
  readonly id: string;
}

export interface Draft {
  readonly id: string;
  readonly language: Language;
  /** What its amounts are in, the members' too. */
  readonly unit: AmountUnit;
  /** What was chosen of the sheet's shape; only what differs from what the scenario opens on. */
  readonly choices: Choices;
  /** What was typed, by the key of its input; only what differs from what the scenario opens on. */
  readonly values: ReadonlyMap<string, Typed>;
  /** The members it is laid out for, as they were before anything was typed; none where it takes none. */
  readonly members: readonly DraftMember[];
  /** Whether the members are the user's own, and not those that the scenario opens on. */
  readonly hasOwnMembers: boolean;
  /** The plan before anything was typed, and its inputs; the same object while only values change. */
  readonly opened: Inputs;
}

export function openDraft(
  id: string,
  language: Language,
  members?: readonly Member[],
  unit: AmountUnit = "tkr",
): Draft {
  return laidOut({ id, language, unit, choices: {}, values: new Map() }, members && numbered(members));
}

/** What can be chosen of the draft's shape, as it is now. */
export function choicesOf({ id, choices }: Draft): Choices {
  return { ...scenarioOf(id).choices, ...choices };
}

/** The draft in another shape. What was typed where the sheet no longer reaches is there again when it does. */
export function withChoices(draft: Draft, chosen: Choices): Draft {
  const opened = scenarioOf(draft.id).choices;
  const keys = (Object.keys(opened) as (keyof Choices)[]).filter((key) => {
    return (chosen[key] ?? choicesOf(draft)[key]) !== opened[key];
  });
  const all = { ...draft.choices, ...chosen };
  const choices = Object.fromEntries(keys.map((key) => [key, all[key]])) as Choices;
  return laidOut({ ...draft, choices }, draft.hasOwnMembers ? draft.members : undefined);
}

/** The draft with another value in one input; an empty text is a blank. */
export function withValue(draft: Draft, key: string, typed: Typed): Draft {
  const value = typed === "" ? undefined : typed;
  const values = new Map(draft.values);
  if (value === draft.opened.byKey.get(key)?.cell.content) values.delete(key);
  else values.set(key, value);
  return { ...draft, values };
}

/** The same draft in another language, with all that was typed. */
export function inLanguage(draft: Draft, language: Language): Draft {
  if (language === draft.language) return draft;
  return readAgain(laidOut({ ...draft, language }, draft.hasOwnMembers ? draft.members : undefined));
}

/** What was no number in the language that it was typed in, "3,5" in English, may be one in that of the draft now. */
function readAgain(draft: Draft): Draft {
  const texts = [...draft.values].filter((each): each is [string, string] => typeof each[1] === "string");
  if (texts.length === 0) return draft;
  const { byKey } = inLargestShape(draft);
  return texts.reduce((read, [key, text]) => {
    const input = byKey.get(key);
    const value = input && readTyped(text, kindOf(input.cell.format), draft.language);
    return typeof value === "number" ? withValue(read, key, value) : read;
  }, draft);
}

/** The same draft with its amounts in another unit, those that were typed too. */
export function inUnit(draft: Draft, unit: AmountUnit): Draft {
  if (unit === draft.unit) return draft;
  const asWritten = inLargestShape({ ...draft, unit: "tkr" });
  if (asWritten.plan.hasPrintedUnits) return laidOut({ ...draft, unit });
  const amounts = new Set(
    asWritten.rows.flatMap(({ row, block, inputs }) =>
      inputs.filter(({ cell }) => holdsAmount(cell, row, block)).map(({ key }) => key),
    ),
  );
  const inNew = (value: number) => convert(value, draft.unit, unit);
  const values = [...draft.values].map(
    ([key, value]) => [key, typeof value === "number" && amounts.has(key) ? inNew(value) : value] as const,
  );
  const isWeightConverted = weighsAmounts(asWritten.plan);
  const members = draft.members.map((each) => ({
    ...each,
    weight: isWeightConverted ? inNew(each.weight) : each.weight,
  }));
  return laidOut({ ...draft, unit, values: new Map(values) }, draft.hasOwnMembers ? members : undefined);
}

/** The draft's inputs with those that were typed in where the sheet no longer reaches. */
function inLargestShape(draft: Draft): Inputs {
  return laidOut({ ...draft, choices: largest }, draft.hasOwnMembers ? draft.members : undefined).opened;
}

const largest: Choices = {
  years: choiceLimits.years.most,
  unions: choiceLimits.unions.most,
  withoutRegion: false,
};

/** The draft with these members in place of those it has, and nothing typed over them. */
export function withMembers(draft: Draft, members: readonly Member[]): Draft {
  const kept = [...draft.values].filter(([key]) => !key.includes("@"));
  return laidOut({ ...draft, values: new Map(kept) }, numbered(members));
}

/** The draft with one member more, last; the figures of the others stay. */
export function addMember(draft: Draft, member: Member = { name: "", weight: 0 }): Draft {
  const ids = draft.members.map(({ id }) => Number(id));
  const added = { ...member, id: `${Math.max(0, ...ids) + 1}` };
  return rearranged(draft, [...currentMembers(draft), added]);
}

/** The draft without a member; the last one stays, as no scenario is about nobody. */
export function removeMember(draft: Draft, id: string): Draft {
  const left = currentMembers(draft).filter((member) => member.id !== id);
  return left.length === 0 || left.length === draft.members.length ? draft : rearranged(draft, left);
}

export function renameMember(draft: Draft, id: string, name: string): Draft {
  const areas = draft.opened.plan.members;
  return areas ? withValue(draft, memberKey(areas.name, id), name) : draft;
}

/** What an input holds now. */
export function valueOf({ values, opened }: Draft, key: string): Typed {
  if (values.has(key)) return values.get(key);
  const content = opened.byKey.get(key)?.cell.content;
  return typeof content === "object" ? undefined : content;
}

/** The sheet that the draft becomes: its plan with what was typed, cited as the user's own. */
export function draftSheet(draft: Draft): LaidOutSheet {
  return layOut(draftPlan(draft));
}

export function draftPlan(draft: Draft): SheetPlan {
  const { plan, rows } = draft.opened;
  const own = commonTexts(draft.language).own;
  const sources = citations(draft);
  const changed = new Map<Row, Row>();
  for (const { row, inputs } of rows) {
    const typed = new Map(inputs.map(({ key, cell }) => [cell, { ...cell, content: valueOf(draft, key) }]));
    const inputOf = (cell: Cell) => typed.get(cell) ?? cell;
    const source = sources.get(row);
    changed.set(row, {
      ...row,
      label: isInput(row.label) ? inputOf(row.label) : row.label,
      cells: row.cells.map((cell) => cell && inputOf(cell)),
      ...(source !== undefined && { source: source === "own" ? own : source.source! }),
    });
  }
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, rows: block.rows.map((row) => changed.get(row) ?? row) })),
  };
}

/**
 * What rows cite in place of their own source: "own" where an input was changed, or the row whose citation was said
 * for this one too, and goes on below the changed row.
 */
export function citations({ opened, values }: Draft): ReadonlyMap<Row, "own" | Row> {
  const sources = new Map<Row, "own" | Row>();
  let citing: Row | undefined;
  let block: unknown;
  for (const each of opened.rows) {
    if (each.block !== block || each.row.source !== undefined) citing = undefined;
    block = each.block;
    if (each.inputs.some(({ key }) => values.has(key))) {
      sources.set(each.row, "own");
      if (each.row.source !== undefined) citing = each.row;
    } else if (citing) {
      sources.set(each.row, citing);
      citing = undefined;
    }
  }
  return sources;
}

function laidOut(
  { id, language, unit, choices, values }: Pick<Draft, "id" | "language" | "unit" | "choices" | "values">,
  ownMembers?: readonly DraftMember[],
): Draft {
  const { plan: planOf, takesMembers } = scenarioOf(id);
  const own = takesMembers && ownMembers && ownMembers.length > 0 ? ownMembers : undefined;
  const plan = planOf(language, own, unit, choices);
  const members = own ?? openedMembers(plan);
  const opened = inputsOf(
    plan,
    members.map((member) => member.id),
  );
  return { id, language, unit, choices, values, members, hasOwnMembers: own !== undefined, opened };
}

function numbered(members: readonly Member[]): readonly DraftMember[] {
  return members.map(({ name, weight }, index) => ({ name, weight, id: `${index + 1}` }));
}

/** The members that the plan's own inputs describe. */
function openedMembers({ members: areas, blocks }: SheetPlan): readonly DraftMember[] {
  if (!areas) return [];
  const cells = blocks.flatMap(({ rows }) => rows.flatMap(({ label, cells }) => [label, ...cells].filter(isInput)));
  const contents = (area: string) => cells.filter((cell) => cell.area === area).map(({ content }) => content);
  const weights = contents(areas.weight);
  return contents(areas.name).map((name, index) => {
    return { id: `${index + 1}`, name: textOf(name), weight: Number(weights[index] ?? 0) };
  });
}

function textOf(content: Cell["content"]): string {
  return typeof content === "object" || content === undefined ? "" : String(content);
}

/** The members by what is typed now. */
function currentMembers(draft: Draft): readonly DraftMember[] {
  const areas = draft.opened.plan.members;
  if (!areas) return [];
  return draft.members.map(({ id }) => {
    const weight = valueOf(draft, memberKey(areas.weight, id));
    return {
      id,
      name: String(valueOf(draft, memberKey(areas.name, id)) ?? ""),
      weight: typeof weight === "number" ? weight : 0,
    };
  });
}

/** The draft with other members, whose figures stay what they were wherever they opened on others. */
function rearranged(draft: Draft, members: readonly DraftMember[]): Draft {
  const { takesMembers } = scenarioOf(draft.id);
  if (!takesMembers) return draft;
  const next = laidOut({ ...draft, values: new Map() }, members);
  let kept: Draft = { ...next, values: new Map([...draft.values].filter(([key]) => !draft.opened.byKey.has(key))) };
  for (const key of draft.opened.byKey.keys()) {
    if (next.opened.byKey.has(key)) kept = withValue(kept, key, valueOf(draft, key));
  }
  return kept;
}
