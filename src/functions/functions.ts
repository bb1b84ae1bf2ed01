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
 * The parameters of the law and of the state's distribution model.
 * @customenum {string}
 */
export enum NAME {
  /** The state's share of a union's financing */
  stateShare = "stateShare",
  /** The region's or regions' share */
  regionShare = "regionShare",
  /** The municipality's or municipalities' share */
  municipalShare = "municipalShare",
  /** The state's base grant for each union, an amount */
  baseGrant = "baseGrant",
  /** How much need counts in the distribution model */
  needWeight = "needWeight",
  /** How much population 16–64 counts in the distribution model */
  populationWeight = "populationWeight",
  /** The most that a grant may fall from one year to the next */
  maxDecrease = "maxDecrease",
  /** Recommended own capital, as a share of all income */
  ownCapitalRate = "ownCapitalRate",
  /** The turnover up to which that share is recommended, an amount */
  ownCapitalLimit = "ownCapitalLimit",
  /** The state's appropriation for all unions, an amount */
  appropriation = "appropriation",
}

/**
 * What amounts are shown in.
 * @customenum {string}
 */
export enum AMOUNTUNIT {
  /** Kronor */
  kr = "kr",
  /** Thousand kronor */
  tkr = "tkr",
  /** Million kronor */
  mnkr = "mnkr",
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
 * The total budget that each party's offer could carry, as the parties' shares are fixed.
 * @customfunction CEILINGS
 * @param stateOffer What the state offers; a row where there are several years.
 * @param regionOffer What the region offers; several regions down, which are pooled, and years across. Left empty where no region takes part.
 * @param municipalOffers What the municipalities offer: municipalities down and years across.
 * @param {any[][]} [weights] The municipalities' key, one per row of offers. Omitted: their offers are pooled.
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @returns The ceilings in the order of SPLIT: state, region, then each municipality, or the municipalities together; a column per year. #N/A for a municipality with weight 0, which never binds.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning: the shares are fixed and everyone must agree
 * @example =FINSAM.CEILINGS(5486,1821.6,{1397;145.2},{1397;121}) → {10972;7286.4;6072;7286.4}
 * @example =FINSAM.CEILINGS(100,60,{20;20}) → {200;240;160}
 */
export function ceilings(
  stateOffer: any[][],
  regionOffer: any[][],
  municipalOffers: any[][],
  weights?: any[][],
  withoutRegion?: any[][],
): any[][] {
  return answer(definitions.CEILINGS, [stateOffer, regionOffer, municipalOffers, weights, withoutRegion]);
}

/**
 * The largest total budget that every party's offer can carry.
 * @customfunction FEASIBLE
 * @param stateOffer What the state offers; a row where there are several years.
 * @param regionOffer What the region offers; several regions down, which are pooled, and years across. Left empty where no region takes part.
 * @param municipalOffers What the municipalities offer: municipalities down and years across.
 * @param {any[][]} [weights] The municipalities' key, one per row of offers. Omitted: their offers are pooled.
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @param {any[][]} [unit] The step that the budget is rounded down to: 1 for whole tkr in a sheet in tkr. Omitted or 0: no rounding.
 * @returns The lowest of the ceilings; one per year, across.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning: the shares are fixed and everyone must agree
 * @example =FINSAM.FEASIBLE(5486,1821.6,{1397;145.2},{1397;121}) → 6072
 * @example =FINSAM.FEASIBLE(5486,1821.6,1677.5,,,1) → 6710
 */
export function feasible(
  stateOffer: any[][],
  regionOffer: any[][],
  municipalOffers: any[][],
  weights?: any[][],
  withoutRegion?: any[][],
  unit?: any[][],
): any[][] {
  return answer(definitions.FEASIBLE, [stateOffer, regionOffer, municipalOffers, weights, withoutRegion, unit]);
}

/**
 * Who binds: the row, in the order of SPLIT, of the party whose offer carries the smallest budget.
 * @customfunction BINDING
 * @param stateOffer What the state offers; a row where there are several years.
 * @param regionOffer What the region offers; several regions down, which are pooled, and years across. Left empty where no region takes part.
 * @param municipalOffers What the municipalities offer: municipalities down and years across.
 * @param {any[][]} [weights] The municipalities' key, one per row of offers. Omitted: their offers are pooled.
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @returns 1 for the state, 2 for the region, 3 for the first municipality and so on, the first on a tie; one per year, across. Without a region the municipalities start at 2.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning: the shares are fixed and everyone must agree
 * @example =FINSAM.BINDING(5486,1821.6,{1397;145.2},{1397;121}) → 3
 * @example =FINSAM.BINDING({100,40},{30,30},{20,30}) → {3,1}
 */
export function binding(
  stateOffer: any[][],
  regionOffer: any[][],
  municipalOffers: any[][],
  weights?: any[][],
  withoutRegion?: any[][],
): any[][] {
  return answer(definitions.BINDING, [stateOffer, regionOffer, municipalOffers, weights, withoutRegion]);
}

/**
 * How far the parties' contributions are from the law's shares of their sum.
 * @customfunction CHECK
 * @param state The state's contribution; a row where there are several years.
 * @param region The region's contribution; several regions down, which are summed, and years across. Left empty where no region takes part.
 * @param municipal The municipalities' contributions: municipalities down, which are summed, and years across.
 * @param {any[][]} [tolerance] A deviation of at most this much is shown as 0; a budget in whole units follows the law within 1. Omitted: 0.
 * @param {any[][]} [withoutRegion] TRUE where no region takes part and the municipality pays half.
 * @returns The deviations of the state, the region and the municipalities, down; a column per year. Above 0 is too much.
 * @source 5 and 5 a §§ lagen (2003:1210) om finansiell samordning
 * @example =FINSAM.CHECK(3674,1837,1840) → {-1.5;-0.75;2.25}
 * @example =FINSAM.CHECK(5551,2776,2775,1) → {0;0;0}
 */
export function check(
  state: any[][],
  region: any[][],
  municipal: any[][],
  tolerance?: any[][],
  withoutRegion?: any[][],
): any[][] {
  return answer(definitions.CHECK, [state, region, municipal, tolerance, withoutRegion]);
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
 * @returns The rate, such as 0.086 for 8.6%; negative where the cap is below the amount.
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
 * @param {any[][]} [needWeight] How much need counts, 0 to 1; population counts for the rest. Omitted: 75%. A blank cell can count as 0.
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

/**
 * What each union gets of the state's appropriation: its request up to its maximum, floors kept, and what others leave.
 * @customfunction STATEGRANT
 * @param maximum Each union's maximum, one per union.
 * @param requested What each union asks for, one per union.
 * @param previous Each union's grant last year, one per union.
 * @param appropriation The state's appropriation for these unions, in the same unit.
 * @param {any[][]} [maxDecrease] The most that a grant may fall, 0 to 1: one for all, or one per union (100% for a union without a floor). Omitted: 10%. A blank cell can count as 0.
 * @param {any[][]} [reduction] What a union's grant is reduced by for too much own capital, one per union. Such a union has no floor. Omitted: 0.
 * @param {any[][]} [unit] The step that grants are rounded to, together: 1 for whole tkr in a sheet in tkr. Omitted or 0: no rounding.
 * @returns The grants in the order and direction of maximum; together at most the appropriation.
 * @source The state's distribution model, Försäkringskassan memo 2015-01-22; review of the unions in Jönköping county 2020, §§ 2.5 and 8.2. How reductions and left-over money are spread is our reading: in proportion, floors kept
 * @example =FINSAM.STATEGRANT({5000;3000;2000},{5000;3000;2000},{3000;3000;2500},9000) → {4300;2700;2000}
 * @example =FINSAM.STATEGRANT({5000;3000;2000},{2500;4000;3000},{2500;3000;2000},10000) → {2500;4000;3000}
 */
export function stateGrant(
  maximum: any[][],
  requested: any[][],
  previous: any[][],
  appropriation: any[][],
  maxDecrease?: any[][],
  reduction?: any[][],
  unit?: any[][],
): any[][] {
  return answer(definitions.STATEGRANT, [maximum, requested, previous, appropriation, maxDecrease, reduction, unit]);
}

/**
 * The state's maximum when unions merge: the sum less one base grant for each union but one. STATEMAX with fewer unions gives the full effect, as the freed base grants return to the national pot.
 * @customfunction MERGE
 * @param grants The unions' maxima or grants; 0 is not counted as a union.
 * @param baseGrant The base grant that every union gets, in the same unit.
 * @returns The merged union's maximum: one number.
 * @source The state's distribution model, Försäkringskassan memo 2015-01-22: one base grant per union; review of the unions in Jönköping county 2020, § 8.2
 * @example =FINSAM.MERGE({5486;4006;2570},400) → 11262
 * @example =FINSAM.MERGE({400;400;400},400) → 400
 */
export function merge(grants: any[][], baseGrant: any[][]): any[][] {
  return answer(definitions.MERGE, [grants, baseGrant]);
}

/**
 * Recommended own capital for an income, by steps that you give.
 * @customfunction EQUITYLIMIT
 * @param income All income of the year: a number, or a range of them.
 * @param steps Two columns: income above which a rate applies (the first 0, ascending) and the rate. A rate of 0 or blank is unknown.
 * @param {any[][]} [marginal] TRUE: slice by slice. Omitted or FALSE: the whole income at the rate of its step.
 * @returns The recommended own capital, one for each income; #N/A where the step's rate is unknown. An income exactly on a limit belongs to the step below.
 * @source Nationella rådet 2013-10-02: 20% up to a turnover of 7 mnkr; the further steps are in no source we have
 * @example =FINSAM.EQUITYLIMIT(6423,{0,0.2;7000,0}) → 1284.6
 * @example =FINSAM.EQUITYLIMIT(7018,{0,0.2;7000,0.15},TRUE) → 1402.7
 */
export function equityLimit(income: any[][], steps: any[][], marginal?: any[][]): any[][] {
  return answer(definitions.EQUITYLIMIT, [income, steps, marginal]);
}

/**
 * A number of the law or of the state's distribution model, as it was in a year.
 * @customfunction PARAM
 * @param name Which one, such as "baseGrant" or "stateShare".
 * @param year The year, or a date in it: one, or a range of them.
 * @param {AMOUNTUNIT} [unit] What an amount is shown in: "kr" (default), "tkr" or "mnkr".
 * @returns The value, one for each year; #N/A, with the years that are known, where no source covers the year.
 * @source SOURCE with the same name and year says where the value is read
 * @example =FINSAM.PARAM("baseGrant",2021,"tkr") → 400
 * @example =FINSAM.PARAM("stateShare",2021) → 0.5
 */
export function param(name: NAME, year: any[][], unit?: AMOUNTUNIT): any[][] {
  return answer(definitions.PARAM, [name, year, unit]);
}

/**
 * Where a number of the law or of the state's distribution model is read: paragraph, document and date.
 * @customfunction SOURCE
 * @param name Which one, such as "baseGrant" or "stateShare".
 * @param year The year, or a date in it: one, or a range of them.
 * @returns The citation, one for each year; #N/A, with the years that are known, where no source covers the year.
 * @source The documents it names
 * @example =FINSAM.SOURCE("stateShare",2021) → "5 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser, läst 2025-09-01"
 */
export function source(name: NAME, year: any[][]): any[][] {
  return answer(definitions.SOURCE, [name, year]);
}
