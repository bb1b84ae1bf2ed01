/*
 * What the command line says. Problems in a formula come as data from the engine; the sentences are here, as are
 * those for errors that carry none of their own.
 */
import type { ErrorCode } from "../engine/custom-functions";
import type { Problem } from "../engine/formula";
import { bilingual } from "./texts";

type ProblemTexts = { readonly [Kind in Problem["kind"]]: (problem: Extract<Problem, { kind: Kind }>) => string };
type ErrorTexts = Readonly<Record<ErrorCode, string>>;

export const cliTexts = bilingual(
  {
    help: `Räknar ut en formel som i ett kalkylblad, utan Excel, med samma funktioner som Excel får.

  npm run --silent calc -- '=FINSAM.SPLIT(7348)'
  npm run --silent calc -- --json '=FINSAM.ESCALATE(3674,10%,5,5551)'
  npm run --silent calc -- - < formler.txt

Formeln skrivs alltid i engelsk form: komma mellan argumenten, punkt som decimaltecken,
{1,2;3,4} för en tabell med två rader, TRUE och FALSE. Likhetstecknet först kan utelämnas.
Sätt enkla citattecken runt formeln, så att skalet inte ändrar den.

Svaret är tabbavgränsad text, en rad i tabellen per rad, med tal som 4041.4 i full precision.
Ett fel skrivs på standard error.

  -             läs en formel per rad från standard in och skriv ett JSON-värde per rad,
                i samma ordning
  --json        skriv {"grid": [[…]]} eller {"error": "#VALUE!", "message": "…"};
                en tom cell är null
  --lang sv|en  meddelandenas språk, och talformatet i text som formeln själv skapar;
                ändrar inte hur formeln läses (förval: sv)
  --help        visa den här texten

Slutkod: 0 om formeln gav ett svar, 1 om den gav ett fel, 2 om anropet är fel. Med - är den 0
också när en rad ger ett fel.`,
    see: "Se npm run --silent calc -- --help",
    noFormula: "Ange en formel, eller - för att läsa formler från standard in.",
    oneFormula: (count: number) =>
      `Ange en formel, inte ${count}. Sätt citattecken runt formeln, eller läs flera med - från standard in.`,
    unknownOption: (option: string) => `Flaggan ${option} finns inte. En formel som börjar med - skrivs med = först.`,
    badLanguage: (got: string | undefined) =>
      got === undefined ? "--lang saknar språk: sv eller en." : `--lang ${got}: språket är sv eller en.`,
    problems: {
      empty: () => "Här finns ingen formel: texten är tom.",
      unreadable: () => "Formeln går inte att läsa. Kontrollera parenteser, citattecken och komman mellan argumenten.",
      separators: () =>
        "Formeln går inte att läsa. Skriv den i engelsk form: komma mellan argumenten och punkt som decimaltecken; semikolon skiljer bara raderna i en tabell som {1,2;3,4}.",
      unknownFunction: ({ name }) => `Funktionen ${name} finns inte.`,
      unknownName: ({ name }) => `Namnet ${name} finns inte. En text skrivs inom citattecken: "${name}".`,
      argumentCount: ({ name, got, min, max }) => `${name} tar ${countOf(min, max, "minst")} argument, inte ${got}.`,
    } satisfies ProblemTexts,
    errors: {
      "#VALUE!": "En funktion eller operator i formeln fick ett värde av fel slag.",
      "#N/A": "Värdet finns inte.",
      "#DIV/0!": "Formeln dividerar med noll.",
      "#NUM!": "Talet är för stort eller går inte att beräkna.",
      "#NULL!": "Områdena har inga celler gemensamt.",
      "#NAME?": "Formeln använder ett namn som inte finns.",
      "#REF!": "Formeln hänvisar till en cell som inte finns.",
    } satisfies ErrorTexts,
  },
  {
    help: `Evaluates a formula as a spreadsheet does, without Excel, with the functions that Excel gets.

  npm run --silent calc -- '=FINSAM.SPLIT(7348)'
  npm run --silent calc -- --json '=FINSAM.ESCALATE(3674,10%,5,5551)'
  npm run --silent calc -- - < formulas.txt

The formula is always in its English form: commas between arguments, decimal points,
{1,2;3,4} for a table of two rows, TRUE and FALSE. The equals sign in front may be left out.
Put single quotation marks around the formula, so that the shell leaves it as it is.

The answer is tab-separated text, one line for each row of the grid, with numbers such as
4041.4 in full precision. An error goes to standard error.

  -             read one formula a line from standard input and write one JSON value a line,
                in the same order
  --json        write {"grid": [[…]]} or {"error": "#VALUE!", "message": "…"};
                an empty cell is null
  --lang sv|en  the language of messages, and the number format of text that the formula
                itself makes; does not change how the formula is read (default: sv)
  --help        show this text

Exit code: 0 if the formula gave an answer, 1 if it gave an error, 2 if the call is wrong.
With - it is 0 also where a line gives an error.`,
    see: "See npm run --silent calc -- --help",
    noFormula: "Give a formula, or - to read formulas from standard input.",
    oneFormula: (count: number) =>
      `Give one formula, not ${count}. Put quotation marks around it, or read several with - from standard input.`,
    unknownOption: (option: string) =>
      `There is no option ${option}. A formula that begins with - is written with = in front.`,
    badLanguage: (got: string | undefined) =>
      got === undefined ? "--lang needs a language: sv or en." : `--lang ${got}: the language is sv or en.`,
    problems: {
      empty: () => "There is no formula here: the text is empty.",
      unreadable: () =>
        "The formula cannot be read. Check parentheses, quotation marks and the commas between arguments.",
      separators: () =>
        "The formula cannot be read. Write it in its English form: commas between arguments and decimal points; a semicolon only parts the rows of a table such as {1,2;3,4}.",
      unknownFunction: ({ name }) => `There is no function ${name}.`,
      unknownName: ({ name }) => `There is no name ${name}. A text stands within quotation marks: "${name}".`,
      argumentCount: ({ name, got, min, max }) =>
        `${name} takes ${countOf(min, max, "at least")} ${(max === Infinity ? min : max) === 1 ? "argument" : "arguments"}, not ${got}.`,
    },
    errors: {
      "#VALUE!": "A function or operator in the formula got a value of the wrong kind.",
      "#N/A": "There is no such value.",
      "#DIV/0!": "The formula divides by zero.",
      "#NUM!": "The number is too large or cannot be computed.",
      "#NULL!": "The ranges have no cells in common.",
      "#NAME?": "The formula uses a name that does not exist.",
      "#REF!": "The formula refers to a cell that does not exist.",
    },
  },
);

export type CliTexts = ReturnType<typeof cliTexts>;

function countOf(min: number, max: number, atLeast: string): string {
  if (max === Infinity) return `${atLeast} ${min}`;
  return min === max ? `${min}` : `${min}–${max}`;
}
