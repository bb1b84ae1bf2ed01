/*
 * What is wrong in a workbook with our functions in it: a list that a user can trust, so that what could be meant is
 * left out. Knows no host: what the workbook holds is handed in, and nothing in it is changed.
 */
import type { Contents } from "../../workbook/contents";
import { zoneAt } from "../../scenarios/zone";
import { blocksOf, lineZone } from "./blocks";
import { findErrors } from "./errors";
import { evaluateOver } from "./evaluate";
import { kinds, type Finding } from "./finding";
import { inputsAmong } from "./inputs";
import { SheetView, type Pause } from "./sheet";
import { findSums, type TypedTotal } from "./sums";
import { findCopies, findOverwritten, type Copy } from "./typed";

export interface Problems {
  /** By kind, then by sheet and place. */
  readonly findings: readonly Finding[];
  /** How many formulas of ours there are. */
  readonly own: number;
}

export async function findProblems({ sheets }: Pick<Contents, "sheets">, pause: Pause): Promise<Problems> {
  const views: SheetView[] = [];
  for (const sheet of sheets) views.push(await SheetView.of(sheet, pause));
  const byName = new Map(views.map((view) => [view.name.toLowerCase(), view]));
  const evaluate = evaluateOver(byName);
  const findings: Finding[] = [];
  const copies: Copy[] = [];
  const totals: TypedTotal[] = [];
  for (const view of views) findings.push(...findFailingControl(view));
  for (const view of views.filter(({ own }) => own.length > 0)) {
    findings.push(...(await findErrors({ view, sheets: byName, evaluate }, pause)), ...findOverwritten(view));
    const blocks = blocksOf(view);
    copies.push(...(await findCopies(view, blocks, pause)));
    const { typed, missed } = findSums(view, blocks);
    totals.push(...typed);
    findings.push(...missed);
  }
  findings.push(...(await withoutInputs(copies, totals, views, pause)));
  return { findings: sorted(findings, views), own: views.reduce((count, { own }) => count + own.length, 0) };
}

/** A scenario's sheet counts its checks that fail; what is no number counts nothing, and says nothing of the sheet. */
function findFailingControl(view: SheetView): Finding[] {
  const { control } = view.contents;
  if (!control) return [];
  const { row, column } = control;
  const shows = view.value(row, column);
  const isTyped = view.formula(row, column) === undefined;
  if ((shows === 0 && !isTyped) || view.error(row, column) === "#BUSY!") return [];
  const at = { sheet: view.name, zone: zoneAt(row, column) };
  return [{ kind: "control", at, shows: typeof shows === "number" ? shows : String(shows), isTyped }];
}

async function withoutInputs(
  copies: readonly Copy[],
  totals: readonly TypedTotal[],
  views: readonly SheetView[],
  pause: Pause,
): Promise<Finding[]> {
  const candidates = [
    ...copies.map(({ view, line, findings }) => ({ view, zone: lineZone(line), findings })),
    ...totals.map(({ view, cell, isAmongSums, finding }) => ({ view, zone: cell, isAmongSums, findings: [finding] })),
  ];
  const inputs = await inputsAmong(
    candidates.filter((candidate) => !("isAmongSums" in candidate && candidate.isAmongSums)),
    views,
    pause,
  );
  return candidates.filter((candidate) => !inputs.has(candidate)).flatMap(({ findings }) => findings);
}

function sorted(findings: readonly Finding[], views: readonly SheetView[]): Finding[] {
  const order = new Map(views.map(({ name }, index) => [name, index]));
  const rank = ({ kind, at: { sheet, zone } }: Finding) => [
    kinds.indexOf(kind),
    order.get(sheet)!,
    zone.top,
    zone.left,
  ];
  return [...findings].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one.map((each, index) => each - other[index]!).find((difference) => difference !== 0) ?? 0;
  });
}
