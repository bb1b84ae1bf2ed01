/*
 * What Swedish Excel calls the functions, errors and constants that a formula around ours is likely to use. Workbooks
 * hold the English names whatever the user sees. A name that is not here stands as it is, as most are the same.
 */
import { swedishErrors } from "../workbook/errorName";

const swedishFunctionNames: Readonly<Record<string, string>> = {
  ADDRESS: "ADRESS",
  AND: "OCH",
  AVERAGE: "MEDEL",
  AVERAGEIF: "MEDEL.OM",
  AVERAGEIFS: "MEDEL.OMF",
  CEILING: "RUNDA.UPP",
  CHOOSE: "VÄLJ",
  COLUMN: "KOLUMN",
  COLUMNS: "KOLUMNER",
  CONCAT: "SAMMAN",
  CONCATENATE: "SAMMANFOGA",
  COUNT: "ANTAL",
  COUNTA: "ANTALV",
  COUNTBLANK: "ANTAL.TOMMA",
  COUNTIF: "ANTAL.OM",
  COUNTIFS: "ANTAL.OMF",
  DATE: "DATUM",
  DAY: "DAG",
  DAYS: "DAGAR",
  EDATE: "EDATUM",
  EOMONTH: "SLUTMÅNAD",
  FALSE: "FALSKT",
  FIND: "HITTA",
  FLOOR: "RUNDA.NER",
  HLOOKUP: "LETAKOLUMN",
  IF: "OM",
  IFERROR: "OMFEL",
  IFNA: "OMSAKNAS",
  INDIRECT: "INDIREKT",
  INT: "HELTAL",
  ISBLANK: "ÄRTOM",
  ISERROR: "ÄRFEL",
  ISNA: "ÄRSAKNAD",
  ISNUMBER: "ÄRTAL",
  ISTEXT: "ÄRTEXT",
  LARGE: "STÖRSTA",
  LEFT: "VÄNSTER",
  LEN: "LÄNGD",
  LOOKUP: "LETAUPP",
  LOWER: "GEMENER",
  MATCH: "PASSA",
  MID: "EXTEXT",
  MOD: "REST",
  MONTH: "MÅNAD",
  NA: "SAKNAS",
  NOT: "ICKE",
  NOW: "NU",
  OFFSET: "FÖRSKJUTNING",
  OR: "ELLER",
  POWER: "UPPHÖJT.TILL",
  PRODUCT: "PRODUKT",
  RANK: "RANG",
  REPLACE: "ERSÄTT",
  RIGHT: "HÖGER",
  ROUND: "AVRUNDA",
  ROUNDDOWN: "AVRUNDA.NEDÅT",
  ROUNDUP: "AVRUNDA.UPPÅT",
  ROW: "RAD",
  ROWS: "RADER",
  SEARCH: "SÖK",
  SEQUENCE: "SEKVENS",
  SIGN: "TECKEN",
  SMALL: "MINSTA",
  SORT: "SORTERA",
  SQRT: "ROT",
  SUBSTITUTE: "BYT.UT",
  SUBTOTAL: "DELSUMMA",
  SUM: "SUMMA",
  SUMIF: "SUMMA.OM",
  SUMIFS: "SUMMA.OMF",
  SUMPRODUCT: "PRODUKTSUMMA",
  TODAY: "IDAG",
  TRANSPOSE: "TRANSPONERA",
  TRIM: "RENSA",
  TRUE: "SANT",
  TRUNC: "AVKORTA",
  UNIQUE: "UNIK",
  UPPER: "VERSALER",
  VALUE: "TEXTNUM",
  VLOOKUP: "LETARAD",
  WEEKDAY: "VECKODAG",
  XLOOKUP: "XLETAUPP",
  YEAR: "ÅR",
  YEARFRAC: "ÅRDEL",
};

const swedishConstantNames: Readonly<Record<string, string>> = { TRUE: "SANT", FALSE: "FALSKT" };

/** Names of one language in the other; they are known without regard to case. */
export interface Names {
  readonly functions: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, string>;
}

export const toSwedish: Names = {
  functions: new Map(Object.entries(swedishFunctionNames)),
  errors: new Map(Object.entries(swedishErrors)),
  constants: new Map(Object.entries(swedishConstantNames)),
};

export const toEnglish: Names = {
  functions: reversed(swedishFunctionNames),
  errors: reversed(swedishErrors),
  constants: reversed(swedishConstantNames),
};

function reversed(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([english, swedish]) => [swedish, english]));
}
