/*
 * Formulas of a stored workbook that follow from one of ours: each gives what Excel gives, or keeps what is stored
 * and is reported. Expected values are Excel's; where Excel's language matters, Swedish Excel's.
 */
import { formulaReason } from "../../src/i18n/xlsx";
import { recalculate } from "../../src/xlsx/recalculate";
import { book, builtEngine, valuesOf } from "../xlsx/books";

const engine = builtEngine();

class CellError {
  constructor(readonly code: string) {}
}

/** F1 is 2, by a formula of ours; the other cells are typed. Z1 is blank. */
const typed: Readonly<Record<string, string | number | boolean | CellError>> = {
  A1: "Håbo",
  A2: "Habo",
  A3: "Malmö",
  A4: "malmo",
  A5: "#N/A",
  B1: 100,
  B2: 7,
  B3: 30,
  B4: 4,
  C1: "B-stad",
  C2: "Å-stad",
  C3: "a-stad",
  D1: 1,
  D2: 2,
  D3: 3,
  E1: "",
  E2: "3,5",
  E3: "1 000",
  E4: true,
  // 1 January 2024.
  H1: 45292,
  H2: 0.5,
  H3: new CellError("#N/A"),
  H4: -1,
  I1: 0,
  I2: -5,
  I3: 10,
  I4: 4,
  H5: new CellError("#CALC!"),
  J1: "x",
  J3: "10",
  J4: 10,
  K1: 2,
  K2: 4,
  K3: 6,
  L1: "A",
  L2: "a",
  L3: "b",
};

const text = (value: string) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function written(address: string): string {
  const value = typed[address];
  if (value === undefined) return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${Number(value)}</v></c>`;
  if (value instanceof CellError) return `<c r="${address}" t="e"><v>${value.code}</v></c>`;
  return `<c r="${address}" t="str"><v>${value}</v></c>`;
}

/** The value of a formula whose stored value is "stored", and why it was kept, where it was. */
function evaluated(formula: string): { value: unknown; kept: string | undefined } {
  const rows = [1, 2, 3, 4, 5].map((row) => {
    const before = [..."ABCDE"].map((column) => written(`${column}${row}`));
    const ours = row === 1 ? '<c r="F1"><f>FINSAM.TOTAL(1,"state")</f><v>2</v></c>' : "";
    const after = [..."HIJKL"].map((column) => written(`${column}${row}`));
    return `<row r="${row}">${before.join("")}${ours}${after.join("")}</row>`;
  });
  const asked = `<row r="9"><c r="G9" t="str"><f>${text(formula)}</f><v>stored</v></c></row>`;
  const { bytes, report } = recalculate(book({ Blad1: rows.join("") + asked }), engine);
  const kept = report.kept.find(({ cell }) => cell === "Blad1!G9");
  const problem = kept?.problem;
  return { value: valuesOf(bytes)["Blad1!G9"], kept: problem?.kind === "doubt" ? problem.doubt : problem?.kind };
}

test.each<[why: string, formula: string, value: unknown]>([
  ["a letter with an accent is another letter to VLOOKUP", 'VLOOKUP("Habo",A1:B4,F1,FALSE)', 7],
  ["and small or capital the same", 'VLOOKUP("MALMÖ",A1:B4,F1,0)', 30],
  ["also to HLOOKUP", 'HLOOKUP("habo",TRANSPOSE(A1:B4),F1,FALSE)', 7],
  ["to MATCH", 'MATCH("Malmo",A1:A4,0)*F1', 8],
  ["to INDEX with MATCH, which gives the text as it stands", 'INDEX(A1:A4,MATCH("håbo",A1:A4,0))&F1', "Håbo2"],
  ["to XLOOKUP", '_xlfn.XLOOKUP("Habo",A1:A4,B1:B4)*F1', 14],
  ["a wildcard stands for one letter, with an accent or not", 'MATCH("M?lm?",A1:A4,0)*F1', 6],
  ["a lookup of a number is as before", "VLOOKUP(F1,D1:D3,1,FALSE)", 2],
  ["ROUND counts on 15 digits", "ROUND(1.005*F1/2,2)", 1.01],
  ["where a product is a hair below the half", "ROUND(1001*1.15*F1/2,1)", 1151.2],
  ["half away from zero, also below it", "ROUND(-2.5*F1/2,0)", -3],
  ["to tens where decimals are negative", "ROUND(F1*617.5,-2)", 1200],
  ["ROUNDUP adds nothing for what is no digit", "ROUNDUP(1.1*100*F1/2,0)", 110],
  ["ROUNDUP goes away from zero", "ROUNDUP(-2.1*F1,0)", -5],
  ["ROUNDDOWN goes towards it", "ROUNDDOWN(-2.2*F1,0)", -4],
  ["TRUNC too", "TRUNC(-2.2*F1)", -4],
  ["a minus before a power belongs to the number", "-F1^2", 4],
  ["a minus after an operator, too", "F1*-2^2", 8],
  ["also before a parenthesis, a function, a percentage", "-(F1)^2+-ABS(F1)^2+-F1%^2", 8.0004],
  ["and where a power follows a power", "-F1^2^2", 16],
  ["between two numbers it takes away", "10-F1^2", 6],
  ["an exponent may be negative", "F1^-1", 0.5],
  ["numbers are equal that have the same 15 digits", 'IF(1.1+F1+0.2=3.3,"ja","nej")', "ja"],
  ["and not greater then", "(1.1+F1+0.2>3.3)*1", 0],
  ["a sum that is nothing but noise is 0", "0.1*F1+0.1-0.3", 0],
  ["but computed with further it is what it is", "(0.1*F1+0.1-0.3)*2^54", 1],
  ["rounded down it is 0 on either side", "ROUNDDOWN(SUM(0.1,0.2,-0.15*F1),2)", 0],
  ["and beside more it makes no difference", 'IF(SUM(0.1,0.2,-0.15*F1)<1,"ja","nej")', "ja"],
  ["and a small number that is no noise stays", "0.1*F1-0.2+1E-9", 1e-9],
  ["an empty text is no number", "F1-E1", "#VALUE!"],
  ["nor is a name, with a number in it or not", 'F1*"Kommun 12"', "#VALUE!"],
  ["a text with a decimal comma is", "F1+E2", 5.5],
  ["0 to the power of 0 is no number", "(F1-2)^0", "#NUM!"],
  ["nor is a root of less than nothing", "SQRT(-F1)", "#NUM!"],
  ["nor its third root by a power", "(-4*F1)^(1/3)", "#NUM!"],
  ["a number in a text has the language's comma", 'F1/8&""', "0,25"],
  ["and 15 digits", 'F1/3&""', "0,666666666666667"],
  ["a truth value in a text is in the language", '(F1=2)&""', "SANT"],
  ["CONCAT takes ranges", "_xlfn.CONCAT(D1:D3,F1)", "1232"],
  ["TEXTJOIN takes its delimiters in turn", '_xlfn.TEXTJOIN({"-","+"},TRUE,L1:L3,F1)', "A-a+b-2"],
  ["also from cells", "_xlfn.TEXTJOIN(D1:D2,TRUE,L1:L3,F1)", "A1a2b12"],
  ["or none", "_xlfn.TEXTJOIN(,TRUE,L1:L3,F1)", "Aab2"],
  ["and empty texts where they are asked for", '_xlfn.TEXTJOIN(";",FALSE,"a","",F1)', "a;;2"],
  ["and a text does not say whether they are", '_xlfn.TEXTJOIN(";",E1,"a","",F1)', "#VALUE!"],
  ["TEXTJOIN has the comma", '_xlfn.TEXTJOIN(";",TRUE,F1/4,"x")', "0,5;x"],
  ["a minus on a minus takes nothing away", "F1--1", 3],

  ["a criterion takes an accent for another letter", 'SUMIF(A1:A4,"Habo",B1:B4)*F1', 14],
  ["and no difference between small and capital", 'COUNTIF(L1:L3,"A")*F1', 4],
  ["a criterion is a number with decimals, from a cell", "COUNTIF(H1:H4,H2)*F1", 2],
  ["and computed", "COUNTIF(H1:H4,F1/4)*F1", 2],
  ["and in a text", 'COUNTIF(H1:H4,">"&F1/8)*F1', 4],
  ["a blank cell as a criterion is 0", "COUNTIF(I1:I4,Z1)*F1", 2],
  ["a criterion of nothing takes blank cells and empty texts", 'COUNTIF(E1:E4,"")*F1', 2],
  ["an equals sign alone only blank cells", 'COUNTIF(E1:E4,"=")*F1', 0],
  ["and what is not blank may be an empty text", 'COUNTIF(E1:E4,"<>")*F1', 8],
  ["as may be anything that is a text", 'COUNTIF(E1:E4,"*")*F1', 6],
  ["a number in a text is that number to a criterion", "COUNTIF(J1:J4,10)*F1", 4],
  ["also to one that leaves it out", 'COUNTIF(J1:J4,"<>10")*F1', 4],
  ["a tilde takes a star for itself", 'COUNTIF(A1:A4,"~*")*F1', 0],
  ["an error in what is summed is the answer", 'SUMIF(L1:L3,"b",H1:H3)*F1', "#N/A"],
  ["but not beside it", 'SUMIF(L1:L3,"a",H1:H3)*F1', 90585],
  ["nor where SUMIFS meets it", 'SUMIFS(H1:H3,D1:D3,">0")*F1', "#N/A"],
  ["an error may itself be a criterion", "COUNTIF(H1:H4,NA())*F1", 2],
  ["areas of several criteria have one size", 'SUMIFS(D1:D2,D1:D3,">0")*F1', "#VALUE!"],
  ["also for the smallest", '_xlfn.MINIFS(D1:D2,K1:K3,"<6")*F1', "#VALUE!"],
  ["several criteria", 'SUMIFS(B1:B4,A1:A4,"H*",B1:B4,">"&F1*10)', 100],
  ["an average of those that meet one", 'AVERAGEIF(B1:B4,">5")*F1*3', 274],
  ["and of none", 'AVERAGEIF(L1:L3,"c",K1:K3)*F1', "#DIV/0!"],
  ["the largest that meets one", '_xlfn.MAXIFS(D1:D3,K1:K3,"<6")*F1', 4],
  ["each unlike one counted once", "SUMPRODUCT(1/COUNTIF(L1:L3,L1:L3))*F1", 4],

  ["blank cells of a whole column counted", "COUNTBLANK(D:D)*F1", 2 * (1_048_576 - 3)],
  ["by a criterion", 'COUNTIF(D:D,"<>1")*F1', 2 * (1_048_576 - 1)],
  ["whole columns multiplied", 'SUMPRODUCT((L:L="a")*K:K)*F1', 12],
  ["the last row that holds something", 'SUMPRODUCT(MAX((L:L<>"")*ROW(L:L)))*F1', 6],
  ["each product has as many factors", "SUMPRODUCT(D1:D3,K1:K4)*F1", "#VALUE!"],
  ["what is too large for a number is an error", "F1*1E308*10", "#NUM!"],
  ["also within a formula", "IF(F1*1E308*10>1,1,0)", "#NUM!"],
  ["also as a power", "IFERROR((F1*10)^400,7)", 7],
  ["and as a sum", "IFERROR(SUM(F1*8E307,F1*8E307),7)", 7],
  ["an error among products is the answer", "SUMPRODUCT(H1:H4,D1:D4)*F1", "#N/A"],
  ["as is a text that is multiplied", "SUMPRODUCT(D1:D3*A1:A3)*F1", "#VALUE!"],
  ["but a text beside numbers is nothing", "SUMPRODUCT(D1:D3,L1:L3)*F1", 0],
  ["an empty text is not rounded", "ROUND(E1,F1)", "#VALUE!"],
  ["and has no size", "ABS(E1)+F1", "#VALUE!"],
  ["nor a remainder", "MOD(E1,F1)", "#VALUE!"],
  ["nor interest", "PMT(E1,F1,100)", "#VALUE!"],
  ["but a sum of cells passes it by", "SUM(E1:E4,F1)", 2],
  ["0 to a power below 0 divides by it", "(F1-2)^-1", "#DIV/0!"],
  ["rounding up a sum", "ROUNDUP(SUM(2.21,2.19)*F1/2,2)", 4.4],
  ["rounding down a product", "ROUNDDOWN(30000*0.0042*3*F1/2,0)", 378],
  ["what rounds to nothing has no sign", 'TEXT(ROUND(-0.2*F1,0),"0")', "0"],
  ["a truth value is more than a text", 'IF(F1,E4>"z",0)', true],
  ["a text is more than nothing", 'IF(F1,A1>"",0)', true],

  ["a condition that is an empty text is an error", "IF(E1,F1,3)", "#VALUE!"],
  ["also turned round", "NOT(E1)*F1", "#VALUE!"],
  ["one that fails without another answer is FALSE", "IF(F1=1,5)", false],
  ["and 0 where that is left blank", "IF(F1=1,5,)", 0],
  ["OR looks at all", "OR(F1=2,H1:H4)*1", "#N/A"],
  ["AND too", "AND(F1=1,H1:H4)*1", "#N/A"],
  ["SWITCH takes small letters for capital ones", '_xlfn.SWITCH(L2,"A",F1,0)', 2],

  ["nothing is found where a table is gone", "MATCH(F1,#REF!,0)", "#REF!"],
  ["INDEX takes one number along a row", 'INDEX(B1:D1,F1)&""', "B-stad"],
  ["and cuts what is no whole number", "INDEX(D1:D3,F1-0.5)", 1],
  ["two conditions at once", 'INDEX(B1:B4,MATCH(1,INDEX((L1:L4="a")*(K1:K4>F1),0),0))', 7],
  ["also multiplied within INDEX", 'SUMPRODUCT(INDEX((L1:L3="a")*K1:K3,0))*F1', 12],
  ["far down a whole column is a blank cell", "INDEX(D:D,F1+5000)", 0],
  ["CHOOSE takes what is left blank for 0", "CHOOSE(F1,1,,3)", 0],
  ["and has no more than is there", "CHOOSE(F1+2,1,2,3)", "#VALUE!"],
  ["CHOOSE goes through its ranges by a table of numbers", "SUM(CHOOSE({1,2},D1:D3,K1:K3))*F1", 36],
  ["in any order", "SUM(CHOOSE({2;1;2},D1:D3,K1:K3))*F1", 20],
  ["and repeats a single value", "SUM(CHOOSE({2,1},D1:D3,5))*F1", 42],
  ["which lets VLOOKUP look to the left", 'VLOOKUP("b",CHOOSE({1,2},L1:L3,D1:D3),2,FALSE)*F1', 6],
  ["within another function, too", 'IFERROR(VLOOKUP("b",CHOOSE({1,2},L1:L3,D1:D3),2,FALSE),0)*F1', 6],
  ["as IF does", 'VLOOKUP("b",IF({1,0},L1:L3,D1:D3),2,FALSE)*F1', 6],
  ["and INDEX finds in it", "INDEX(CHOOSE({1,2},L1:L3,D1:D3),3,2)*F1", 6],
  ["by one number it gives a whole range", "SUM(CHOOSE(F1,D1:D3,K1:K3))", 12],
  ["IFERROR takes one value", "SUM(IFERROR(D1:D3,F1))", 2],
  ["beyond the area is no reference", "INDEX(D1:D3,F1+2)", "#REF!"],
  ["a blank after VLOOKUP's last comma asks for the same value", "VLOOKUP(2.5,D1:D3,F1-1,)", "#N/A"],
  ["after MATCH's too", "MATCH(F1+0.5,D1:D3,)", "#N/A"],
  ["the nearest below", "VLOOKUP(F1+0.5,D1:D3,1)", 2],
  ["the last before what is not so", "LOOKUP(2,1/(D1:D3<3),K1:K3)*F1", 8],
  ["XLOOKUP's nearest below, where that is 0", "_xlfn.XLOOKUP(F1+1,I1:I4,I1:I4,,-1)", 0],
  ["not a blank cell", '_xlfn.XLOOKUP(F1-7,J1:J4,I1:I4,"x",-1)', "x"],
  ["nearest above", '_xlfn.XLOOKUP(F1+3,I1:I4,I1:I4,"x",1)', 10],
  ["from the last", '_xlfn.XLOOKUP("a",L1:L3,K1:K3,,,-1)*F1', 8],

  ["TEXT without separators", 'TEXT(F1/100,"0%")', "2%"],
  ["TEXT rounds 15 digits", 'TEXT(0.285*F1/2,"0%")', "29%"],
  ["and leaves a text as it is", 'TEXT(E1,"0")&F1', "2"],
  ["a dollar sign is put in as such", 'SUBSTITUTE("a-b","-","$&"&F1)', "a$&2b"],
  ["there is no nought-th one", 'SUBSTITUTE("a","a","b",F1-2)', "#VALUE!"],
  ["half a character is none", 'RIGHT("abc",F1-0.5)', "c"],
  ["TRIM takes spaces alone away", 'TRIM("\u00a0a  b ")&F1', "\u00a0a b2"],
  ["& goes from cell to cell", 'SUMPRODUCT(--(A1:A3&B1:B3="Habo7"))*F1', 2],
  ["a number left blank after its comma is 0 to FIND", 'FIND("a","abc",)*F1', "#VALUE!"],
  ["and to SUBSTITUTE", 'SUBSTITUTE("aa","a","b",)&F1', "#VALUE!"],
  ["UPPER makes one letter of one", 'UPPER("straße")&F1', "STRAßE2"],
  ["CONCATENATE takes the cell of its own row", "CONCATENATE(D1:D3,F1)", "#VALUE!"],

  ["a month later is in February", "EDATE(45322,F1-1)", 45351],
  ["a month's last day", "EOMONTH(H1,F1)", 45382],
  ["an empty text is no day", "YEAR(E1)+F1", "#VALUE!"],
])("%s: %s gives %s", (_, formula, value) => {
  const found = evaluated(formula);
  expect(found.kept).toBeUndefined();
  const shown = typeof found.value === "number" ? Number(found.value.toPrecision(15)) : found.value;
  expect(shown).toBe(value);
});

test.each<[why: string, formula: string, reason: string]>([
  ["a format whose separators follow Excel's language", 'TEXT(F1*617.255,"# ##0,00")', "format"],
  ["a sum of more cells than are named", 'SUMIF(C1:C3,"?-stad",D1:D1)*F1', "size"],
  ["a text that may be a number, or a date", "E3*F1", "textNumber"],
  ["a month and a number, which may be a date", '"januari 2"*F1', "textNumber"],
  ["a point where the language has a comma", 'SUM("3.5",F1)', "textNumber"],
  ["the order of texts", 'IF(F1,A1<A2,"")', "textOrder"],
  ["the order of texts in a criterion", 'COUNTIF(C1:C3,">a")*F1', "textOrder"],
  ["an error's name in a criterion", 'SUMIF(H1:H4,"<>#N/A")*F1', "criterion"],
  ["a text that reads as an error", 'IFERROR(FINSAM.TOTAL("x","state"),"#N/A")', "errorText"],
  ["also in a cell", "ISERROR(A5)*F1", "errorText"],
  ["an error that the engine does not have", "IFERROR(H5,F1)", "errorText"],
  ["also written in a formula", "IFERROR(#CALC!,F1)", "errorText"],
  ["a text among counted arguments that may be a day", 'COUNT("2024-01-01",F1)', "textNumber"],
  ["a criterion that may be a date", 'COUNTIF(A1:A4,"2024-01-01")*F1', "criterion"],
  ["a place in an order of Swedish letters", "VLOOKUP(A1,A1:B4,F1)", "textOrder"],
  ["a place in an order of English letters", 'VLOOKUP("a",L1:L3,1)&F1', "textOrder"],
  ["the nearest of numbers that are in no order", "MATCH(F1+3,I1:I4,1)", "unsorted"],
  ["a search from the largest down", "MATCH(F1,D1:D3,-1)", "search"],
  ["a search by halves", "_xlfn.XLOOKUP(F1,D1:D3,K1:K3,,0,2)", "search"],
  ["a search with a tilde", 'MATCH("~?",A1:A4,0)*F1', "search"],
  ["a search for what is in a blank cell", "MATCH(Z1,I1:I4,0)*F1", "blank"],
  ["a whole number that is not quite one", "INT((0.1*F1/2+0.7)*10)", "edge"],
  ["also cut", "TRUNC(0.29*F1*50)", "edge"],
  ["also divided", "MOD(F1*2.175,0.01)", "edge"],
  ["noise that is compared with 0", "IF(F1,(0.1+0.2)-0.3=0,0)", "edge"],
  ["a very large number in a text", '1E+20*F1&""', "numberText"],
  ["a very small one", 'F1/200000&""', "numberText"],
  ["a day before the calendars agree", "MONTH(Z1)+F1", "date"],
  ["a day as a text", 'YEAR("2024-01-01")+F1', "date"],
  ["which error there is", "LARGE(D1:D3,F1+2)", "error"],
  ["also where it makes a difference", "ISNA(_xlfn.IFS(F1=1,2))*1", "error"],
  ["and where one of ours is given it", 'FINSAM.TOTAL(LARGE(D1:D3,5),"state")', "error"],
  ["what is blank where an area is gone", "COUNTBLANK(#REF!)*F1", "error"],
  ["which of two errors there is", "C1*(F1/0)", "error"],
  ["a truth value where once an add-in took days", "EDATE(H1,F1=2)", "error"],
  ["or a number", "ISODD(F1=2)*1", "error"],
  ["nothing where it took months", "EDATE(H1*F1/2,)", "blank"],
  ["a range where it took a number", "SUMPRODUCT(--ISODD(D1:D3))*F1", "size"],
  ["nothing after the comma of WEEKDAY", "WEEKDAY(H1,)*F1", "blank"],
  ["a day after the last year", "YEAR(2958465+F1)", "date"],
  ["a row of a table whose columns are not named", "SUM(INDEX(A1:D3,F1))", "size"],
  ["one of several ranges", "SUM(_xlfn.SWITCH(F1,1,D1:D2,2,K1:K3))", "size"],
  ["ranges of different lengths chosen cell by cell", "SUM(CHOOSE({1,2},D1:D3,K1:K2))*F1", "size"],
  ["also by conditions", "SUM(IF({1,0},D1:D3,K1:K2))*F1", "size"],
  ["and where another stands for errors", "SUM(IFERROR({1,2,3}/F1,{1,2}))", "size"],
  ["a whole column multiplied by what ends where the sheet does", "SUMPRODUCT(D:D,K1:K9)*F1", "large"],
  ["or looked up in it", "_xlfn.XLOOKUP(F1,D:D,K1:K9)", "large"],
  ["also the other way", "_xlfn.XLOOKUP(F1,D1:D9,K:K)", "large"],
  ["also in the older way", "LOOKUP(F1,D:D,K1:K9)", "large"],
  ["fewer results than keys", "LOOKUP(F1,D1:D3,K1:K2)", "size"],
  ["a subtotal that there is not", "SUBTOTAL(309,D1:D3)*F1", "unsupportedFunction"],
  ["whether empty texts are joined", '_xlfn.TEXTJOIN(";",,"a","",F1)', "blank"],
  ["a condition that was never one value", 'SUM(_xlfn._xlws.FILTER(D1:D3,L1:L3="a"))*F1', "size"],
  ["whether a blank cell counts in a computed table", "AVERAGE(TRANSPOSE(J1:J4))*F1", "blank"],
  ["blank cells to the end of the sheet", 'SUMPRODUCT(--(D:D=""))*F1', "large"],
  ["a whole column given to one of ours", "SUM(FINSAM.ALLOCATE(F1,D:D))", "large"],
  ["nothing sought in nothing", "FIND(E1,E1)*F1", "error"],
  ["the noise of SUM, compared with 0", "IF(SUM(0.1,0.2,-0.3*F1/2)=0,1,0)", "edge"],
  ["noise without its sign", "IF(ABS(0.3*F1/2-0.1-0.2)>0,1,0)", "edge"],
  ["which of several, a hair below the next", 'CHOOSE(0.58*50*F1/2-27,"a","b","c")', "edge"],
  ["which place", "INDEX(D1:D3,0.58*50*F1/2-27)", "edge"],
  ["which column", "VLOOKUP(100,B1:D3,0.58*50*F1/2-27,FALSE)", "edge"],
  ["how many letters", 'LEFT("abc",0.58*50*F1/2-27)', "edge"],
  ["how many decimals", "ROUND(1.2345,0.58*50*F1/2-27)", "edge"],
  ["how many months", "EDATE(H1,0.58*50*F1/2-27)", "edge"],
  ["which month", "DATE(2024,0.58*50*F1/2-27,1)", "edge"],
  ["how many numbers", "SUM(_xlfn.SEQUENCE(0.58*50*F1/2-27))", "edge"],
  ["noise as a condition", "IF(SUM(0.1,0.2,-0.15*F1),1,0)", "edge"],
  ["noise turned round", "NOT(SUM(0.1,0.2,-0.15*F1))*1", "edge"],
  ["noise among conditions", "OR(FALSE,SUM(0.1,0.2,-0.15*F1))*1", "edge"],
  ["noise rounded up", "ROUNDUP(SUM(0.1,0.2,-0.15*F1),0)", "edge"],
  ["noise below a whole number", "INT(0.3-0.1*F1-0.1)", "edge"],
  ["noise that is multiplied", "IF(1000*SUM(0.1,0.2,-0.15*F1)>0,1,0)", "edge"],
  ["noise that is divided by", "IFERROR(F1/SUM(0.1,0.2,-0.15*F1),0)", "edge"],
  ["noise that is added to nothing", "IF(SUM(0.1,0.2,-0.15*F1)+0>0,1,0)", "edge"],
  ["the noise of an average", "IF(AVERAGE(0.1,0.2,-0.15*F1)>0,1,0)", "edge"],
  ["the noise of products", "IF(SUMPRODUCT({0.1,0.2,0.15},{1,1,-1}*F1/{2,2,1})>0,1,0)", "edge"],
  ["noise as a criterion", "COUNTIF(I1:I4,SUM(0.1,0.2,-0.15*F1))", "edge"],
  ["noise that is looked for", "MATCH(SUM(0.1,0.2,-0.15*F1),I1:I4,0)", "edge"],
  ["noise of which there is no root", "IFERROR(SQRT(0.3-0.1*F1-0.1),1)", "edge"],
  ["a key a hair from where another answer begins", "VLOOKUP(0.8-0.05*F1,{0.1,1;0.7,2},2)", "edge"],
  ["a function that is not known to be the same", "PDURATION(0.025,F1,4)", "unsupportedFunction"],
  ["a function that the engine has not", 'REPT("x",F1)', "unknownFunction"],
])("%s is left to Excel: %s keeps what is stored (%s)", (_, formula, reason) => {
  expect(evaluated(formula)).toEqual({ value: "stored", kept: reason });
});

test("an error of one function is caught by another, whichever it is", () => {
  expect(evaluated("IFERROR(LARGE(D1:D3,F1+2),7)")).toEqual({ value: 7, kept: undefined });
});

test("every reason is said in both languages", () => {
  const problem = { kind: "doubt", doubt: "unsorted" } as const;
  expect(formulaReason(problem, "sv")).toBe("den söker det närmaste talet bland tal som inte står i ordning");
  expect(formulaReason(problem, "en")).toBe("it looks for the nearest number among numbers that are not in order");
});
