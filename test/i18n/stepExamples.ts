/*
 * Steps of every kind, each as a function reports it of a question that anyone can reckon.
 */
import { allocate } from "../../src/core/allocate";
import { check } from "../../src/core/check";
import { equityLimit } from "../../src/core/equityLimit";
import { escalate } from "../../src/core/escalate";
import { merge } from "../../src/core/merge";
import { binding, ceilings, feasible } from "../../src/core/offers";
import { param, source } from "../../src/core/param";
import { split } from "../../src/core/split";
import { stateGrant } from "../../src/core/stateGrant";
import { stateMax } from "../../src/core/stateMax";
import { rateToCap, yearsToCap } from "../../src/core/toCap";
import { leadsTo, type Step, type StepCode, type Trace } from "../../src/core/trace";
import { down } from "../core/requests";

export const names = {
  municipal: ["Jönköping", "Habo", "Mullsjö", "Vaggeryd"],
  unions: ["Norra", "Mellersta", "Södra"],
};

const key = down([133_310, 11_314, 7_157, 13_372]);
const shared = down([1397, 121]);
const offers = { stateOffer: [[5486]], regionOffer: [[1821.6]], municipalOffers: down([1397, 145.2]), weights: shared };
const short = {
  maximum: down([5000, 3000, 2000]),
  requested: down([5000, 3000, 2000]),
  previous: down([3000, 3000, 2500]),
};
const left = { maximum: down([3000, 1000, 700]), requested: down([9000, 9000, 700]), previous: down([0, 0, 0]) };
const many = down([52, ...Array<number>(24).fill(2)]);
const steps = [
  [0, 0.2],
  [7000, 0.15],
];

/** The last step of a kind that leads to a line of a result; without a line, what is said to all. */
function last(code: StepCode, run: (trace: Trace) => unknown, line?: number): Step {
  const found: Step[] = [];
  run((step) => found.push(step));
  return found.filter((step) => step.code === code && leadsTo(step, line)).at(-1)!;
}

const asked: Record<string, [StepCode, (trace: Trace) => unknown, number?]> = {
  "a budget from the state's contribution": ["budget", (t) => split({ amount: [[3674]], basis: "state" }, t), 0],
  "a budget as it is": ["budget", (t) => split({ amount: [[7348]] }, t), 0],
  "a half, rounded": ["rounded", (t) => allocate({ amount: [[2.5]], weights: key, unit: 1 }, t), 0],
  "hundreds, rounded": ["rounded", (t) => allocate({ amount: [[18_370]], weights: key, unit: 100 }, t), 0],
  "nothing to round": ["rounded", (t) => allocate({ amount: [[100]], weights: key, unit: 1 }, t), 0],
  "a party's exact share": ["parts", (t) => split({ amount: [[7348]] }, t), 1],
  "a municipality's exact share": ["parts", (t) => split({ amount: [[7348]], weights: key }, t), 3],
  "a municipality that gets one of the units left": [
    "apportioned",
    (t) => split({ amount: [[7348]], weights: key, unit: 1 }, t),
    3,
  ],
  "one that gets none": ["apportioned", (t) => split({ amount: [[7348]], weights: key, unit: 1 }, t), 4],
  "a party beside the one that is given": [
    "apportioned",
    (t) => split({ amount: [[4445.54]], unit: 1, basis: "state" }, t),
    2,
  ],
  "a tie between parties": ["apportioned", (t) => split({ amount: [[1001]], unit: 1, withoutRegion: true }, t), 1],
  "a negative amount, for all": [
    "apportioned",
    (t) => allocate({ amount: [[-10]], weights: down([1, 1, 1]), unit: 1 }, t),
  ],
  "parts that come out even": [
    "apportioned",
    (t) => allocate({ amount: [[10]], weights: down([1, 1]), unit: 1 }, t),
    0,
  ],
  "more units left than can be named": [
    "apportioned",
    (t) => allocate({ amount: [[70]], weights: down([9, 8, 7, 6, 5, 4, 3, 2, 1].map((x) => x + 20)), unit: 10 }, t),
    1,
  ],
  "a part by odd divisors": [
    "divided",
    (t) => allocate({ amount: [[100]], weights: down([5117, 4400, 162, 161, 160]), unit: 1, method: "sainteLague" }, t),
    1,
  ],
  "parts by odd divisors that need no moving": [
    "divided",
    (t) => allocate({ amount: [[4]], weights: down([3, 1]), unit: 1, method: "sainteLague" }, t),
  ],
  "an offer's ceiling": ["ceilings", (t) => ceilings(offers, t), 3],
  "no ceiling": ["ceilings", (t) => ceilings({ ...offers, weights: down([1, 0]) }, t), 3],
  "the lowest ceiling": ["lowest", (t) => feasible(offers, t), 0],
  "who has it, of several": [
    "lowest",
    (t) => binding({ stateOffer: [[100]], regionOffer: [[50]], municipalOffers: [[60]] }, t),
    0,
  ],
  "a ceiling rounded down": ["roundedDown", (t) => feasible({ ...offers, regionOffer: [[1510.13]], unit: 1 }, t), 0],
  "a budget of which rounding asks too much": [
    "askedTooMuch",
    (t) =>
      feasible(
        {
          stateOffer: [[1000]],
          regionOffer: [[1000]],
          // The quarter of 7 is rounded to 2; 52 % of it are 1.04, and the others have less of a fraction.
          municipalOffers: many.map(([weight]) => [(weight! * 1.75) / 100]),
          weights: many,
          unit: 1,
        },
        t,
      ),
    0,
  ],
  contributions: ["contributions", (t) => check({ state: [[3674]], region: [[1837]], municipal: [[1840]] }, t), 0],
  "too little": ["deviation", (t) => check({ state: [[3674]], region: [[1837]], municipal: [[1840]] }, t), 0],
  "within the tolerance": [
    "deviation",
    (t) => check({ state: [[5551]], region: [[2776]], municipal: [[2775]], tolerance: 1 }, t),
    2,
  ],
  "beyond the tolerance": [
    "deviation",
    (t) => check({ state: [[3674]], region: [[1837]], municipal: [[1840]], tolerance: 1 }, t),
    2,
  ],
  "what grows": ["start", (t) => escalate({ amount: [[3674]], rate: [[0.1]], years: 1 }, t), 0],
  "a year below the cap": [
    "grown",
    (t) => escalate({ amount: [[3674]], rate: [[0.1]], years: 1, cap: [[5551]] }, t),
    0,
  ],
  "a year at the cap": ["grown", (t) => escalate({ amount: [[3674]], rate: [[0.1]], years: 5, cap: [[5551]] }, t), 0],
  "a year of less": ["grown", (t) => escalate({ amount: [[3674]], rate: [[-0.1]], years: 1 }, t), 0],
  "years to the cap": ["yearsToCap", (t) => yearsToCap({ amount: [[3674]], rate: [[0.1]], cap: [[5551]] }, t), 0],
  "a cap that is reached": ["yearsToCap", (t) => yearsToCap({ amount: [[5551]], rate: [[0.1]], cap: [[5551]] }, t), 0],
  "the rate to the cap": ["rateToCap", (t) => rateToCap({ amount: [[3674]], cap: [[5551]], years: [[5]] }, t), 0],
  "base grants": ["baseGrants", (t) => stateMax({ ...distribution, unit: 1 }, t), 0],
  "need and population": ["pots", (t) => stateMax(distribution, t), 0],
  "a maximum": ["maxima", (t) => stateMax(distribution, t), 1],
  "a row that is no union": [
    "maxima",
    (t) => stateMax({ ...distribution, need: down([60, 0]), population: down([1, 0]) }, t),
    1,
  ],
  "an entitlement with a reduction": [
    "entitlements",
    (t) => stateGrant({ ...short, reduction: down([0, 500, 0]), appropriation: 9000 }, t),
    1,
  ],
  "an entitlement": ["entitlements", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 1],
  "a floor at the request": ["floors", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 2],
  "no floor": ["floors", (t) => stateGrant({ ...short, reduction: down([0, 500, 0]), appropriation: 9000 }, t), 1],
  "the higher of the two": ["wished", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 0],
  "too little money": ["balance", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 0],
  "money left": ["balance", (t) => stateGrant({ ...left, appropriation: 8000 }, t), 0],
  "a union at its floor": ["scaled", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 2],
  "a union above its floor": ["scaled", (t) => stateGrant({ ...short, appropriation: 9000 }, t), 0],
  "floors that are too much": ["floorsScaled", (t) => stateGrant({ ...short, appropriation: 3700 }, t), 0],
  "left-over money, where one needs little": [
    "handedOut",
    (t) => stateGrant({ ...left, requested: down([3100, 9000, 900]), appropriation: 8000 }, t),
    2,
  ],
  "left-over money": ["handedOut", (t) => stateGrant({ ...left, appropriation: 8000 }, t), 1],
  "left-over money that is enough": ["handedOut", (t) => stateGrant({ ...left, appropriation: 20_000 }, t), 1],
  "whole units of grants": ["grantUnits", (t) => stateGrant({ ...left, appropriation: 8001, unit: 1 }, t), 0],
  "a merger": ["merged", (t) => merge({ grants: down([5486, 4006, 2570]), baseGrant: 400 }, t), 0],
  "the whole income": ["wholeIncome", (t) => equityLimit({ income: [[6423]], steps }, t), 0],
  "slice by slice": ["slices", (t) => equityLimit({ income: [[7018]], steps, marginal: true }, t), 0],
  "a parameter in tkr": ["parameter", (t) => param({ name: "baseGrant", year: [[2021]], unit: "tkr" }, t), 0],
  "a share": ["parameter", (t) => param({ name: "maxDecrease", year: [[2016]] }, t), 0],
  "a source": ["cited", (t) => source({ name: "appropriation", year: [[2006]] }, t), 0],
};

const distribution = {
  appropriation: 10_000,
  need: down([60, 30, 10]),
  population: down([50_000, 30_000, 20_000]),
  baseGrant: 400,
};

export function examples(): [name: string, step: Step, line: number | undefined][] {
  return Object.entries(asked).map(([name, [code, run, line]]) => [name, last(code, run, line), line]);
}
