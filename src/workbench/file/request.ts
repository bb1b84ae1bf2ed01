/*
 * What has been done to the grid's workbook, as those who write files are asked for it.
 */
import type { Model } from "@odoo/o-spreadsheet";
import type { Book } from "./book";
import { readChanges, type Lost, type SheetChanges } from "./changes";
import type { SaveRequest, SheetOrigin } from "./service";

export interface ToSave {
  readonly request: SaveRequest;
  readonly lost: readonly Lost[];
}

export function toRequest(model: Model, book: Book): ToSave {
  const { sheets, names, lost } = readChanges(model, book);
  return {
    request: {
      ...(book.file && { token: book.file.token }),
      title: sheets[0]!.name,
      sheets: sheets.map((sheet) => ({
        origin: originOf(sheet),
        isVisible: sheet.isVisible,
        edits: sheet.edits,
        layout: sheet.layout,
        shifts: sheet.shifts,
      })),
      names: new Map(names.map(({ name, formula }) => [name, formula])),
    },
    lost,
  };
}

function originOf({ origin, name, isCopy }: SheetChanges): SheetOrigin {
  if (origin?.index !== undefined) return isCopy ? { copyOf: origin.index, name } : { index: origin.index };
  if (!origin?.planned) return { empty: name };
  return { planned: { ...origin.planned, sheet: { ...origin.planned.sheet, name } } };
}
