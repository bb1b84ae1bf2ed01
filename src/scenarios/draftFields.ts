/*
 * A draft as a form: its inputs in the groups and rows of the sheet. Derived from the plan, so that no scenario
 * describes a form of its own.
 */
import { datedValues, valueIn } from "../core/parameters/lookUp";
import type { Problem } from "../core/problem";
import type { Language } from "../i18n/language";
import { fieldProblemSentence, fieldSentence } from "../i18n/problems";
import { commonTexts } from "../i18n/scenarios/common";
import { draftTexts } from "../i18n/scenarios/draft";
import { resemblesNumber } from "../i18n/typedNumber";
import { citations, valueOf, type Draft, type Typed } from "./draft";
import { valuesOf } from "./draftValues";
import { toLabel } from "./evaluate/values";
import type { Values } from "./evaluate/sheet";
import type { Input, InputRow } from "./inputs";
import { firstValueColumn } from "./layout";
import type { Cell, Format, Row } from "./plan";
import { kindOf, readTyped, type FieldKind } from "./typed";

export interface Field {
  /** The same while members come and go, and in both languages. */
  readonly key: string;
  /** What stands above its column; "" where nothing does, and the row's label is all there is. */
  readonly label: string;
  /** Whether it holds the row's own label: the name of a municipality, a union or an alternative. */
  readonly isName: boolean;
  readonly value: Typed;
  readonly format: Format;
  readonly kind: FieldKind;
  readonly unit: string;
  /** Whether the value was typed, and is not what the scenario opens on. */
  readonly isChanged: boolean;
}

export interface FieldRow {
  /** Where the first field is the row's name, what that holds. */
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  /** The member whose row it is, for removeMember. */
  readonly member?: string;
  readonly fields: readonly Field[];
}

export interface FieldGroup {
  readonly id: string;
  readonly heading: string;
  /** Whether the group lists the members, where they are named, added and removed. */
  readonly listsMembers: boolean;
  readonly rows: readonly FieldRow[];
}

export interface DraftProblem {
  /** The field it is about; none where it is about several, or about what follows from them. */
  readonly key?: string;
  readonly message: string;
}

const fieldsOf = new WeakMap<Draft, readonly FieldGroup[]>();

/** The same object for the same draft. */
export function draftFields(draft: Draft): readonly FieldGroup[] {
  const groups = fieldsOf.get(draft) ?? makeFields(draft);
  fieldsOf.set(draft, groups);
  return groups;
}

function makeFields(draft: Draft): readonly FieldGroup[] {
  const values = valuesOf(draft);
  const sources = citations(draft);
  const { rows, plan } = draft.opened;
  const names = plan.members?.name;
  return [...new Set(rows.map(({ block }) => block))].map((block) => {
    const own = rows.filter((each) => each.block === block);
    return {
      id: block.id,
      heading: textAt(values, own[0]!.top, 0),
      listsMembers: own.some(({ inputs }) => inputs.some(({ cell }) => names !== undefined && cell.area === names)),
      rows: own.map((each) => fieldRow(draft, each, values, sources)),
    };
  });
}

/** What is wrong in single fields, in the words that the functions have for it. */
export function fieldProblems(draft: Draft): readonly DraftProblem[] {
  return draftFields(draft).flatMap(({ rows }) =>
    rows.flatMap(({ label, member, fields }) =>
      fields.flatMap((field) => {
        const message =
          member !== undefined && field.isName && field.value === undefined
            ? draftTexts(draft.language).noName(nameOf(label, field))
            : problemOf(field, nameOf(label, field), draft);
        return message === undefined ? [] : [{ key: field.key, message }];
      }),
    ),
  );
}

/** What a function says of an input of the form, by the name that it has there. */
export function problemInField(draft: Draft, key: string, problem: Problem): DraftProblem {
  const rows = draftFields(draft).flatMap((group) => group.rows);
  const [name] = rows.flatMap(({ label, fields }) =>
    fields.flatMap((field) => (field.key === key ? [nameOf(label, field)] : [])),
  );
  return { key, message: fieldProblemSentence(problem, name!, draft.language) };
}

function nameOf(row: string, field: Field): string {
  return [row, field.label].filter(Boolean).join(", ");
}

function fieldRow(draft: Draft, each: InputRow, values: Values, sources: ReadonlyMap<Row, "own" | Row>): FieldRow {
  const { row, at, member, inputs } = each;
  return {
    label: textAt(values, at, 0),
    unit: row.unit ?? "",
    source: sourceOf(draft, each, values, sources),
    ...(member !== undefined && { member }),
    fields: inputs.map((input) => toField(draft, each, input, values)),
  };
}

function toField(draft: Draft, { row, block, top }: InputRow, { key, cell, placed }: Input, values: Values): Field {
  const isName = placed.column < firstValueColumn;
  const heading = isName ? undefined : block.columns?.[placed.column - firstValueColumn];
  const above = typeof heading?.content === "object" ? textAt(values, top, placed.column) : heading?.content;
  return {
    key,
    label: isName ? draftTexts(draft.language).name : (above ?? ""),
    isName,
    value: valueOf(draft, key),
    format: cell.format,
    kind: kindOf(cell.format),
    unit: cell.format === "text" ? "" : (row.unit ?? heading?.unit ?? ""),
    isChanged: draft.values.has(key),
  };
}

function sourceOf(draft: Draft, { row, at }: InputRow, values: Values, sources: ReadonlyMap<Row, "own" | Row>): string {
  const instead = sources.get(row);
  if (instead === "own") return commonTexts(draft.language).own;
  const cited = instead ? draft.opened.rows.find((other) => other.row === instead)!.at : at;
  return textAt(values, cited, draft.opened.sheet.bands[0]!.right);
}

function textAt(values: Values, row: number, column: number): string {
  return toLabel(values(row, column));
}

/** A sentence for a field that holds what its cell cannot use. */
function problemOf({ kind, value, key }: Field, name: string, draft: Draft): string | undefined {
  const { language, opened } = draft;
  if (kind === "text") return undefined;
  if (value === undefined) {
    return opened.byKey.get(key)!.cell.optional ? undefined : draftTexts(language).blank(name);
  }
  if (typeof value === "string") return notReadable(value, kind, name, language);
  if (!Number.isFinite(value)) return fieldSentence("notFinite", {}, name, language);
  if (kind === "percent" && value <= -1) return fieldSentence("rateTooLow", { got: value }, name, language);
  return kind === "year" ? notAKnownYear(value, opened.byKey.get(key)!.cell, name, language) : undefined;
}

/** A year that is none, or that the law on which the sheet rests did not yet apply in. */
function notAKnownYear(got: number, { knownFor }: Cell, name: string, language: Language): string | undefined {
  if (!(Number.isInteger(got) && got >= firstYear && got <= lastYear)) {
    return fieldSentence("notAYear", { got }, name, language);
  }
  if (knownFor === undefined || valueIn(knownFor, got)) return undefined;
  return draftTexts(language).beforeLaw(name, got, datedValues(knownFor)[0]!.from);
}

/** A text where a number or a date belongs, with what may have been meant. */
function notReadable(got: string, kind: FieldKind, name: string, language: Language): string {
  const texts = draftTexts(language);
  if (kind === "date") return texts.notADate(name, got);
  const sentence = fieldSentence("notANumber", { got }, name, language);
  if (typeof readTyped(got, kind, language === "sv" ? "en" : "sv") === "number") {
    return `${sentence} ${texts.decimalSign}`;
  }
  return resemblesNumber(got) ? `${sentence} ${texts.thousands}` : sentence;
}

/** A year with other digits than four is a slip. */
const [firstYear, lastYear] = [1000, 9999];
