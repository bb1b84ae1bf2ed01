/*
 * What each step of a function says, in English: a heading, and sentences with its numbers, so that whoever reads
 * them can reckon it again on paper. No unit is named, as the numbers are in the sheet's own.
 */
import { amountUnitWords } from "../choices";
import type { Sentences } from "./sentences";
import { capital, lineOf, movedTexts, mostNamed, type Line, type Teller } from "./teller";
import { parameterTitles } from "./words";

const shareWords: ReadonlyMap<number, string> = new Map([
  [1 / 2, "half"],
  [1 / 4, "quarter"],
]);

const owners = { state: "The state's", region: "The region's", municipal: "The municipalities'" } as const;
const given = {
  total: "The budget",
  state: "The state's contribution",
  region: "The region's contribution",
  municipal: "The municipalities' contribution",
};
const roundedThings = { ...given, amount: "The amount", growth: "The year's amount", maximum: "The maximum" };

/** "a whole number", "a multiple of 100". */
function evenly(unit: number, t: Teller): string {
  return unit === 1 ? "a whole number" : `a multiple of ${t.n(unit)}`;
}

/** "3 are left", "3 steps of 100 are left". */
function remaining(count: number, unit: number, t: Teller): string {
  const left = count === 1 ? "is left" : "are left";
  if (unit === 1) return `${t.n(count)} ${left}`;
  return `${t.n(count)} ${count === 1 ? "step" : "steps"} of ${t.n(unit)} ${left}`;
}

const ofParty = (party: "state" | "region" | "municipal") => (whole: number, share: number | undefined, t: Teller) =>
  `${owners[party]} ${shareWords.get(share ?? 0) ?? "part"}, ${t.n(whole)}, is divided by the key.`;

/** What is shared, and by what. */
const sharedBy = {
  parties: (whole: number, _: number | undefined, t: Teller) =>
    `The budget, ${t.n(whole)}, is divided by the shares of the law.`,
  state: ofParty("state"),
  region: ofParty("region"),
  municipal: ofParty("municipal"),
  recipients: (whole: number, _: number | undefined, t: Teller) =>
    `The amount, ${t.n(whole)}, is divided by the weights.`,
  unions: (whole: number, _: number | undefined, t: Teller) =>
    `The maxima shall together be the appropriation rounded down, ${t.n(whole)}.`,
};

const sharingHeadings = {
  parties: "The parties' shares",
  state: "The state's part",
  region: "The regions' parts",
  municipal: "The municipalities' parts",
  recipients: "The parts",
  unions: "Whole numbers that add up",
} as const;

export const english: Sentences = {
  budget: ({ basis, got, share, result }, t) => ({
    heading: "The budget",
    text:
      basis === "total"
        ? [`The amount ${t.n(got)} is the union's whole budget.`]
        : [
            `The amount ${t.n(got)} is ${given[basis].replace("The", "the")}, by law ${t.p(share)} of the budget.`,
            `The budget is ${t.n(got)} / ${t.p(share)} = ${t.n(result)}.`,
          ],
  }),

  rounded: ({ of, got, unit, result }, t) => ({
    heading: "Rounding",
    text:
      got === result
        ? [`${roundedThings[of]}, ${t.n(got)}, is already ${evenly(unit, t)}.`]
        : [
            `${roundedThings[of]}, ${t.n(got)}, is rounded to ${evenly(unit, t)}: ${t.n(result)}.`,
            ...(Math.abs(Math.abs(got - result) - unit / 2) < unit * 1e-9 ? ["A half goes away from zero."] : []),
          ],
  }),

  parts: (step, t) => {
    const { among, share, whole, rows, sum, result } = step;
    const own = t.row === undefined ? undefined : { ...rows[t.row]!, part: result[t.row]! };
    const text = [sharedBy[among](whole, share, t)];
    if (among === "parties") {
      if (own) text.push(`${owners[own.party!]} part is ${t.n(whole)} × ${t.p(own.weight)} = ${t.n(own.part)}.`);
    } else if (own) {
      const part = `${t.n(whole)} × ${t.n(own.weight)} / ${t.n(sum)} = ${t.n(own.part)}`;
      text.push(`${capital(t.who(t.row!))} has ${t.n(own.weight)} of ${t.n(sum)}, so its part is ${part}.`);
    }
    return { heading: sharingHeadings[among], text };
  },

  apportioned: (step, t) => {
    const { among, share: ofBudget, whole, sum, given: fixed, rows, left, result } = step;
    const line = lineOf(step);
    const text: string[] = [];
    if (fixed) {
      const others = t.list(rows.map((row) => t.party(row.party!)));
      const rest = `${t.n(fixed.total)} − ${t.n(fixed.amount)} = ${t.n(whole)}`;
      text.push(`${given[fixed.party]} is given, ${t.n(fixed.amount)}.`);
      text.push(
        rows.length === 1
          ? `The rest, ${rest}, is ${owners[rows[0]!.party!].replace("The", "the")}.`
          : `The rest, ${rest}, is divided between ${others} in proportion to their shares.`,
      );
    } else text.push(sharedBy[among](whole, ofBudget, t));
    if (whole < 0) text.push("A negative amount is divided as if it were positive.");
    if (t.row !== undefined) {
      const { weight, share, down } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const isByWeight = among !== "parties" && weight !== undefined;
      const start = isByWeight ? `${who} has ${t.n(weight)} of ${t.n(sum!)}, which is` : `${who}:`;
      if (left === 0) text.push(`${start} ${t.n(share)}.`);
      else {
        const exactly = `${isByWeight ? "" : "exactly "}${t.fixed(share, line.decimals)}`;
        text.push(`${start} ${exactly}; rounded down ${t.n(down)}.`);
      }
    }
    if (rows.length > 1) text.push(...handedOut(step, line, t));
    if (t.row !== undefined && left > 0) {
      const who = capital(t.who(t.row));
      const isPlural = rows[t.row]!.party === "municipal";
      const [gets, has] = isPlural ? ["get", "have"] : ["gets", "has"];
      const got = rows[t.row]!.extra > 0 ? `${gets} one more:` : `${gets} no more and ${has}`;
      text.push(`${who} ${got} ${t.n(result[t.row]!)}.`);
    }
    return { heading: sharingHeadings[among], text };
  },

  divided: (step, t) => {
    const { among, whole, unit, sum, rows, last, next, result } = step;
    const sign = whole < 0 ? -1 : 1;
    const nearestSum = rows.reduce((total, row) => total + row.nearest, 0);
    const over = Math.round((sign * (nearestSum - whole)) / unit);
    const odd = (row: number, more: number) => {
      const divisor = Math.round((2 * sign * result[row]!) / unit) + more;
      return `${t.n(rows[row]!.weight)} / ${t.n(divisor)} = ${t.n(more < 0 ? rows[row]!.last! : rows[row]!.next)}`;
    };
    const text = [sharedBy[among](whole, undefined, t)];
    if (whole < 0) text.push("A negative amount is divided as if it were positive.");
    if (t.row !== undefined) {
      const { weight, share, nearest } = rows[t.row]!;
      const who = capital(t.who(t.row));
      text.push(`${who} has ${t.n(weight)} of ${t.n(sum)}, which is ${t.n(share)}, nearest ${t.n(nearest)}.`);
    }
    if (over === 0) text.push("Rounded to the nearest, the parts add up.");
    else {
      const who = movedTexts(step, over, t);
      text.push(
        over > 0
          ? `Rounded to the nearest, the parts are ${t.n(over)} too much together; whoever has the lowest quotient gives one back: ${who}.`
          : `Rounded to the nearest, the parts are ${t.n(-over)} too little together; whoever has the highest quotient gets one: ${who}.`,
      );
    }
    if (last >= 0) text.push(`The last one went to ${t.who(last)}, with the quotient ${odd(last, -1)}.`);
    text.push(`Next in line is ${t.who(next)}, with the quotient ${odd(next, 1)}.`);
    if (t.row !== undefined) text.push(`${capital(t.who(t.row))} gets ${t.n(result[t.row]!)}.`);
    return { heading: "Odd divisors (Sainte-Laguë)", text };
  },

  ceilings: ({ rows, sum, result }, t) => {
    const text = ["The shares are fixed, so an offer is enough for the budget that it is its share of."];
    if (t.row !== undefined) {
      const { party, weight, offer, partyShare, share } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const ceiling = result[t.row]!;
      const own = weight === undefined ? t.p(share) : `${t.p(partyShare)} × ${t.n(weight)} / ${t.n(sum!)}`;
      const verb = party === "municipal" && weight === undefined ? ["offer", "are"] : ["offers", "is"];
      text.push(`${who} ${verb[0]} ${t.n(offer)} and ${verb[1]} to pay ${own} of the budget.`);
      text.push(
        typeof ceiling === "number"
          ? `The ceiling is ${t.n(offer)} / ${weight === undefined ? own : `(${own})`} = ${t.n(ceiling)}.`
          : "One who pays nothing of the budget sets no ceiling.",
      );
    }
    return { heading: "What each offer is enough for", text };
  },

  lowest: ({ asked, ceiling, whose, result }, t) => ({
    heading: "The lowest ceiling",
    text: [
      whose.length > 1
        ? `The lowest ceiling is ${t.n(ceiling)}, and ${t.list(whose.map(t.backer))} share it.`
        : `The lowest ceiling is that of ${t.backer(whose[0]!)}: ${t.n(ceiling)}.`,
      asked === "budget"
        ? "Everyone must take part, so it is the largest budget that all can back."
        : `${whose.length > 1 ? "The first of them counts; it" : "It"} is row ${t.n(result)} in the order of FINSAM.SPLIT.`,
    ],
  }),

  roundedDown: ({ got, unit, mended, result }, t) => ({
    heading: "Rounding down",
    text: [
      got === result
        ? `The ceiling, ${t.n(got)}, is already ${evenly(unit, t)}.`
        : `The ceiling, ${t.n(got)}, is rounded down to ${evenly(unit, t)}: ${t.n(result)}.`,
      ...(mended ? ["Twelve digits count, so that noise in the last decimal does not cost a whole unit."] : []),
    ],
  }),

  askedTooMuch: ({ total, whose, asked, offer, unit, result }, t) => ({
    heading: "A lower budget",
    text: [
      `Of a budget of ${t.n(total)}, rounding would ask ${t.backer(whose)} for ${t.n(asked)}, at least ${t.n(unit)} more than the offer of ${t.n(offer)}.`,
      `So the next lower is tried: ${t.n(result)}.`,
    ],
  }),

  contributions: ({ rows, result }, t) => ({
    heading: "The contributions",
    text: [
      `${capital(t.list(rows.map(({ party, paid }) => `${t.party(party)} ${t.n(paid)}`)))} are together ${t.n(result)}.`,
    ],
  }),

  deviation: ({ party, paid, total, share, due, deviation, tolerance, result }, t) => {
    const off = Math.abs(deviation);
    const verdict =
      deviation === 0 ? "just what the law says." : `${t.n(off)} too ${deviation > 0 ? "much" : "little"}.`;
    return {
      heading: `The deviation of ${t.party(party)}`,
      text: [
        `${owners[party]} part is ${t.p(share)} of ${t.n(total)} = ${t.n(due)}.`,
        `What is paid is ${t.n(paid)}, ${verdict}`,
        ...(tolerance > 0 && off > 0
          ? [
              result === 0
                ? `That is within the tolerance of ${t.n(tolerance)} and counts as 0.`
                : `That is more than the tolerance of ${t.n(tolerance)}.`,
            ]
          : []),
      ],
    };
  },

  start: ({ result }, t) => ({
    heading: "To begin with",
    text: [`The amount before the first year is ${t.n(result)}.`],
  }),

  grown: ({ year, from, rate, grown, cap, isCapped, result }, t) => {
    const text = [`${t.n(from)} ${rate < 0 ? "−" : "+"} ${t.p(Math.abs(rate))} = ${t.n(grown)}.`];
    if (cap !== undefined) {
      if (!isCapped) text.push(`That is below the cap of ${t.n(cap)}.`);
      else if (grown > cap) text.push(`That is above the cap, so the amount is the cap: ${t.n(result)}.`);
      else text.push(`That is the cap, ${t.n(result)}.`);
    }
    return { heading: capital(t.year(year)), text };
  },

  yearsToCap: ({ amount, rate, cap, before, reached, result }, t) => ({
    heading: "Until the cap is reached",
    text:
      before === undefined
        ? [`${t.n(amount)} has reached the cap of ${t.n(cap)} already: 0 increases.`]
        : [
            `After ${t.n(result - 1)} ${result - 1 === 1 ? "increase" : "increases"} of ${t.p(rate)}, ${t.n(amount)} has become ${t.n(before)}, below the cap of ${t.n(cap)}.`,
            `After ${t.n(result)} it is ${t.n(reached)}, and the cap is reached: ${t.n(amount)} × (1 + ${t.p(rate)})^${t.n(result)}.`,
          ],
  }),

  rateToCap: ({ amount, cap, years, result }, t) => ({
    heading: "The increase a year",
    text: [
      `From ${t.n(amount)} to ${t.n(cap)} in ${t.n(years)} ${years === 1 ? "year" : "years"}: (${t.n(cap)} / ${t.n(amount)})^(1/${t.n(years)}) − 1 = ${t.p(result)}.`,
    ],
  }),

  baseGrants: ({ appropriation, unions, baseGrant, result }, t) => ({
    heading: "Base grants",
    text: [
      `${t.n(unions)} ${unions === 1 ? "union gets" : "unions get"} ${t.n(baseGrant)} each of the appropriation of ${t.n(appropriation)}.`,
      `Left to distribute: ${t.n(appropriation)} − ${t.n(unions)} × ${t.n(baseGrant)} = ${t.n(result)}.`,
    ],
  }),

  pots: ({ rest, needWeight, need, population, needTotal, populationTotal, isComplete }, t) => ({
    heading: "Need and population",
    text: [
      `Of ${t.n(rest)}, ${t.p(needWeight)} goes by need, ${t.n(need)}, and the rest by population aged 16–64, ${t.n(population)}.`,
      `${isComplete ? "The table's" : "The country's"} need is ${t.n(needTotal)} and its population ${t.n(populationTotal)}.`,
    ],
  }),

  maxima: ({ baseGrant, rows, need, needTotal, population, populationTotal, result }, t) => {
    const text: string[] = [];
    const own = t.row === undefined ? undefined : rows[t.row]!;
    if (!own) text.push("Each union's maximum is the base grant, a part by need and a part by population.");
    else if (!own.isUnion) text.push("The row has neither need nor population and is not counted as a union: 0.");
    else {
      const part = (pot: number, value: number, total: number, is: number) =>
        pot === 0 ? "0" : `${t.n(pot)} × ${t.n(value)} / ${t.n(total)} = ${t.n(is)}`;
      text.push(`By need: ${part(need, own.need, needTotal, own.needPart)}.`);
      text.push(`By population: ${part(population, own.population, populationTotal, own.populationPart)}.`);
      const parts = `${t.n(baseGrant)} + ${t.n(own.needPart)} + ${t.n(own.populationPart)}`;
      text.push(`The maximum of ${t.who(t.row!)}: ${parts} = ${t.n(result[t.row!]!)}.`);
    }
    return { heading: "Maximum", text };
  },

  entitlements: ({ rows, result }, t) => {
    const text = [
      "A union is entitled to the lower of its request and its maximum, less a reduction for too much own capital.",
    ];
    if (t.row !== undefined) {
      const { requested, maximum, reduction } = rows[t.row]!;
      const lower = Math.min(requested, maximum);
      text.push(`${capital(t.who(t.row))} has requested ${t.n(requested)} and has the maximum ${t.n(maximum)}.`);
      if (reduction === 0) text.push(`The lower is ${t.n(lower)}.`);
      else if (reduction < lower) {
        text.push(`The lower less the reduction: ${t.n(lower)} − ${t.n(reduction)} = ${t.n(result[t.row]!)}.`);
      } else text.push(`The reduction of ${t.n(reduction)} takes all of it: 0.`);
    }
    return { heading: "Entitlement", text };
  },

  floors: ({ rows, result }, t) => {
    const text: string[] = [];
    const own = t.row === undefined ? undefined : rows[t.row]!;
    if (!own) text.push("A grant may fall only so much from one year to the next, which makes a floor.");
    else if (own.isReduced) text.push("A union with a reduction for too much own capital has no floor.");
    else {
      const { previous, maxDecrease, kept, requested } = own;
      text.push(
        `The grant to ${t.who(t.row!)} was ${t.n(previous)} last year and may fall by ${t.p(maxDecrease)} at most: to ${t.n(kept)}.`,
      );
      text.push(
        kept > requested
          ? `But nobody gets more than the request, so the floor is ${t.n(requested)}.`
          : `That is the floor, ${t.n(result[t.row!]!)}.`,
      );
    }
    return { heading: "Floor", text };
  },

  wished: ({ rows, result }, t) => {
    const text: string[] = [];
    if (t.row === undefined) text.push("Each union is to have the higher of its entitlement and its floor.");
    else {
      const { entitlement, floor } = rows[t.row]!;
      const which = floor > entitlement ? ": the floor holds." : ".";
      text.push(`The higher of ${t.n(entitlement)} and the floor ${t.n(floor)} is ${t.n(result[t.row]!)}${which}`);
    }
    return { heading: "Entitlement or floor", text };
  },

  balance: ({ appropriation, wished, result }, t) => ({
    heading: "Is there enough money?",
    text: [
      `Together that is ${t.n(wished)}, and the appropriation is ${t.n(appropriation)}.`,
      result === 0 ? "It is just enough." : result < 0 ? `${t.n(-result)} is missing.` : `${t.n(result)} is left.`,
    ],
  }),

  scaled: ({ available, entitled, factor, rows, result }, t) => {
    const atFloor = rows.flatMap(({ isAtFloor, floor }, row) => (isAtFloor && floor > 0 ? [row] : []));
    const text = [
      `Those above their floors are entitled to ${t.n(entitled)} together, and there is ${t.n(available)} for them.`,
      `All entitlements are scaled by one factor, ${t.n(available)} / ${t.n(entitled)} = ${t.n(factor)}, but nobody below the floor.`,
      atFloor.length === 0 ? "Nobody stays at the floor." : onFloor(atFloor, t),
    ];
    if (t.row !== undefined) {
      const { entitlement, scaled, floor, isAtFloor } = rows[t.row]!;
      const product = `${t.n(entitlement)} × ${t.n(available)} / ${t.n(entitled)} = ${t.n(scaled)}`;
      const who = capital(t.who(t.row));
      text.push(
        isAtFloor && floor > 0
          ? `${who}: ${product} is not above the floor of ${t.n(floor)}, so the grant is the floor, ${t.n(result[t.row]!)}.`
          : `${who}: ${product}${floor > 0 ? `, above the floor of ${t.n(floor)}` : ""}.`,
      );
    }
    return { heading: "Scaling down", text };
  },

  floorsScaled: ({ appropriation, floors, factor, rows, result }, t) => ({
    heading: "Not enough for the floors",
    text: [
      `The floors alone, ${t.n(floors)} together, take the whole appropriation of ${t.n(appropriation)}.`,
      `They are scaled by one factor: ${t.n(appropriation)} / ${t.n(floors)} = ${t.n(factor)}.`,
      ...(t.row === undefined
        ? []
        : [
            `${capital(t.who(t.row))}: ${t.n(rows[t.row]!.floor)} × ${t.n(appropriation)} / ${t.n(floors)} = ${t.n(result[t.row]!)}.`,
          ]),
    ],
  }),

  handedOut: ({ left, shared, rows, result }, t) => {
    const text =
      shared === undefined
        ? [`${t.n(left)} is left, which is enough for all that was requested beyond that.`]
        : [
            `${t.n(left)} is left and goes to those who requested more, in proportion to their maxima, but nobody gets more than the request.`,
            rows.some(({ room, isMet }) => isMet && room > 0)
              ? `When those who need least have it all, ${t.n(shared.money)} remains for the others, whose maxima are ${t.n(shared.maxima)} together.`
              : `Their maxima are ${t.n(shared.maxima)} together.`,
          ];
    if (t.row !== undefined) {
      const { had, room, maximum, isMet } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const becomes = t.n(result[t.row]!);
      if (room === 0) text.push(`${who} gets no more than ${t.n(had)}.`);
      else if (isMet)
        text.push(`${who} requested ${t.n(room)} more and gets it: ${t.n(had)} + ${t.n(room)} = ${becomes}.`);
      else {
        const part = `${t.n(shared!.money)} × ${t.n(maximum)} / ${t.n(shared!.maxima)}`;
        text.push(`${who} requested ${t.n(room)} more and gets a part: ${t.n(had)} + ${part} = ${becomes}.`);
      }
    }
    return { heading: "What is left", text };
  },

  grantUnits: (step, t) => {
    const { whole, unit, rows, left, unplaced, result } = step;
    const { got, decimals } = lineOf(step);
    const down = rows.reduce((sum, row) => sum + row.down, 0);
    const text = [`The grants shall together be ${t.n(whole)}, and nobody gets more than the request rounded down.`];
    if (t.row !== undefined) {
      const own = rows[t.row]!;
      text.push(`${capital(t.who(t.row))}: exactly ${t.fixed(own.share, decimals)}; rounded down ${t.n(own.down)}.`);
    }
    if (left === 0) text.push("The parts come out even.");
    else {
      text.push(`Rounded down they are ${t.n(down)} together, and ${remaining(left, unit, t)}.`);
      const rest = (row: number) => `${t.who(row)} (${t.fixed(rows[row]!.remainder, decimals)})`;
      if (got.length > 0 && got.length <= mostNamed) {
        text.push(`The largest remainders come first among those who requested more: ${t.list(got.map(rest))}.`);
      } else if (got.length > 0) {
        text.push(`The largest remainders come first among those who requested more; ${t.n(got.length)} get one.`);
      }
      if (unplaced > 0) text.push(`For ${t.n(unplaced)} there is no taker.`);
    }
    if (t.row !== undefined && left > 0) {
      const { extra, most } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const all = result[t.row] === most ? ", all that was requested" : "";
      if (extra > 0) text.push(`${who} gets ${extra === 1 ? "one" : t.n(extra)} more: ${t.n(result[t.row]!)}.`);
      else text.push(`${who} gets no more and has ${t.n(result[t.row]!)}${all}.`);
    }
    return { heading: "Whole numbers that add up", text };
  },

  merged: ({ grants, unions, sum, baseGrant, result }, t) => ({
    heading: "One union instead of several",
    text: [
      unions > mostNamed
        ? `The ${t.n(unions)} unions have ${t.n(sum)} together.`
        : `The unions have ${grants
            .filter((grant) => grant > 0)
            .map(t.n)
            .join(" + ")} = ${t.n(sum)} together.`,
      `A merged union gets one base grant, so ${t.n(unions - 1)} fall away: ${t.n(sum)} − ${t.n(unions - 1)} × ${t.n(baseGrant)} = ${t.n(result)}.`,
    ],
  }),

  wholeIncome: ({ income, above, upTo, rate, result }, t) => ({
    heading: "The steps",
    text: [
      `The income ${t.n(income)} is in the step above ${t.n(above)}${upTo === undefined ? "" : ` up to ${t.n(upTo)}`}, where the rate is ${t.p(rate)}.`,
      `The whole income: ${t.n(income)} × ${t.p(rate)} = ${t.n(result)}.`,
    ],
  }),

  slices: ({ income, rows, result }, t) => ({
    heading: "The steps, slice by slice",
    text: [
      `The income ${t.n(income)} is cut at the steps, each slice with its own rate.`,
      `${rows.map(({ above, upTo, rate, part }) => `(${t.n(upTo)} − ${t.n(above)}) × ${t.p(rate)} = ${t.n(part)}`).join("; ")}.`,
      `Together ${t.n(result)}.`,
    ],
  }),

  parameter: ({ name, year, from, to, value, unit, result }, t) => ({
    heading: parameterTitles("en")[name],
    text: [
      `${year}: ${unit === "share" ? t.p(value) : `${t.n(value)} kr`}. In force ${period(from, to)}.`,
      ...(unit === "tkr" || unit === "mnkr" ? [`${t.n(value)} kr is ${t.n(result)} ${amountUnitWords[unit][0]}.`] : []),
    ],
  }),

  cited: ({ name, year, from, to, result }) => ({
    heading: `Source: ${parameterTitles("en")[name]}`,
    text: [`${year}: ${result}.`, `The value is in force ${period(from, to)}.`],
  }),
};

function period(from: number, to: number | undefined): string {
  if (to === undefined) return `from ${from} until further notice`;
  return from === to ? `in ${from}` : `${from}–${to}`;
}

function onFloor(rows: readonly number[], t: Teller): string {
  if (rows.length > mostNamed) return `${t.n(rows.length)} unions stay at the floor.`;
  return `${capital(t.list(rows.map(t.who)))} ${rows.length === 1 ? "stays" : "stay"} at the floor.`;
}

/** How the units left were handed out, by remainder. */
function handedOut(
  { rows, unit, left }: { rows: readonly { down: number; remainder: number }[]; unit: number; left: number },
  { got, last, next, tied, decimals }: Line,
  t: Teller,
): string[] {
  if (left === 0 || last === undefined) return ["The parts come out even."];
  const rest = (row: number) => `${t.who(row)} (${t.fixed(rows[row]!.remainder, decimals)})`;
  const down = rows.reduce((sum, row) => sum + row.down, 0);
  const text = [`Rounded down they are ${t.n(down)} together, and ${remaining(left, unit, t)}.`];
  if (got.length > mostNamed) {
    text.push(`The ${t.n(got.length)} largest remainders get one each; last in line was ${rest(last)}.`);
  } else if (got.length === 1) text.push(`It goes to the largest remainder: ${rest(last)}.`);
  else text.push(`They go to the largest remainders: ${t.list(got.map(rest))}.`);
  if (next !== undefined && tied.length === 0) text.push(`Next in line was ${rest(next)}.`);
  if (tied.length > 0) {
    const who = tied.length > mostNamed ? t.n(tied.length) : t.list(tied.map(t.who));
    text.push(
      `${capital(who)} have the same remainder; the largest then goes first, and of equals the one listed first.`,
    );
  }
  return text;
}
