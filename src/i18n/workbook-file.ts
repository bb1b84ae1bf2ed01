/*
 * What the commands that read one workbook and write another say of their call and their files.
 */
import { bilingual } from "./texts";

export const workbookFileTexts = bilingual(
  {
    unknownOption: (option: string) => `Flaggan ${option} finns inte.`,
    badLanguage: "--lang: språket är sv eller en.",
    noInput: "Ange arbetsboken, till exempel budget.xlsx.",
    noOutput: "Ange vart resultatet ska skrivas: -o FIL.xlsx.",
    tooMany: (got: string) => `${got} är ett argument för mycket: ange en arbetsbok i taget.`,
    sameFile: (file: string) => `-o ${file} är arbetsboken själv. Ange ett annat namn; originalet ändras aldrig.`,
    noSuchFile: (file: string) => `${file} finns inte.`,
    isFolder: (file: string) => `${file} är en mapp. Ange en arbetsbok (.xlsx).`,
    tooLarge: (file: string) => `${file} är större än 500 MB, mer än som kan läsas.`,
    cannotRead: (file: string, reason: string) => `${file} kunde inte läsas: ${reason}`,
    cannotWrite: (file: string, reason: string) => `${file} kunde inte skrivas, och inget har skrivits: ${reason}`,
  },
  {
    unknownOption: (option: string) => `There is no option ${option}.`,
    badLanguage: "--lang: the language is sv or en.",
    noInput: "Give the workbook, such as budget.xlsx.",
    noOutput: "Say where the result is to be written: -o FILE.xlsx.",
    tooMany: (got: string) => `${got} is one argument too many: give one workbook at a time.`,
    sameFile: (file: string) => `-o ${file} is the workbook itself. Give another name; the original is never changed.`,
    noSuchFile: (file: string) => `There is no file ${file}.`,
    isFolder: (file: string) => `${file} is a folder. Give a workbook (.xlsx).`,
    tooLarge: (file: string) => `${file} is larger than 500 MB, more than can be read.`,
    cannotRead: (file: string, reason: string) => `${file} could not be read: ${reason}`,
    cannotWrite: (file: string, reason: string) => `${file} could not be written, and nothing has been: ${reason}`,
  },
);
