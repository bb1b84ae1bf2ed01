/*
 * What is wrong with a workbook's file, and why a formula keeps its stored value, as sentences.
 */
import type { Doubt, FileProblem, FormulaProblem } from "../xlsx/problem";
import type { Kept } from "../xlsx/recalculate";
import type { Language } from "./catalogue";
import { byPlace, placesOf } from "./places";
import { bilingual } from "./texts";

type Sentences<P extends { kind: string }> = {
  readonly [Kind in P["kind"]]: (problem: Extract<P, { kind: Kind }>) => string;
};

const swedishDoubts: Readonly<Record<Doubt, string>> = {
  blank: "det som är tomt kan räknas som 0 eller inte alls, och det avgör Excel",
  criterion: "den har ett villkor som bara Excel läser",
  date: "den har en dag som text eller före mars 1900, och den läser bara Excel",
  edge: "ett tal ligger så nära en gräns att bara Excel avgör på vilken sida",
  error: "den ger ett fel, och bara Excel vet vilket",
  errorText: "den läser ett felvärde som bara Excel har, eller en text som ser ut som ett",
  format: "den har ett format vars tecken följer Excels språk",
  large: "den räknar med hela kolumner eller rader till deras slut, eller med för stora tabeller",
  numberText: "den gör text av ett mycket stort eller litet tal, och bara Excel vet hur",
  search: "den söker på ett sätt som bara Excel kan",
  size: "den tar områden av olika storlek, eller ett område där ett värde hör hemma",
  textNumber: "en text står där ett tal hör hemma, och hur den läses beror på Excels språk",
  textOrder: "den jämför texters ordning, som följer Excels språk",
  unsorted: "den söker det närmaste talet bland tal som inte står i ordning",
};

const englishDoubts: Readonly<Record<Doubt, string>> = {
  blank: "what is blank may count as 0 or not at all, and Excel decides which",
  criterion: "it has a criterion that Excel alone can read",
  date: "it has a day as a text or before March 1900, which Excel alone can read",
  edge: "a number is so near a limit that Excel alone decides on which side",
  error: "it gives an error, and Excel alone knows which",
  errorText: "it reads an error that Excel alone has, or a text that looks like one",
  format: "it has a format whose characters follow Excel's language",
  large: "it computes with whole columns or rows to their end, or with tables that are too large",
  numberText: "it makes a text of a very large or small number, and Excel alone knows how",
  search: "it searches in a way that only Excel can",
  size: "it takes areas of different sizes, or an area where one value belongs",
  textNumber: "a text stands where a number belongs, and how it is read depends on Excel's language",
  textOrder: "it compares the order of texts, which follows Excel's language",
  unsorted: "it looks for the nearest number among numbers that are not in order",
};

const texts = bilingual(
  {
    file: {
      empty: () => "Filen är tom. Välj en arbetsbok (.xlsx).",
      password: () =>
        "Arbetsboken är lösenordsskyddad och kan inte läsas. Öppna den i Excel, ta bort lösenordet (Arkiv, Info, Skydda arbetsbok, Kryptera med lösenord) och spara.",
      format: ({ format }) =>
        ({
          xls: "Filen är en äldre Excelfil (.xls). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
          xlsb: "Filen är en binär arbetsbok (.xlsb). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
          ods: "Filen är ett OpenDocument-kalkylblad (.ods). Öppna den i LibreOffice eller Excel och spara den som .xlsx.",
          csv: "Filen är en textfil, kanske CSV, och ingen arbetsbok. Öppna den i Excel och spara den som .xlsx.",
          html: "Filen är en webbsida eller XML-fil, även om den kanske heter .xls eller .xlsx. Öppna den i Excel och spara den som .xlsx.",
          document: "Filen är ett annat slags Officedokument, inte en arbetsbok. Välj en arbetsbok (.xlsx).",
          unknown: "Filen är ingen Excel-arbetsbok (.xlsx).",
        })[format],
      archive: () =>
        "Filen är skadad eller ofullständig: zip-arkivet går inte att läsa. Hämta den på nytt, eller öppna den i Excel och spara en ny kopia.",
      tooManyParts: ({ most }) => `Filen har fler än ${swedish(most)} delar, mer än någon arbetsbok behöver.`,
      tooLarge: ({ megabytes }) =>
        `Arbetsboken är större än ${megabytes} MB uppackad och kan inte läsas. Dela upp den, eller ta bort bilder och blad som inte behövs.`,
      tooManyCells: ({ most }) =>
        `Arbetsboken har fler än ${swedish(most)} celler med innehåll och kan inte läsas. Dela upp den i flera.`,
      tooManyBlank: ({ most }) =>
        `Arbetsboken har fler än ${swedish(most)} tomma celler med format och kan inte läsas. Ta bort de rader och kolumner som är tomma (Start, Ta bort) i Excel och spara.`,
      missingPart: ({ part }) =>
        `Arbetsboken är skadad: delen ${part} saknas. Öppna den i Excel, låt Excel reparera den och spara.`,
      brokenPart: ({ part, line }) =>
        `Arbetsboken är skadad: delen ${part} ${line === undefined ? "är inte skriven som i en arbetsbok" : `är inte giltig XML (rad ${line})`}. Öppna den i Excel, låt Excel reparera den och spara.`,
      declaration: ({ part }) =>
        `Delen ${part} innehåller en DOCTYPE-deklaration, som inte hör hemma i en arbetsbok och kan vara skadlig. Filen läses inte.`,
      encoding: ({ part }) => `Delen ${part} är inte skriven i UTF-8. Öppna arbetsboken i Excel och spara den på nytt.`,
      nesting: ({ cell, levels, most }) =>
        `Formeln i ${cell} har parenteser i ${swedish(levels)} nivåer; fler än ${most} går inte att räkna (Excel tillåter 64). Dela upp den på flera celler.`,
      countsAsShown: () =>
        "Arbetsboken räknar med talen så som de visas (Ange precision som visas), och det gör bara Excel. Räkna om den i Excel, eller stäng av det (Arkiv, Alternativ, Avancerat) och spara.",
      circular: ({ cells }) =>
        `Formlerna hänvisar till varandra i en cirkel: ${ring(cells)}. Ändra en av dem så att den inte beror på de andra.`,
    } satisfies Sentences<FileProblem>,
    formula: {
      unknownFunction: ({ name }) => `funktionen ${name} kan inte räknas här`,
      unsupportedFunction: ({ name }) => `funktionen ${name} kan inte räknas här`,
      argumentCount: ({ name }) => `${name} har fel antal argument`,
      unknownName: ({ name }) => `namnet ${name} finns inte i arbetsboken`,
      unknownTable: ({ name }) => `tabellen eller kolumnen i ${name} finns inte i arbetsboken`,
      unknownSheet: ({ name }) => `bladet ${name} finns inte i arbetsboken`,
      otherWorkbook: () => "den hänvisar till en annan arbetsbok",
      reference: () =>
        "den hänvisar på ett sätt som bara Excel räknar (flera blad, en union, ett snitt eller ett område mellan funktioner)",
      dataTable: () => "den är en datatabell (konsekvensanalys), som bara Excel räknar",
      dates1904: ({ name }) => `arbetsboken räknar datum från 1904, och ${name} skulle ge fel dag`,
      countsAsShown: () => "arbetsboken räknar med talen så som de visas (Ange precision som visas)",
      volatile: ({ name }) => `${name} ger ett nytt värde varje gång`,
      table: () => "den ger en tabell men är lagrad som en formel som fyller en enda cell",
      unreadable: () => "formeln går inte att räkna här",
      doubt: ({ doubt }) => swedishDoubts[doubt],
      unsettled: () => "tabeller som den beror på växer varje gång de räknas om, och blev inte färdiga",
      dependsOn: ({ cell }) => `den beror på ${cell}`,
      ownTable: () => "tabellen skulle fylla celler som formeln själv läser",
      circular: () => "den beror på sig själv (iterativ beräkning)",
    } satisfies Sentences<FormulaProblem>,
    kept: (cell: string, formula: string, reason: string, dependents: string) =>
      `${cell}: ${formula} är inte omräknad: ${reason}. Det lagrade värdet är kvar${dependents}.`,
    keptMany: (places: string, count: number, first: string, reason: string, dependents: number) =>
      `${places}: var och en av de ${swedish(count)} formlerna (den första är ${first}) behåller sitt lagrade värde: ${reason}${dependents === 0 ? "" : `. Det gör också ${dependents === 1 ? "en cell" : `${swedish(dependents)} celler`} som beror på dem`}.`,
    dependents: (cells: string, more: number) =>
      `, liksom i det som beror på den: ${cells}${more > 0 ? ` och ${swedish(more)} till` : ""}`,
  },
  {
    file: {
      empty: () => "The file is empty. Choose a workbook (.xlsx).",
      password: () =>
        "The workbook is protected by a password and cannot be read. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save.",
      format: ({ format }) =>
        ({
          xls: "The file is an older Excel file (.xls). Open it in Excel and save it as an Excel Workbook (.xlsx).",
          xlsb: "The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel Workbook (.xlsx).",
          ods: "The file is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as .xlsx.",
          csv: "The file is text, perhaps CSV, and no workbook. Open it in Excel and save it as .xlsx.",
          html: "The file is a web page or XML, though it may be called .xls or .xlsx. Open it in Excel and save it as .xlsx.",
          document: "The file is an Office document of another kind, no workbook. Choose a workbook (.xlsx).",
          unknown: "The file is no Excel workbook (.xlsx).",
        })[format],
      archive: () =>
        "The file is damaged or incomplete: its zip archive cannot be read. Fetch it again, or open it in Excel and save a new copy.",
      tooManyParts: ({ most }) => `The file has more than ${english(most)} parts, more than any workbook needs.`,
      tooLarge: ({ megabytes }) =>
        `The workbook is larger than ${megabytes} MB unpacked and cannot be read. Divide it, or remove pictures and sheets that are not needed.`,
      tooManyCells: ({ most }) =>
        `The workbook has more than ${english(most)} cells with content and cannot be read. Divide it into several.`,
      tooManyBlank: ({ most }) =>
        `The workbook has more than ${english(most)} blank cells with formats and cannot be read. Delete the rows and columns that are blank (Home, Delete) in Excel and save.`,
      missingPart: ({ part }) =>
        `The workbook is damaged: its part ${part} is missing. Open it in Excel, let Excel repair it and save.`,
      brokenPart: ({ part, line }) =>
        `The workbook is damaged: its part ${part} ${line === undefined ? "is not written as in a workbook" : `is not valid XML (line ${line})`}. Open it in Excel, let Excel repair it and save.`,
      declaration: ({ part }) =>
        `The part ${part} holds a DOCTYPE declaration, which has no place in a workbook and may do harm. The file is not read.`,
      encoding: ({ part }) => `The part ${part} is not written in UTF-8. Open the workbook in Excel and save it again.`,
      nesting: ({ cell, levels, most }) =>
        `The formula in ${cell} has parentheses ${english(levels)} levels deep; more than ${most} cannot be evaluated (Excel allows 64). Divide it over several cells.`,
      countsAsShown: () =>
        "The workbook computes with numbers as they are shown (Set precision as displayed), which Excel alone does. Recalculate it in Excel, or turn that off (File, Options, Advanced) and save.",
      circular: ({ cells }) =>
        `The formulas refer to each other in a circle: ${ring(cells)}. Change one of them so that it does not depend on the others.`,
    },
    formula: {
      unknownFunction: ({ name }) => `the function ${name} cannot be evaluated here`,
      unsupportedFunction: ({ name }) => `the function ${name} cannot be evaluated here`,
      argumentCount: ({ name }) => `${name} has the wrong number of arguments`,
      unknownName: ({ name }) => `there is no name ${name} in the workbook`,
      unknownTable: ({ name }) => `there is no such table or column as in ${name} in the workbook`,
      unknownSheet: ({ name }) => `there is no sheet ${name} in the workbook`,
      otherWorkbook: () => "it refers to another workbook",
      reference: () =>
        "it refers in a way that Excel alone evaluates (several sheets, a union, an intersection or a range between functions)",
      dataTable: () => "it is a data table (what-if analysis), which Excel alone evaluates",
      dates1904: ({ name }) => `the workbook counts days from 1904, and ${name} would give the wrong day`,
      countsAsShown: () => "the workbook computes with numbers as they are shown (Set precision as displayed)",
      volatile: ({ name }) => `${name} gives a new value each time`,
      table: () => "it gives a table but is stored as a formula that fills a single cell",
      unreadable: () => "the formula cannot be evaluated here",
      doubt: ({ doubt }) => englishDoubts[doubt],
      unsettled: () => "tables that it depends on grow each time they are recalculated, and came to no end",
      dependsOn: ({ cell }) => `it depends on ${cell}`,
      ownTable: () => "its table would fill cells that the formula itself reads",
      circular: () => "it depends on itself (iterative calculation)",
    },
    kept: (cell: string, formula: string, reason: string, dependents: string) =>
      `${cell}: ${formula} has not been recalculated, as ${reason}. Its stored value stays${dependents}.`,
    keptMany: (places: string, count: number, first: string, reason: string, dependents: number) =>
      `${places}: each of the ${english(count)} formulas (the first is ${first}) keeps its stored value, as ${reason}${dependents === 0 ? "" : `. So ${dependents === 1 ? "does one cell that depends" : `do ${english(dependents)} cells that depend`} on them`}.`,
    dependents: (cells: string, more: number) =>
      `, and so it does in what depends on it: ${cells}${more > 0 ? ` and ${english(more)} more` : ""}`,
  },
);

/** Why a file cannot be used, and what to do. */
export function fileSentence(problem: FileProblem, language?: Language): string {
  const sentence = texts(language).file[problem.kind] as (problem: FileProblem) => string;
  return sentence(problem);
}

const mostNamed = 10;

/** Which formula keeps its value, why, and what that means for others. */
export function keptSentence({ cell, formula, problem, dependents }: Kept, language?: Language): string {
  const said = texts(language);
  const named = dependents.slice(0, mostNamed).join(", ");
  const after = dependents.length > 0 ? said.dependents(named, dependents.length - mostNamed) : "";
  return said.kept(cell, formula, formulaReason(problem, language), after);
}

/** The same for many: those of a sheet that keep their values for the same reason are one sentence. */
export function keptSentences(kept: readonly Kept[], language?: Language): string[] {
  return byPlace(kept, ({ problem }) => formulaReason(problem, language)).map((group) => {
    const [first] = group;
    if (group.length === 1) return keptSentence(first, language);
    const dependents = new Set(group.flatMap((each) => each.dependents)).size;
    const reason = formulaReason(first.problem, language);
    return texts(language).keptMany(placesOf(group, language), group.length, first.formula, reason, dependents);
  });
}

/** Why a formula keeps its value, as the end of a sentence. */
export function formulaReason(problem: FormulaProblem, language?: Language): string {
  const reason = texts(language).formula[problem.kind] as (problem: FormulaProblem) => string;
  return reason(problem);
}

/** The ring from its first cell to the same again; of a long one its beginning and its end. */
function ring(cells: readonly string[]): string {
  const named = cells.length <= 8 ? cells : [...cells.slice(0, 4), "…", ...cells.slice(-3)];
  return [...named, cells[0]].join(" → ");
}

function swedish(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

function english(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
