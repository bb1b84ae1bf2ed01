/*
 * What the commands say of their files, and of what is wrong with a call to any of them.
 */
import { bilingual } from "./texts";

const kindsSv: Readonly<Record<string, string>> = {
  ".xlsm": " (arbetsboken har makron)",
  ".xltx": " (arbetsboken är en mall)",
  ".xltm": " (arbetsboken är en mall med makron)",
};
const kindsEn: Readonly<Record<string, string>> = {
  ".xlsm": " (the workbook has macros)",
  ".xltx": " (the workbook is a template)",
  ".xltm": " (the workbook is a template with macros)",
};

export const workbookFileTexts = bilingual(
  {
    unknownOption: (option: string) => `Flaggan ${option} finns inte.`,
    badLanguage: "--lang: språket är sv eller en.",
    more: (count: number) => `… och ${count} till; med --json står alla.`,
    noInput: "Ange arbetsboken, till exempel budget.xlsx.",
    noOutput: "Ange vart resultatet ska skrivas: -o FIL.xlsx.",
    tooMany: (got: string) => `${got} är ett argument för mycket: ange en arbetsbok i taget.`,
    sameFile: (file: string) => `-o ${file} är arbetsboken själv. Ange ett annat namn; originalet ändras aldrig.`,
    noSuchFile: (file: string) => `${file} finns inte.`,
    isFolder: (file: string) => `${file} är en mapp. Ange en arbetsbok (.xlsx).`,
    tooLarge: (file: string) => `${file} är större än 500 MB, mer än som kan läsas.`,
    cannotRead: (file: string, reason: string) => `${file} kunde inte läsas: ${reason}`,
    notReadable: (file: string) => `${file} får inte läsas. Kontrollera rättigheterna.`,
    otherEnding: (file: string, ending: string) =>
      `${file}: filens namn måste sluta på ${ending}${kindsSv[ending] ?? ""}, annars öppnar Excel den inte.`,
    fileExists: (file: string) => `${file} finns redan. Välj ett annat namn, eller ersätt den med --force.`,
    noFolder: (folder: string) => `Mappen ${folder} finns inte. Skapa den först, eller välj en annan.`,
    isFolderNoFile: (folder: string) =>
      `${folder} är en mapp. Ange vad filen ska heta, till exempel ${folder.replace(/[/\\]+$/, "")}/plan.xlsx.`,
    notAllowed: (file: string) =>
      `${file} får inte skrivas. Kontrollera rättigheterna, eller stäng filen om den är öppen i Excel.`,
    cannotWrite: (file: string, reason: string) => `${file} kunde inte skrivas, och inget har skrivits: ${reason}`,
  },
  {
    unknownOption: (option: string) => `There is no option ${option}.`,
    badLanguage: "--lang: the language is sv or en.",
    more: (count: number) => `… and ${count} more; --json gives them all.`,
    noInput: "Give the workbook, such as budget.xlsx.",
    noOutput: "Say where the result is to be written: -o FILE.xlsx.",
    tooMany: (got: string) => `${got} is one argument too many: give one workbook at a time.`,
    sameFile: (file: string) => `-o ${file} is the workbook itself. Give another name; the original is never changed.`,
    noSuchFile: (file: string) => `There is no file ${file}.`,
    isFolder: (file: string) => `${file} is a folder. Give a workbook (.xlsx).`,
    tooLarge: (file: string) => `${file} is larger than 500 MB, more than can be read.`,
    cannotRead: (file: string, reason: string) => `${file} could not be read: ${reason}`,
    notReadable: (file: string) => `${file} may not be read. Check your rights.`,
    otherEnding: (file: string, ending: string) =>
      `${file}: the file's name must end in ${ending}${kindsEn[ending] ?? ""}, or Excel does not open it.`,
    fileExists: (file: string) => `${file} is there already. Choose another name, or replace it with --force.`,
    noFolder: (folder: string) => `There is no folder ${folder}. Make it first, or choose another.`,
    isFolderNoFile: (folder: string) =>
      `${folder} is a folder. Say what the file is to be called, such as ${folder.replace(/[/\\]+$/, "")}/plan.xlsx.`,
    notAllowed: (file: string) =>
      `${file} may not be written. Check your rights, or close the file if it is open in Excel.`,
    cannotWrite: (file: string, reason: string) => `${file} could not be written, and nothing has been: ${reason}`,
  },
);
