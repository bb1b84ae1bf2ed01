/*
 * `freeze`: writes a copy of a stored workbook in which every FINSAM formula is its value.
 */
import type { Catalogue, Language } from "../i18n/catalogue";
import { freezeWarningSentence, freezeWarningSentences } from "../i18n/basis";
import { freezeCliTexts } from "../i18n/freeze-cli";
import { freezeWorkbook } from "../xlsx/freeze";
import type { Streams } from "./commandLine";
import {
  checkEnding,
  checkTarget,
  exitCodes,
  limited,
  progressOn,
  readWorkbookFile,
  runOnFile,
  writeWorkbookFile,
} from "./workbookFile";

/** What is said of the functions, and of the add-in they come from. */
export interface AddInDescription {
  readonly catalogue: Readonly<Record<Language, Catalogue>>;
  readonly version: string;
  readonly addInId: string;
}

/** Runs one call and returns its exit code; `date` is the day of the copy, such as 2026-11-25. */
export async function freeze(
  args: readonly string[],
  streams: Streams,
  load: () => Promise<AddInDescription>,
  date: string,
): Promise<number> {
  return runOnFile(args, streams, {
    flags: [],
    help: (language) => freezeCliTexts(language).help,
    see: (language) => freezeCliTexts(language).see,
    async run(call, language) {
      const texts = freezeCliTexts(language);
      const target = checkTarget(call, language);
      const original = readWorkbookFile(call.input, language);
      checkEnding(target, original, language);
      const { catalogue, version, addInId } = await load();
      const { bytes, replaced, sheet, warnings } = freezeWorkbook(original, {
        language,
        date,
        version,
        addInId,
        catalogue: catalogue[language],
        progress: progressOn(streams.stderr, texts.progress),
      });
      writeWorkbookFile(target, bytes, language);
      if (call.json) {
        const said = warnings.map((warning) => freezeWarningSentence(warning, language));
        streams.stdout.write(`${JSON.stringify({ sheet: sheet ?? null, replaced, warnings: said })}\n`);
        return exitCodes.ok;
      }
      const remarks = limited(freezeWarningSentences(warnings, language), language);
      const isNothing = bytes === original && warnings.length === 0;
      const summary = isNothing ? texts.nothing(target.file) : texts.summary(replaced.length, sheet, target.file);
      streams.stderr.write(`${[...remarks, summary].join("\n")}\n`);
      return exitCodes.ok;
    },
  });
}
