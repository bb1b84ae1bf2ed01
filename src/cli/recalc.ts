/*
 * `recalc`: recalculates the FINSAM formulas of a stored workbook, or compares them with what is stored.
 */
import * as library from "@odoo/o-spreadsheet";
import type { BuiltAddIn } from "../engine/engine";
import { createFormulaEngine } from "../engine/workbookFormulas";
import type { Language } from "../i18n/language";
import { recalcCliTexts, recalcRemarks } from "../i18n/recalc-cli";
import { keptSentence } from "../i18n/xlsx";
import { recalculate, type RecalculationReport } from "../xlsx/recalculate";
import { toTsv } from "./answers";
import { Wrong, type Streams } from "./commandLine";
import {
  checkEnding,
  checkTarget,
  limited,
  exitCodes,
  progressOn,
  readWorkbookFile,
  runOnFile,
  writeWorkbookFile,
} from "./workbookFile";

/** Runs one call and returns its exit code; `load` gives the built add-in, and is asked only when needed. */
export async function recalc(
  args: readonly string[],
  streams: Streams,
  load: () => Promise<BuiltAddIn>,
): Promise<number> {
  return runOnFile(args, streams, {
    flags: ["check"],
    help: (language) => recalcCliTexts(language).help,
    see: (language) => recalcCliTexts(language).see,
    async run(call, language) {
      const { input, output, json, flags } = call;
      const texts = recalcCliTexts(language);
      const check = flags.has("check");
      if (check && output !== undefined) throw new Wrong(texts.checkWritesNothing);
      const target = check ? undefined : checkTarget(call, language);
      const bytes = readWorkbookFile(input, language);
      if (target) checkEnding(target, bytes, language);
      const engine = createFormulaEngine({ library, ...(await load()), language });
      const progress = progressOn(streams.stderr, texts.progress);
      const { bytes: result, report } = recalculate(bytes, engine, { progress, check });
      if (target) writeWorkbookFile(target, result, language);
      if (json) streams.stdout.write(`${JSON.stringify(toJson(report, language))}\n`);
      else {
        if (check) streams.stdout.write(toList(report));
        streams.stderr.write(
          `${[...limited(recalcRemarks(report, language), language), texts.summary(report, target?.file)].join("\n")}\n`,
        );
      }
      return check && report.differences.length > 0 ? exitCodes.differs : exitCodes.ok;
    },
  });
}

function toList({ differences }: RecalculationReport): string {
  if (differences.length === 0) return "";
  return `${toTsv(differences.map(({ cell, stored, computed }) => [cell, stored ?? "", computed ?? ""]))}\n`;
}

function toJson(report: RecalculationReport, language: Language) {
  const { ours, calculated, differences, kept, uncertain, cutOff } = report;
  return {
    formulas: ours,
    calculated,
    differences,
    notCalculated: kept.map((each) => ({
      cell: each.cell,
      formula: each.formula,
      reason: each.problem.kind,
      message: keptSentence(each, language),
      dependents: each.dependents,
    })),
    uncertain,
    cutOff,
  };
}
