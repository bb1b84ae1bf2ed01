/*
 * The custom functions as Excel sees them. Microsoft's metadata tool reads this file alone: only top-level
 * `function` declarations count, every parameter is `any[][]` (Excel then never refuses a call before our
 * sentence can), and texts with a fixed set of values are enums declared here.
 *
 * The JSDoc is what people read: in Excel's autocomplete, on the help pages and in the pane. `@source` and
 * `@example` are ours (scripts/metadata.ts); every example is evaluated by the tests. Swedish is in
 * src/i18n/functions.sv.ts. What each argument accepts is declared in definitions.ts.
 */
import { answer } from "./answer";
import * as definitions from "./definitions";

/**
 * What the amount is: the total budget or one party's contribution.
 * @customenum {string}
 */
export enum BASIS {
  /** The union's total budget */
  total = "total",
  /** The state's contribution, half of the total */
  state = "state",
  /** The region's contribution, or the regions' together */
  region = "region",
  /** The municipality's contribution, or the municipalities' together */
  municipal = "municipal",
}

/**
 * How units left over by rounding down are handed out.
 * @customenum {string}
 */
export enum METHOD {
  /** To the largest fractions (Hamilton) */
  largestRemainder = "largestRemainder",
  /** By the odd divisors 1, 3, 5, … (Webster): never takes from anyone when the amount grows */
  sainteLague = "sainteLague",
}

/**
 * Divides a union's budget between the state, the region and the municipalities as the law says: half, a quarter and a quarter.
 * @customfunction SPLIT
 * @param amount The total budget, or the contribution named in basis. One number, or a row or column of years.
 * @param {any[][]} [weights] The municipalities' key: inhabitants, percentages or anything proportional, one per municipality; one column per year where it changes. Omitted: the municipalities together.
 * @param {any[][]} [unit] The step that results are rounded to: 1 for whole tkr in a sheet in tkr. Omitted or 0: no rounding.
 * @param {BASIS} [basis] What amount is: "total" (default), "state", "region" or "municipal".
 * @param {any[][]} [regions] Several regions' key, one per region. Omitted: one region.
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @returns The amount of the state, the region or regions, and the municipality or municipalities, in that order: parties down and years across; the table turned for a column of years.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning
 * @example =FINSAM.SPLIT(8082.8,,1) → {4041;2021;2021}
 * @example =FINSAM.SPLIT(4445.54,,1,"state") → {4446;2223;2222}
 * @example =FINSAM.SPLIT(7348,{133310;11314;7157;13372},1) → {3674;1837;1483;126;79;149}
 * @example =FINSAM.SPLIT(1001,{3;1},1,,{2;1}) → {501;167;83;188;62}
 * @example =FINSAM.SPLIT(1000,,1,,,TRUE) → {500;500}
 */
export function split(
  amount: any[][],
  weights?: any[][],
  unit?: any[][],
  basis?: BASIS,
  regions?: any[][],
  withoutRegion?: any[][],
): any[][] {
  return answer(definitions.SPLIT, [amount, weights, unit, basis, regions, withoutRegion]);
}

/**
 * The union's total budget that one party's contribution gives.
 * @customfunction TOTAL
 * @param contribution One party's contribution: a number, or a range of them.
 * @param basis Whose contribution it is: "state", "region", "municipal", or "total".
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @returns The total budget, one for each contribution.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning
 * @example =FINSAM.TOTAL(3674,"state") → 7348
 * @example =FINSAM.TOTAL({1837,2021},"region") → {7348,8084}
 */
export function total(contribution: any[][], basis: BASIS, withoutRegion?: any[][]): any[][] {
  return answer(definitions.TOTAL, [contribution, basis, withoutRegion]);
}

/**
 * Divides an amount by weights; with a unit the parts add up exactly to the rounded amount.
 * @customfunction ALLOCATE
 * @param amount The amount to divide: one number, or a row or column of years.
 * @param weights The key: one number per recipient; one column per year where it changes.
 * @param {any[][]} [unit] The step that parts are rounded to: 1 for whole tkr in a sheet in tkr. Omitted or 0: no rounding.
 * @param {METHOD} [method] How left-over units are handed out: "largestRemainder" (default) or "sainteLague".
 * @returns The parts, in the order and direction of the weights; recipients down and years across for a row of years, turned for a column.
 * @source The members share as they agree (5 § lagen 2003:1210); the rounding is our reading, the law says nothing of it
 * @example =FINSAM.ALLOCATE(100,{5117;4400;162;161;160},1) → {51;44;2;2;1}
 * @example =FINSAM.ALLOCATE(100,{5117;4400;162;161;160},1,"sainteLague") → {51;43;2;2;2}
 * @example =FINSAM.ALLOCATE(1518,{1397;121}) → {1397;121}
 */
export function allocate(amount: any[][], weights: any[][], unit?: any[][], method?: METHOD): any[][] {
  return answer(definitions.ALLOCATE, [amount, weights, unit, method]);
}

/**
 * Amounts that grow by a yearly rate, at most up to a cap: the plan for the years ahead.
 * @customfunction ESCALATE
 * @param amount The amount before the first year: one number, or a column with one per party. A row gives the turned table.
 * @param rate The yearly increase, such as 10%: one for all, a row with one per year, a column with one per amount, or a table of both.
 * @param {any[][]} [years] How many years, 1 to 200. May be omitted where rate or cap has one per year.
 * @param {any[][]} [cap] The most that a year's value may be, such as the state's maximum: one, a row, a column or a table as for rate. Omitted: no cap.
 * @param {any[][]} [unit] The step that results are rounded to; the growth runs on unrounded values. Omitted or 0: no rounding.
 * @param {any[][]} [includeStart] TRUE puts the amount itself first, as it is.
 * @returns The years across, one row per amount; turned for a row of amounts.
 * @source Planned growth towards the state's maximum, as unions' budgets and decisions state it; no paragraph governs it
 * @example =FINSAM.ESCALATE(3674,10%,5,5551) → {4041.4,4445.54,4890.094,5379.1034,5551}
 * @example =FINSAM.ESCALATE(3674,10%,5,5551,1,TRUE) → {3674,4041,4446,4890,5379,5551}
 * @example =FINSAM.ESCALATE({3674;1837},{0.1,0.05}) → {4041.4,4243.47;2020.7,2121.735}
 */
export function escalate(
  amount: any[][],
  rate: any[][],
  years?: any[][],
  cap?: any[][],
  unit?: any[][],
  includeStart?: any[][],
): any[][] {
  return answer(definitions.ESCALATE, [amount, rate, years, cap, unit, includeStart]);
}

/**
 * How many yearly increases it takes until an amount reaches a cap.
 * @customfunction YEARSTOCAP
 * @param amount The amount today: a number, or a range of them.
 * @param rate The yearly increase, such as 10%: one for all, or one for each amount.
 * @param cap The amount to reach, above 0: one for all, or one for each amount.
 * @returns The number of increases; 0 where the cap is reached already, #N/A where it never is, or not within 1,000 years.
 * @source Planned growth towards the state's maximum, as unions' budgets and decisions state it; no paragraph governs it
 * @example =FINSAM.YEARSTOCAP(3674,10%,5551) → 5
 * @example =FINSAM.YEARSTOCAP({3674;5551},10%,5551) → {5;0}
 */
export function yearsToCap(amount: any[][], rate: any[][], cap: any[][]): any[][] {
  return answer(definitions.YEARSTOCAP, [amount, rate, cap]);
}

/**
 * The yearly rate that takes an amount to a cap in exactly so many years.
 * @customfunction RATETOCAP
 * @param amount The amount today, above 0: a number, or a range of them.
 * @param cap The amount to reach, above 0: one for all, or one for each amount.
 * @param years How many years, 1 to 200: one for all, or one for each amount.
 * @returns The rate, such as 0.086 for 8.6 %; negative where the cap is below the amount.
 * @source Planned growth towards the state's maximum, as unions' budgets and decisions state it; no paragraph governs it
 * @example =FINSAM.RATETOCAP(100,121,2) → 0.1
 * @example =FINSAM.RATETOCAP(3674,5551,5) → 0.08604148541815944
 */
export function rateToCap(amount: any[][], cap: any[][], years: any[][]): any[][] {
  return answer(definitions.RATETOCAP, [amount, cap, years]);
}

/**
 * The state's maximum for each union: a base grant, and the rest of the appropriation by need and population 16–64.
 * @customfunction STATEMAX
 * @param appropriation The state's appropriation for all unions, in the sheet's unit.
 * @param need Each union's public support measure, one per union.
 * @param population Each union's inhabitants aged 16–64, one per union.
 * @param baseGrant The base grant that every union gets, in the same unit as the appropriation.
 * @param {any[][]} [needWeight] How much need counts, 0 to 1; population counts for the rest. Omitted: 75 %. A blank cell can count as 0.
 * @param {any[][]} [unit] The step that maxima are rounded to. A complete table then adds up to the appropriation. Omitted or 0: no rounding.
 * @param {any[][]} [needTotal] The whole country's need, where the table has only some unions; then give all three totals.
 * @param {any[][]} [populationTotal] The whole country's inhabitants aged 16–64, where the table has only some unions.
 * @param {any[][]} [unions] The number of unions in the country, where the table has only some of them.
 * @returns The maxima in the order and direction of need; 0 for a row without need and population, which is no union.
 * @source The state's distribution model, Försäkringskassan memo 2015-01-22; review of the unions in Jönköping county 2020, § 2.5
 * @example =FINSAM.STATEMAX(10000,{60;30;10},{50000;30000;20000},400) → {5460;3040;1500}
 * @example =FINSAM.STATEMAX(339000,1.62,1.61,400,,1,100,100,80) → 5366
 */
export function stateMax(
  appropriation: any[][],
  need: any[][],
  population: any[][],
  baseGrant: any[][],
  needWeight?: any[][],
  unit?: any[][],
  needTotal?: any[][],
  populationTotal?: any[][],
  unions?: any[][],
): any[][] {
  return answer(definitions.STATEMAX, [
    appropriation,
    need,
    population,
    baseGrant,
    needWeight,
    unit,
    needTotal,
    populationTotal,
    unions,
  ]);
}
