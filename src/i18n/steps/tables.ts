/*
 * The table beside the sentences of a step that has several rows: each row's figures as texts, and which rows are
 * worth seeing where there are too many for all.
 */
import type { Step } from "../../core/trace";
import { decimalsOf, fixedNumber, percentage } from "../numbers";
import { capital, lineOf, tellerOf, type Told } from "./teller";
import { stepWords } from "./words";

export interface StepTable {
  /** What the rows are about comes first, and then numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly StepRow[];
}

export interface StepRow {
  readonly cells: readonly string[];
  /** What the explained cell is about. */
  readonly isSelected: boolean;
  /** Where it is decided: who got the last unit and who was next, whose ceiling is the lowest. */
  readonly isEdge: boolean;
}

type Heading = keyof ReturnType<typeof stepWords>["columns"];

interface Column {
  readonly heading: Heading;
  readonly values: readonly (number | undefined)[];
  readonly isShare?: boolean;
  /** How many all of them have; as many as they need, where nothing is said. */
  readonly decimals?: number;
}

interface Columns {
  readonly who: Heading;
  readonly figures: readonly Column[];
  readonly edge?: readonly number[];
}

/** A step's table; undefined where a sentence says it all. */
export function tableOf(step: Step, told: Told): StepTable | undefined {
  if (!("rows" in step) || step.rows.length < 2) return undefined;
  const teller = tellerOf(step, told);
  const columns = columnsOf(step);
  if (!columns) return undefined;
  const { who, figures, edge = [] } = columns;
  const words = stepWords(told.language).columns;
  const texts = figures.map((column) => textsOf(column, told));
  return {
    columns: [words[who], ...figures.map(({ heading }) => words[heading])],
    rows: step.rows.map((_, row) => ({
      cells: [capital(teller.who(row)), ...texts.map((column) => column[row]!)],
      isSelected: row === teller.row,
      isEdge: edge.includes(row),
    })),
  };
}

function textsOf({ values, isShare, decimals = decimalsFor(values) }: Column, { language }: Told): string[] {
  return values.map((value) => {
    if (value === undefined) return "–";
    return isShare ? percentage(value, language) : fixedNumber(value, language, decimals);
  });
}

const mostDecimals = 4;

/** As many as tell everything, and two where that would be many. */
function decimalsFor(values: readonly (number | undefined)[]): number {
  const needed = Math.max(0, ...values.map((value) => decimalsOf(value ?? 0)));
  return needed <= mostDecimals ? needed : 2;
}

function columnsOf(step: Step): Columns | undefined {
  switch (step.code) {
    case "parts": {
      const isShare = step.among === "parties";
      const weight = column(isShare ? "lawShare" : "weight", step.rows, ({ weight }) => weight);
      return {
        who: step.among,
        figures: [
          { ...weight, isShare },
          { heading: "part", values: step.result },
        ],
      };
    }
    case "apportioned": {
      const { rows, among, result } = step;
      const { last, next, tied, decimals } = lineOf(step);
      const isShare = among === "parties";
      const weight = column(isShare ? "lawShare" : "weight", rows, ({ weight }) => weight);
      const first = among === "unions" ? [] : [{ ...weight, isShare }];
      if (step.left === 0) return { who: among, figures: [...first, { heading: "result", values: result }] };
      return {
        who: among,
        figures: [
          ...first,
          { ...column("share", rows, ({ share }) => share), decimals },
          column("down", rows, ({ down }) => down),
          { ...column("remainder", rows, ({ remainder }) => remainder), decimals },
          { heading: "result", values: result },
        ],
        edge: [...tied, last, next].filter((row) => row !== undefined),
      };
    }
    case "divided": {
      const { rows, result, last, next } = step;
      return {
        who: step.among,
        figures: [
          column("weight", rows, ({ weight }) => weight),
          column("share", rows, ({ share }) => share),
          column("nearest", rows, ({ nearest }) => nearest),
          column("lastQuotient", rows, (row) => row.last),
          column("nextQuotient", rows, (row) => row.next),
          { heading: "result", values: result },
        ],
        edge: [last, next],
      };
    }
    case "ceilings": {
      const values = step.result.map((value) => (typeof value === "number" ? value : undefined));
      const lowest = Math.min(...values.map((value) => value ?? Infinity));
      return {
        who: "parties",
        figures: [
          column("offer", step.rows, ({ offer }) => offer),
          { ...column("lawShare", step.rows, ({ share }) => share), isShare: true },
          { heading: "ceiling", values },
        ],
        edge: values.flatMap((value, row) => (value === lowest ? [row] : [])),
      };
    }
    default:
      return columnsOfUnions(step);
  }
}

/** The steps of the distribution model. */
function columnsOfUnions(step: Step): Columns | undefined {
  const figures = figuresOfUnions(step);
  return figures && { who: "unions", figures: [...figures, { heading: "result", values: step.result as number[] }] };
}

function figuresOfUnions(step: Step): Column[] | undefined {
  switch (step.code) {
    case "maxima":
      return [
        column("baseGrant", step.rows, ({ isUnion }) => (isUnion ? step.baseGrant : 0)),
        column("needPart", step.rows, ({ needPart }) => needPart),
        column("populationPart", step.rows, ({ populationPart }) => populationPart),
      ];
    case "entitlements":
      return [
        column("requested", step.rows, ({ requested }) => requested),
        column("maximum", step.rows, ({ maximum }) => maximum),
        column("reduction", step.rows, ({ reduction }) => reduction),
      ];
    case "floors":
      return [
        column("previous", step.rows, ({ previous }) => previous),
        column("kept", step.rows, ({ kept }) => kept),
        column("requested", step.rows, ({ requested }) => requested),
      ];
    case "wished":
      return [
        column("entitlement", step.rows, ({ entitlement }) => entitlement),
        column("floor", step.rows, ({ floor }) => floor),
      ];
    case "scaled":
      return [
        column("entitlement", step.rows, ({ entitlement }) => entitlement),
        column("scaled", step.rows, ({ scaled }) => scaled),
        column("floor", step.rows, ({ floor }) => floor),
      ];
    case "floorsScaled":
      return [column("floor", step.rows, ({ floor }) => floor)];
    case "handedOut":
      return [
        column("had", step.rows, ({ had }) => had),
        column("room", step.rows, ({ room }) => room),
        column("maximum", step.rows, ({ maximum }) => maximum),
      ];
    case "grantUnits": {
      const { decimals } = lineOf(step);
      return [
        { ...column("share", step.rows, ({ share }) => share), decimals },
        column("down", step.rows, ({ down }) => down),
        { ...column("remainder", step.rows, ({ remainder }) => remainder), decimals },
        column("most", step.rows, ({ most }) => most),
      ];
    }
    default:
      return undefined;
  }
}

function column<Row>(heading: Heading, rows: readonly Row[], of: (row: Row) => number | undefined): Column {
  return { heading, values: rows.map(of) };
}
