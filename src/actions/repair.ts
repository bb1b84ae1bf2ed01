/*
 * Enters formulas of ours again where Excel has lost the add-in: it was missing when the workbook was calculated, and
 * Excel does not look for it again in cells that show #NAME?.
 */
import { errorName } from "../workbook/errorName";
import type { Contents, Place } from "../workbook/contents";
import type { Refused, Workbook } from "../workbook/port";
import type { EnteredCell, LongWork } from "../workbook/wholeWorkbook";
import { SheetView, type Pause } from "./check/sheet";
import { asTyped } from "./ownFormula";

export interface NotRepaired extends Place {
  readonly reason:
    | Extract<EnteredCell, { kind: "notEntered" }>["reason"]
    /** It has a name that looks like ours and is none. */
    | "unknownFunction"
    /** Entered again, and #NAME? all the same: another name in it is unknown. */
    | "otherName"
    /** The user has stopped before it. */
    | "stopped";
  /** What Excel says, or the unknown name. */
  readonly message: string;
}

export type RepairOutcome =
  | {
      readonly kind: "repaired";
      /** How many cells were entered again and do not show #NAME?, as far as they could be read. */
      readonly repaired: number;
      readonly failed: readonly NotRepaired[];
      readonly unread: Contents["unread"];
    }
  | { readonly kind: "stopped" }
  | { readonly kind: "noWorkbook" }
  | Refused<"editing" | "other">;

interface Where extends LongWork {
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export async function repair({ findWorkbook, ...work }: Where): Promise<RepairOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const read = await workbook.contents(work);
  if (read.kind !== "contents") return read;
  const { sheets, unread } = read.contents;
  const lost: Lost[] = [];
  for (const sheet of sheets) lost.push(...lostIn(await SheetView.of(sheet, pause)));
  const unknown = lost.flatMap(({ place, unknown: [name] }): NotRepaired[] =>
    name === undefined ? [] : [{ ...place, reason: "unknownFunction", message: name }],
  );
  const entries = lost
    .filter((cell) => cell.unknown.length === 0)
    .map(({ place, formula }) => ({ ...place, formula: asTyped(formula) }));
  if (entries.length === 0) return { kind: "repaired", repaired: 0, failed: unknown, unread };

  const entered = await workbook.enterAgain(entries, work);
  if (entered.kind === "refused") return entered;
  const failed = entries.flatMap(({ sheet, row, column }, index): NotRepaired[] => {
    const why = failure(entered.cells[index]);
    return why ? [{ sheet, row, column, ...why }] : [];
  });
  return { kind: "repaired", repaired: entries.length - failed.length, failed: [...failed, ...unknown], unread };
}

const pause: Pause = () => new Promise((resolve) => setTimeout(resolve));

interface Lost {
  readonly place: Place;
  readonly formula: string;
  readonly unknown: readonly string[];
}

function lostIn(view: SheetView): Lost[] {
  return view.own.flatMap(({ row, column, text, formula: { isLost, unknown } }) =>
    isLost || view.error(row, column) === "#NAME?"
      ? [{ place: { sheet: view.name, row, column }, formula: text, unknown }]
      : [],
  );
}

function failure(cell: EnteredCell | undefined): Pick<NotRepaired, "reason" | "message"> | undefined {
  if (!cell) return { reason: "stopped", message: "" };
  if (cell.kind === "notEntered") return cell;
  return errorName(cell.value) === "#NAME?" ? { reason: "otherName", message: "" } : undefined;
}
