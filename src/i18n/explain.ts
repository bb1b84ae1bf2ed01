/*
 * An explanation as texts: what is in the cell, each call with its arguments and its steps, and what to do where
 * something could not be followed. As data: the view decides how it looks.
 */
import type { ExplainedArgument, ExplainedCall, Explanation, ExplainOutcome } from "../actions/explain";
import type { Failure } from "../actions/explain/follow";
import { Problem, type Argument } from "../core/problem";
import type { Step } from "../core/trace";
import { toAddress, zoneAt } from "../scenarios/zone";
import { localErrorName } from "../workbook/errorName";
import { mostCellsRead, type CellValue, type Place } from "../workbook/reading";
import { argumentNames } from "./arguments";
import { localArgument, localFormula } from "./formula";
import type { Language } from "./language";
import { shortNumber, writtenNumber } from "./numbers";
import { problemSentence } from "./problems";
import { stepText, type StepText } from "./steps/stepText";
import { capital, tellerOf } from "./steps/teller";
import { stepWords } from "./steps/words";
import { bilingual } from "./texts";

export interface ExplanationText {
  /** The cell: "D12". */
  readonly cell: string;
  /** What its line and year are called, where that is known: "Habo, 2024". */
  readonly subject?: string | undefined;
  /** As the user types it. */
  readonly formula?: string | undefined;
  readonly calls: readonly CallText[];
  /** What holds for the whole cell: where its formula is, what Excel adds, whether it shows what the steps give. */
  readonly notes: readonly NoteText[];
}

export interface NoteText {
  readonly kind: "hint" | "warning";
  readonly text: string;
}

export interface CallText {
  /** "FINSAM.SPLIT" */
  readonly name: string;
  readonly formula: string;
  /** Which argument of which call it is, where it is one: "amount of FINSAM.SPLIT". */
  readonly within?: string | undefined;
  readonly arguments: readonly ArgumentText[];
  readonly steps: readonly StepText[];
  /** How many steps before these are left out, said. */
  readonly left?: string | undefined;
  /** What went wrong, or what to do so that it can be explained. */
  readonly problem?: string | undefined;
  /** What the steps end in. */
  readonly result?: string | undefined;
}

export interface ArgumentText {
  readonly name: string;
  /** As it stands in the formula. */
  readonly text: string;
  /** What that is, where the text does not say it: "7 348", or how many rows and columns, "4 × 1". */
  readonly value?: string | undefined;
  /** The cells it refers to, to go there: "B4:B7", "'Indata'!B4". */
  readonly cells?: string | undefined;
}

const texts = bilingual(
  {
    noWorkbook: "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel.",
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc.",
    tooLarge: (most: string) =>
      `Formeln hänvisar till fler än ${most} celler, och så många läses inte på en gång. Hänvisa till ett mindre område.`,
    other: (message: string) => `Cellen kunde inte läsas: ${message}`,
    nothing: "Cellen är tom. Markera en cell med en FINSAM-formel.",
    constant: "Cellen innehåller ett inskrivet värde och ingen formel. Markera en cell med en FINSAM-formel.",
    formula: "Formeln i cellen använder ingen FINSAM-funktion, så den förklaras inte här.",
    unreadable: "Formeln i cellen går inte att läsa här.",
    filledFrom: (address: string) => `Cellen fylls av formeln i ${address}.`,
    restGives: (value: string) => `Resten av formeln är vanlig räkning och ger ${value}.`,
    rest: "Resten av formeln räknar Excel självt.",
    differs: (shown: string, computed: string) =>
      `Cellen visar ${shown}, men formeln ger ${computed}. Arbetsboken är kanske inte omräknad: tryck på F9, eller Ctrl+Alt+F9 för att räkna om allt.`,
    notLoaded: (shown: string, computed: string) =>
      `Cellen visar ${shown} eftersom tillägget saknades när den räknades. Formeln ger ${computed}: gå till cellen, tryck på F2 och sedan på Retur.`,
    noRoom: (shown: string) =>
      `Cellen visar ${shown} eftersom resultatet inte får plats. Töm cellerna som det ska fylla.`,
    computing: (shown: string) => `Cellen visar ${shown}: Excel räknar fortfarande.`,
    within: (argument: string, name: string) => `${argument} i ${name}`,
    left: (count: string) => `${count} tidigare steg visas inte.`,
    size: (rows: string, columns: string) => `${rows} × ${columns}`,
    blank: "tom",
    result: (value: string) => `Svar: ${value}`,
    expression: (argument: string, expression: string) =>
      `I argumentet ${argument} står ett uttryck som bara Excel kan räkna: ${expression}. Lägg det i en egen cell och hänvisa till den i stället.`,
    otherWorkbook: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till en annan arbetsbok, ${expression}, som inte kan läsas härifrån. Hämta värdena till celler i den här arbetsboken och hänvisa till dem.`,
    severalSheets: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till flera blad på en gång, ${expression}. Samla värdena i celler på ett blad och hänvisa till dem.`,
    missing: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till ${expression}, som inte finns i arbetsboken eller inte fyller några celler.`,
    call: (argument: string, expression: string) =>
      `Argumentet ${argument} kommer från ${expression}, som inte kunde följas.`,
    argumentTooLarge: (argument: string, expression: string) =>
      `Argumentet ${argument}, ${expression}, är fler celler än som kan förklaras. Hänvisa till ett mindre område.`,
    passedOn: (argument: string, code: string, where: string) =>
      `Argumentet ${argument} har felvärdet ${code}${where}, och då blir det svaret. Rätta det först.`,
    inCell: (address: string) => ` i ${address}`,
    fromCall: (name: string) => ` från ${name}`,
    tooLong: "Det blir fler steg än som kan visas. Markera en cell i en mindre tabell.",
    unknownFunction: (name: string) => `Det finns ingen funktion som heter ${name}.`,
    truth: { true: "SANT", false: "FALSKT" },
  },
  {
    noWorkbook: "No workbook is open here. Open the pane from the FINSAM tab in Excel.",
    editing: "A cell is being edited. Finish with Enter or Esc.",
    tooLarge: (most: string) =>
      `The formula refers to more than ${most} cells, and so many are not read at once. Refer to a smaller range.`,
    other: (message: string) => `The cell could not be read: ${message}`,
    nothing: "The cell is blank. Select a cell with a FINSAM formula.",
    constant: "The cell holds a typed value and no formula. Select a cell with a FINSAM formula.",
    formula: "The formula in the cell uses no FINSAM function, so it is not explained here.",
    unreadable: "The formula in the cell cannot be read here.",
    filledFrom: (address: string) => `The cell is filled by the formula in ${address}.`,
    restGives: (value: string) => `The rest of the formula is ordinary arithmetic and gives ${value}.`,
    rest: "Excel itself works out the rest of the formula.",
    differs: (shown: string, computed: string) =>
      `The cell shows ${shown}, but the formula gives ${computed}. The workbook may not be recalculated: press F9, or Ctrl+Alt+F9 to recalculate everything.`,
    notLoaded: (shown: string, computed: string) =>
      `The cell shows ${shown} as the add-in was missing when it was calculated. The formula gives ${computed}: go to the cell, press F2 and then Enter.`,
    noRoom: (shown: string) => `The cell shows ${shown} as the result has no room. Clear the cells that it is to fill.`,
    computing: (shown: string) => `The cell shows ${shown}: Excel is still calculating.`,
    within: (argument: string, name: string) => `${argument} of ${name}`,
    left: (count: string) => `${count} earlier steps are not shown.`,
    size: (rows: string, columns: string) => `${rows} × ${columns}`,
    blank: "blank",
    result: (value: string) => `Answer: ${value}`,
    expression: (argument: string, expression: string) =>
      `The argument ${argument} holds an expression that only Excel can work out: ${expression}. Put it in a cell of its own and refer to that instead.`,
    otherWorkbook: (argument: string, expression: string) =>
      `The argument ${argument} refers to another workbook, ${expression}, which cannot be read from here. Bring the values into cells of this workbook and refer to those.`,
    severalSheets: (argument: string, expression: string) =>
      `The argument ${argument} refers to several sheets at once, ${expression}. Gather the values in cells of one sheet and refer to those.`,
    missing: (argument: string, expression: string) =>
      `The argument ${argument} refers to ${expression}, which is not in the workbook or fills no cells.`,
    call: (argument: string, expression: string) =>
      `The argument ${argument} comes from ${expression}, which could not be followed.`,
    argumentTooLarge: (argument: string, expression: string) =>
      `The argument ${argument}, ${expression}, is more cells than can be explained. Refer to a smaller range.`,
    passedOn: (argument: string, code: string, where: string) =>
      `The argument ${argument} has the error value ${code}${where}, which then is the answer. Put that right first.`,
    inCell: (address: string) => ` in ${address}`,
    fromCall: (name: string) => ` from ${name}`,
    tooLong: "There are more steps than can be shown. Select a cell of a smaller table.",
    unknownFunction: (name: string) => `There is no function called ${name}.`,
    truth: { true: "TRUE", false: "FALSE" },
  },
);

/** What came of explaining, whatever it was. */
export function explanationText(outcome: ExplainOutcome, language: Language): ExplanationText {
  const words = texts(language);
  const only = (cell: string, text: string, kind: NoteText["kind"] = "hint"): ExplanationText => ({
    cell,
    calls: [],
    notes: [{ kind, text }],
  });
  switch (outcome.kind) {
    case "noWorkbook":
      return only("", words.noWorkbook);
    case "refused":
      if (outcome.reason === "other") return only("", words.other(outcome.message), "warning");
      if (outcome.reason === "editing") return only("", words.editing);
      return only("", words.tooLarge(writtenNumber(mostCellsRead, language)), "warning");
    case "notOurs":
      return only(addressOf(outcome.place), words[outcome.holds]);
    case "unreadable":
      return {
        ...only(addressOf(outcome.place), words.unreadable, "warning"),
        formula: localFormula(outcome.formula, language),
      };
    case "explained":
      return explained(outcome, language);
  }
}

function explained(explanation: Explanation, language: Language): ExplanationText {
  const { place, formula, calls } = explanation;
  return {
    cell: addressOf(place),
    subject: subjectOf(explanation, language),
    formula: localFormula(formula, language),
    calls: calls.map((call) => callText(call, calls, place, language)),
    notes: notesOf(explanation, language),
  };
}

function notesOf({ place, source, isWhole, shown, computed, agreement }: Explanation, language: Language): NoteText[] {
  const words = texts(language);
  const notes: NoteText[] = [];
  if (place.row !== source.row || place.column !== source.column) {
    notes.push({ kind: "hint", text: words.filledFrom(addressOf(source)) });
  }
  if (!isWhole) {
    const text = computed === undefined ? words.rest : words.restGives(valueText(computed, language));
    notes.push({ kind: "hint", text });
  }
  if (agreement === "differs") notes.push({ kind: "warning", text: differenceText(shown, computed!, language) });
  return notes;
}

const stillComputing = ["#BUSY!", "#GETTING_DATA", "#CONNECT!"];

function differenceText(shown: CellValue, computed: CellValue, language: Language): string {
  const words = texts(language);
  const code = typeof shown === "object" && shown !== null ? shown.code : undefined;
  const short = [shown, computed].map((value) => valueText(value, language));
  // Two numbers may differ where few decimals do not show it.
  const [seen, given] = short[0] === short[1] ? [shown, computed].map((value) => fullText(value, language)) : short;
  if (code === "#NAME?") return words.notLoaded(seen!, given!);
  if (code === "#SPILL!") return words.noRoom(seen!);
  return code !== undefined && stillComputing.includes(code) ? words.computing(seen!) : words.differs(seen!, given!);
}

/** The line and year of the outermost call, by their names; what is made of several cells is about none of them. */
function subjectOf({ calls, computed }: Explanation, language: Language): string | undefined {
  const outer = calls[calls.length - 1];
  if (outer?.outcome.kind !== "answered" || computed === undefined) return undefined;
  const { names, line, year, steps } = outer.outcome;
  // The last step with a row for the line knows best whose it is.
  const whose = steps.flatMap((step) => {
    const { row, who } = tellerOf(step, { language, names, line });
    return row === undefined ? [] : [who(row)];
  });
  const whom = line === undefined ? undefined : (names.lines?.[line] ?? whose[whose.length - 1]);
  const parts = [whom, year === undefined ? undefined : names.years?.[year]];
  return capital(parts.filter((part) => part !== undefined).join(", ")) || undefined;
}

function callText(call: ExplainedCall, calls: readonly ExplainedCall[], home: Place, language: Language): CallText {
  const words = texts(language);
  const { name, text, within, outcome } = call;
  const outer = within && calls[within.call];
  return {
    name: `FINSAM.${name}`,
    formula: localFormula(text, language),
    within: outer && words.within(argumentName(within.argument, language), `FINSAM.${outer.name}`),
    arguments: call.arguments.map((argument) => argumentText(argument, calls, home, language)),
    steps: stepsOf(outcome, language),
    left:
      outcome.kind === "answered" && outcome.left > 0 ? words.left(writtenNumber(outcome.left, language)) : undefined,
    problem: problemOf(call, calls, home, language),
    result: resultOf(outcome, language),
  };
}

function stepsOf(outcome: ExplainedCall["outcome"], language: Language): readonly StepText[] {
  if (outcome.kind !== "answered") return [];
  const { steps, names, line, year } = outcome;
  const told = steps.filter((step, i) => i === steps.length - 1 || !changesNothing(step));
  return told.map((step) => {
    const said = stepText(step, { language, names, line, year });
    // Where several years are explained, each step says which it is about.
    const only = year === undefined && isOneYear(step) ? step.where.years![0] : undefined;
    if (only === undefined || step.code === "grown") return said;
    const named = names.years?.[only] ?? stepWords(language).year(only + 1);
    return { ...said, heading: `${said.heading}, ${named}` };
  });
}

/** A rounding of what is round already. */
function changesNothing(step: Step): boolean {
  return step.code === "rounded" && step.got === step.result;
}

function isOneYear({ where: { years } }: Step): boolean {
  return years !== undefined && years[0] === years[1];
}

function resultOf(outcome: ExplainedCall["outcome"], language: Language): string | undefined {
  if (outcome.kind !== "answered" || outcome.result === undefined || outcome.result instanceof Problem)
    return undefined;
  return texts(language).result(valueText(outcome.result, language));
}

/** Why there is no figure, or what to do so that it can be explained. */
function problemOf(
  { name, outcome }: ExplainedCall,
  calls: readonly ExplainedCall[],
  home: Place,
  language: Language,
): string | undefined {
  const words = texts(language);
  switch (outcome.kind) {
    case "answered":
      return outcome.result instanceof Problem ? capital(problemSentence(outcome.result, language)) : undefined;
    case "problem":
      return capital(problemSentence(outcome.problem, language));
    case "passedOn": {
      const { argument, code, at, call } = outcome;
      const from = call === undefined ? "" : words.fromCall(`FINSAM.${calls[call]!.name}`);
      const where = at ? words.inCell(addressOf(at, home)) : from;
      return words.passedOn(argumentName(argument, language), localErrorName(code, language), where);
    }
    case "notFollowed":
      return failureText(outcome.argument, outcome.failure, language);
    case "tooLong":
      return words.tooLong;
    case "unknownFunction":
      return words.unknownFunction(`FINSAM.${name}`);
  }
}

function failureText(argument: Argument, { why, expression }: Failure, language: Language): string {
  const words = texts(language);
  const say = why === "tooLarge" ? words.argumentTooLarge : why === "unreadable" ? words.expression : words[why];
  return say(argumentName(argument, language), localFormula(expression, language));
}

function argumentText(
  { argument, text, holds, call, cells }: ExplainedArgument,
  calls: readonly ExplainedCall[],
  home: Place,
  language: Language,
): ArgumentText {
  const inner = call === undefined ? undefined : calls[call]!.outcome;
  const answer = inner?.kind === "answered" && !(inner.result instanceof Problem) ? inner.result : undefined;
  return {
    name: argumentName(argument, language),
    text: localArgument(text, language),
    value: isConstant(text)
      ? undefined
      : answer === undefined
        ? heldText(holds, language)
        : valueText(answer, language),
    cells: cells && rangeOf(cells, home),
  };
}

/** Within a call a text can be one of those that an argument chooses between, which have Swedish words. */
function localArgument(text: string, language: Language): string {
  const [start, end] = ["FINSAM.X(", ")"];
  return localFormula(start + text + end, language).slice(start.length, -end.length);
}

/** A number, a text, a truth value or a table of them, which says itself what it is. */
function isConstant(text: string): boolean {
  return /^([-+.\d"{]|(TRUE|FALSE)$)/i.test(text);
}

function heldText(holds: ExplainedArgument["holds"], language: Language): string | undefined {
  switch (holds.kind) {
    case "value":
      return valueText(holds.value, language);
    case "table":
      return texts(language).size(writtenNumber(holds.rows, language), writtenNumber(holds.columns, language));
    case "unknown":
      return undefined;
  }
}

function argumentName(argument: Argument, language: Language): string {
  return language === "sv" ? argumentNames[argument] : argument;
}

function valueText(value: CellValue | number | string, language: Language): string {
  const words = texts(language);
  if (value === null) return words.blank;
  if (typeof value === "number") return shortNumber(value, language);
  if (typeof value === "boolean") return words.truth[value ? "true" : "false"];
  return typeof value === "string" ? value : localErrorName(value.code, language);
}

function fullText(value: CellValue, language: Language): string {
  return typeof value === "number" ? writtenNumber(value, language) : valueText(value, language);
}

/** "D12", with the sheet's name where that is another. */
function addressOf({ sheet, row, column }: Place, home?: Place): string {
  return onSheet(sheet, toAddress(zoneAt(row, column)), home);
}

function rangeOf({ sheet, zone }: NonNullable<ExplainedArgument["cells"]>, home: Place): string {
  return onSheet(sheet, toAddress(zone), home);
}

function onSheet(sheet: string, address: string, home: Place | undefined): string {
  return home && sheet !== home.sheet ? `'${sheet.replaceAll("'", "''")}'!${address}` : address;
}
