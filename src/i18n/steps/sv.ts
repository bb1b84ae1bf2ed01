/*
 * What each step of a function says, in Swedish: a heading, and sentences with its numbers, so that whoever reads
 * them can reckon it again on paper. No unit is named, as the numbers are in the sheet's own.
 */
import { amountUnitWords } from "../choices";
import type { Sentences } from "./sentences";
import { capital, lineOf, movedTexts, mostNamed, type Line, type Teller } from "./teller";
import { parameterTitles } from "./words";

const shareWords: ReadonlyMap<number, string> = new Map([
  [1 / 2, "hälft"],
  [1 / 4, "fjärdedel"],
]);

const owners = { state: "Statens", region: "Regionens", municipal: "Kommunernas" } as const;
const given = {
  total: "Budgeten",
  state: "Statens bidrag",
  region: "Regionens bidrag",
  municipal: "Kommunernas bidrag",
};
const roundedThings = { ...given, amount: "Beloppet", growth: "Årets belopp", maximum: "Maxbeloppet" };

/** "till heltal", "till jämna 100". */
function even(unit: number, t: Teller): string {
  return unit === 1 ? "till heltal" : `till jämna ${t.n(unit)}`;
}

/** "ett heltal", "jämnt delbart med 100". */
function evenly(unit: number, t: Teller): string {
  return unit === 1 ? "ett heltal" : `jämnt delbart med ${t.n(unit)}`;
}

/** "3 återstår", "3 steg om 100 återstår". */
function remaining(count: number, unit: number, t: Teller): string {
  return unit === 1 ? `${t.n(count)} återstår` : `${t.n(count)} steg om ${t.n(unit)} återstår`;
}

const ofParty = (party: "state" | "region" | "municipal") => (whole: number, share: number | undefined, t: Teller) =>
  `${owners[party]} ${shareWords.get(share ?? 0) ?? "del"}, ${t.n(whole)}, delas efter nyckeln.`;

/** What is shared, and by what. */
const sharedBy = {
  parties: (whole: number, _: number | undefined, t: Teller) => `Budgeten, ${t.n(whole)}, delas efter lagens andelar.`,
  state: ofParty("state"),
  region: ofParty("region"),
  municipal: ofParty("municipal"),
  recipients: (whole: number, _: number | undefined, t: Teller) => `Beloppet, ${t.n(whole)}, delas efter vikterna.`,
  unions: (whole: number, _: number | undefined, t: Teller) =>
    `Maxbeloppen ska tillsammans bli anslaget avrundat nedåt, ${t.n(whole)}.`,
};

const sharingHeadings = {
  parties: "Parternas andelar",
  state: "Statens del",
  region: "Regionernas delar",
  municipal: "Kommunernas delar",
  recipients: "Delarna",
  unions: "Hela tal som går ihop",
} as const;

export const swedish: Sentences = {
  budget: ({ basis, got, share, result }, t) => ({
    heading: "Budgeten",
    text:
      basis === "total"
        ? [`Beloppet ${t.n(got)} är förbundets hela budget.`]
        : [
            `Beloppet ${t.n(got)} är ${given[basis].toLowerCase()}, som enligt lagen är ${t.p(share)} av budgeten.`,
            `Budgeten är ${t.n(got)} / ${t.p(share)} = ${t.n(result)}.`,
          ],
  }),

  rounded: ({ of, got, unit, result }, t) => ({
    heading: "Avrundning",
    text:
      got === result
        ? [`${roundedThings[of]}, ${t.n(got)}, är redan ${evenly(unit, t)}.`]
        : [
            `${roundedThings[of]}, ${t.n(got)}, avrundas ${even(unit, t)}: ${t.n(result)}.`,
            ...(Math.abs(Math.abs(got - result) - unit / 2) < unit * 1e-9 ? ["Mitt emellan går bort från noll."] : []),
          ],
  }),

  parts: (step, t) => {
    const { among, share: ofBudget, whole, rows, sum, result } = step;
    const own = t.row === undefined ? undefined : { ...rows[t.row]!, part: result[t.row]! };
    const text = [sharedBy[among](whole, ofBudget, t)];
    if (among === "parties") {
      if (own) text.push(`${owners[own.party!]} del är ${t.n(whole)} × ${t.p(own.weight)} = ${t.n(own.part)}.`);
    } else if (own) {
      const share = `${t.n(whole)} × ${t.n(own.weight)} / ${t.n(sum)} = ${t.n(own.part)}`;
      text.push(`${capital(t.who(t.row!))} har ${t.n(own.weight)} av ${t.n(sum)}, så delen är ${share}.`);
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
      text.push(`${given[fixed.party]} är givet, ${t.n(fixed.amount)}.`);
      text.push(
        rows.length === 1
          ? `Resten, ${rest}, är ${owners[rows[0]!.party!].toLowerCase()}.`
          : `Resten, ${rest}, delas mellan ${others} i förhållande till deras andelar.`,
      );
    } else text.push(sharedBy[among](whole, ofBudget, t));
    if (whole < 0) text.push("Ett negativt belopp delas som om det vore positivt.");
    if (t.row !== undefined) {
      const { weight, share, down } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const isByWeight = among !== "parties" && weight !== undefined;
      const start = isByWeight ? `${who} har ${t.n(weight)} av ${t.n(sum!)}, det är` : `${who}:`;
      if (left === 0) text.push(`${start} ${t.n(share)}.`);
      else {
        const exactly = `${isByWeight ? "" : "exakt "}${t.fixed(share, line.decimals)}`;
        text.push(`${start} ${exactly}; avrundat nedåt ${t.n(down)}.`);
      }
    }
    if (rows.length > 1) text.push(...handedOut(step, line, t));
    if (t.row !== undefined && left > 0) {
      const who = capital(t.who(t.row));
      const got = rows[t.row]!.extra > 0 ? "får en till:" : "får ingen till och har";
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
    if (whole < 0) text.push("Ett negativt belopp delas som om det vore positivt.");
    if (t.row !== undefined) {
      const { weight, share, nearest: close } = rows[t.row]!;
      const who = capital(t.who(t.row));
      text.push(`${who} har ${t.n(weight)} av ${t.n(sum)}, det är ${t.n(share)}, närmast ${t.n(close)}.`);
    }
    if (over === 0) text.push("Delarna avrundade till närmaste går ihop.");
    else {
      const who = movedTexts(step, over, t);
      text.push(
        over > 0
          ? `Delarna avrundade till närmaste är ${t.n(over)} för mycket tillsammans; den som har lägst kvot lämnar en: ${who}.`
          : `Delarna avrundade till närmaste är ${t.n(-over)} för lite tillsammans; den som har högst kvot får en: ${who}.`,
      );
    }
    if (last >= 0) text.push(`Den sista enheten har ${t.who(last)} fått, med kvoten ${odd(last, -1)}.`);
    text.push(`Näst i tur står ${t.who(next)}, med kvoten ${odd(next, 1)}.`);
    if (t.row !== undefined) text.push(`${capital(t.who(t.row))} får ${t.n(result[t.row]!)}.`);
    return { heading: "Udda tal (Sainte-Laguë)", text };
  },

  ceilings: ({ rows, sum, result }, t) => {
    const text = ["Andelarna är fasta, så ett erbjudande räcker till den budget som det är sin andel av."];
    if (t.row !== undefined) {
      const { party, weight, offer, partyShare, share } = rows[t.row]!;
      const who = t.who(t.row);
      const ceiling = result[t.row]!;
      const own = weight === undefined ? t.p(share) : `${t.p(partyShare)} × ${t.n(weight)} / ${t.n(sum!)}`;
      text.push(`${capital(who)} erbjuder ${t.n(offer)} och ska betala ${own} av budgeten.`);
      text.push(
        typeof ceiling === "number"
          ? `Taket är ${t.n(offer)} / ${weight === undefined ? own : `(${own})`} = ${t.n(ceiling)}.`
          : `Den som inte betalar något av ${party === "municipal" ? "kommunernas del" : "budgeten"} sätter inget tak.`,
      );
    }
    return { heading: "Vad varje erbjudande räcker till", text };
  },

  lowest: ({ asked, ceiling, whose, result }, t) => ({
    heading: "Det lägsta taket",
    text: [
      whose.length > 1
        ? `Lägst är taket ${t.n(ceiling)}, som ${t.list(whose.map(t.backer))} har gemensamt.`
        : `Lägst är taket för ${t.backer(whose[0]!)}: ${t.n(ceiling)}.`,
      asked === "budget"
        ? "Alla måste vara med, så det är den största budget som alla kan bära."
        : `${whose.length > 1 ? "Den första av dem räknas; det" : "Det"} är rad ${t.n(result)} i den ordning som FINSAM.SPLIT har.`,
    ],
  }),

  roundedDown: ({ got, unit, mended, result }, t) => ({
    heading: "Avrundning nedåt",
    text: [
      got === result
        ? `Taket, ${t.n(got)}, är redan ${evenly(unit, t)}.`
        : `Taket, ${t.n(got)}, avrundas nedåt ${even(unit, t)}: ${t.n(result)}.`,
      ...(mended ? ["Tolv siffror räknas, så att en rest i sista decimalen inte kostar en hel enhet."] : []),
    ],
  }),

  askedTooMuch: ({ total, whose, asked, offer, unit, result }, t) => ({
    heading: "En lägre budget",
    text: [
      `Av budgeten ${t.n(total)} skulle ${t.backer(whose)} efter avrundning få betala ${t.n(asked)}, minst ${t.n(unit)} mer än erbjudandet ${t.n(offer)}.`,
      `Därför prövas nästa lägre: ${t.n(result)}.`,
    ],
  }),

  contributions: ({ rows, result }, t) => ({
    heading: "Bidragen",
    text: [
      `${capital(t.list(rows.map(({ party, paid }) => `${t.party(party)} ${t.n(paid)}`)))} är tillsammans ${t.n(result)}.`,
    ],
  }),

  deviation: ({ party, paid, total, share, due, deviation, tolerance, result }, t) => {
    const off = Math.abs(deviation);
    const verdict =
      deviation === 0 ? "precis vad lagen säger." : `${t.n(off)} för ${deviation > 0 ? "mycket" : "lite"}.`;
    return {
      heading: `Avvikelsen för ${t.party(party)}`,
      text: [
        `${owners[party]} del är ${t.p(share)} av ${t.n(total)} = ${t.n(due)}.`,
        `Betalat är ${t.n(paid)}, ${verdict}`,
        ...(tolerance > 0 && off > 0
          ? [
              result === 0
                ? `Det är inom toleransen ${t.n(tolerance)} och räknas som 0.`
                : `Det är mer än toleransen ${t.n(tolerance)}.`,
            ]
          : []),
      ],
    };
  },

  start: ({ result }, t) => ({ heading: "Utgångspunkt", text: [`Beloppet före första året är ${t.n(result)}.`] }),

  grown: ({ year, from, rate, grown, cap, isCapped, result }, t) => {
    const sum = `${t.n(from)} ${rate < 0 ? "−" : "+"} ${t.p(Math.abs(rate))} = ${t.n(grown)}.`;
    const text = [sum];
    if (cap !== undefined) {
      if (!isCapped) text.push(`Det är under taket ${t.n(cap)}.`);
      else if (grown > cap) text.push(`Det är över taket, så beloppet blir taket: ${t.n(result)}.`);
      else text.push(`Det är taket, ${t.n(result)}.`);
    }
    return { heading: capital(t.year(year)), text };
  },

  yearsToCap: ({ amount, rate, cap, before, reached, result }, t) => ({
    heading: "Tills taket nås",
    text:
      before === undefined
        ? [`${t.n(amount)} har redan nått taket ${t.n(cap)}: 0 ökningar.`]
        : [
            `Efter ${t.n(result - 1)} ${result - 1 === 1 ? "ökning" : "ökningar"} med ${t.p(rate)} har ${t.n(amount)} blivit ${t.n(before)}, under taket ${t.n(cap)}.`,
            `Efter ${t.n(result)} är det ${t.n(reached)}, och taket är nått: ${t.n(amount)} × (1 + ${t.p(rate)})^${t.n(result)}.`,
          ],
  }),

  rateToCap: ({ amount, cap, years, result }, t) => ({
    heading: "Ökning per år",
    text: [
      `Från ${t.n(amount)} till ${t.n(cap)} på ${t.n(years)} år: (${t.n(cap)} / ${t.n(amount)})^(1/${t.n(years)}) − 1 = ${t.p(result)}.`,
    ],
  }),

  baseGrants: ({ appropriation, unions, baseGrant, result }, t) => ({
    heading: "Grundtilldelning",
    text: [
      `${t.n(unions)} förbund får ${t.n(baseGrant)} var av anslaget ${t.n(appropriation)}.`,
      `Kvar att fördela: ${t.n(appropriation)} − ${t.n(unions)} × ${t.n(baseGrant)} = ${t.n(result)}.`,
    ],
  }),

  pots: ({ rest, needWeight, need, population, needTotal, populationTotal, isComplete }, t) => ({
    heading: "Behov och invånare",
    text: [
      `Av ${t.n(rest)} fördelas ${t.p(needWeight)}, ${t.n(need)}, efter försörjningsmått och resten, ${t.n(population)}, efter invånare 16–64 år.`,
      `${isComplete ? "Tabellens" : "Hela landets"} försörjningsmått är ${t.n(needTotal)} och invånarna ${t.n(populationTotal)}.`,
    ],
  }),

  maxima: ({ baseGrant, rows, need, needTotal, population, populationTotal, result }, t) => {
    const text: string[] = [];
    const own = t.row === undefined ? undefined : rows[t.row]!;
    if (!own)
      text.push("Varje förbunds maxbelopp är grundtilldelningen, en del efter behov och en del efter invånare.");
    else if (!own.isUnion) {
      text.push("Raden har varken försörjningsmått eller invånare och räknas inte som ett förbund: 0.");
    } else {
      const part = (pot: number, value: number, total: number, is: number) =>
        pot === 0 ? "0" : `${t.n(pot)} × ${t.n(value)} / ${t.n(total)} = ${t.n(is)}`;
      text.push(`Efter behov: ${part(need, own.need, needTotal, own.needPart)}.`);
      text.push(`Efter invånare: ${part(population, own.population, populationTotal, own.populationPart)}.`);
      const parts = `${t.n(baseGrant)} + ${t.n(own.needPart)} + ${t.n(own.populationPart)}`;
      text.push(`Maxbeloppet för ${t.who(t.row!)}: ${parts} = ${t.n(result[t.row!]!)}.`);
    }
    return { heading: "Maxbelopp", text };
  },

  entitlements: ({ rows, result }, t) => {
    const text = [
      "Ett förbund har rätt till det lägre av det sökta och maxbeloppet, minus ett avdrag för eget kapital.",
    ];
    if (t.row !== undefined) {
      const { requested, maximum, reduction } = rows[t.row]!;
      const lower = Math.min(requested, maximum);
      text.push(`${capital(t.who(t.row))} har sökt ${t.n(requested)} och har maxbeloppet ${t.n(maximum)}.`);
      if (reduction === 0) text.push(`Det lägre är ${t.n(lower)}.`);
      else if (reduction < lower) {
        text.push(`Det lägre minus avdraget: ${t.n(lower)} − ${t.n(reduction)} = ${t.n(result[t.row]!)}.`);
      } else text.push(`Avdraget ${t.n(reduction)} tar allt: 0.`);
    }
    return { heading: "Rätt till", text };
  },

  floors: ({ rows, result }, t) => {
    const text: string[] = [];
    const own = t.row === undefined ? undefined : rows[t.row]!;
    if (!own) text.push("Ett bidrag får inte minska hur mycket som helst från ett år till nästa; det ger ett golv.");
    else if (own.isReduced) text.push("Ett förbund med avdrag för eget kapital har inget golv.");
    else {
      const { previous, maxDecrease, kept, requested } = own;
      text.push(
        `Bidraget till ${t.who(t.row!)} var ${t.n(previous)} förra året, och det får minska högst ${t.p(maxDecrease)}: till ${t.n(kept)}.`,
      );
      text.push(
        kept > requested
          ? `Men ingen får mer än den sökt, så golvet är ${t.n(requested)}.`
          : `Det är golvet, ${t.n(result[t.row!]!)}.`,
      );
    }
    return { heading: "Golv", text };
  },

  wished: ({ rows, result }, t) => {
    const text: string[] = [];
    if (t.row === undefined) text.push("Varje förbund ska ha det högre av vad det har rätt till och sitt golv.");
    else {
      const { entitlement, floor } = rows[t.row]!;
      text.push(
        `Det högre av ${t.n(entitlement)} och golvet ${t.n(floor)} är ${t.n(result[t.row]!)}${floor > entitlement ? ": golvet gäller." : "."}`,
      );
    }
    return { heading: "Rätt till eller golv", text };
  },

  balance: ({ appropriation, wished, result }, t) => ({
    heading: "Räcker pengarna?",
    text: [
      `Tillsammans är det ${t.n(wished)}, och anslaget är ${t.n(appropriation)}.`,
      result === 0 ? "Det går jämnt upp." : result < 0 ? `Det fattas ${t.n(-result)}.` : `${t.n(result)} blir över.`,
    ],
  }),

  scaled: ({ available, entitled, factor, rows, result }, t) => {
    const atFloor = rows.flatMap(({ isAtFloor, floor }, row) => (isAtFloor && floor > 0 ? [row] : []));
    const text = [
      `De som ligger över sina golv har rätt till ${t.n(entitled)} tillsammans, och till dem finns ${t.n(available)}.`,
      `Allas rätt räknas ner med samma faktor, ${t.n(available)} / ${t.n(entitled)} = ${t.n(factor)}, men ingen under sitt golv.`,
      atFloor.length === 0 ? "Ingen stannar på sitt golv." : `${onFloor(atFloor, t)} på golvet.`,
    ];
    if (t.row !== undefined) {
      const { entitlement, scaled, floor, isAtFloor } = rows[t.row]!;
      const product = `${t.n(entitlement)} × ${t.n(available)} / ${t.n(entitled)} = ${t.n(scaled)}`;
      const who = capital(t.who(t.row));
      text.push(
        isAtFloor && floor > 0
          ? `${who}: ${product} är inte över golvet ${t.n(floor)}, så bidraget är golvet, ${t.n(result[t.row]!)}.`
          : `${who}: ${product}${floor > 0 ? `, över golvet ${t.n(floor)}` : ""}.`,
      );
    }
    return { heading: "Nedräkning", text };
  },

  floorsScaled: ({ appropriation, floors, factor, rows, result }, t) => ({
    heading: "Pengarna räcker inte till golven",
    text: [
      `Redan golven, ${t.n(floors)} tillsammans, tar hela anslaget, ${t.n(appropriation)}.`,
      `De räknas ner med samma faktor: ${t.n(appropriation)} / ${t.n(floors)} = ${t.n(factor)}.`,
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
        ? [`${t.n(left)} är över, och det räcker till allt som söktes utöver det.`]
        : [
            `${t.n(left)} är över och går till dem som sökte mer, i förhållande till maxbeloppen, men ingen får mer än den sökt.`,
            rows.some(({ room, isMet }) => isMet && room > 0)
              ? `När de som behöver minst har fått allt återstår ${t.n(shared.money)} till de andra, vars maxbelopp är ${t.n(shared.maxima)} tillsammans.`
              : `Deras maxbelopp är ${t.n(shared.maxima)} tillsammans.`,
          ];
    if (t.row !== undefined) {
      const { had, room, maximum, isMet } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const becomes = t.n(result[t.row]!);
      if (room === 0) text.push(`${who} får inget mer än ${t.n(had)}.`);
      else if (isMet) text.push(`${who} sökte ${t.n(room)} mer och får det: ${t.n(had)} + ${t.n(room)} = ${becomes}.`);
      else {
        const part = `${t.n(shared!.money)} × ${t.n(maximum)} / ${t.n(shared!.maxima)}`;
        text.push(`${who} sökte ${t.n(room)} mer och får en del: ${t.n(had)} + ${part} = ${becomes}.`);
      }
    }
    return { heading: "Det som blir över", text };
  },

  grantUnits: (step, t) => {
    const { whole, unit, rows, left, unplaced, result } = step;
    const { got, decimals } = lineOf(step);
    const down = rows.reduce((sum, row) => sum + row.down, 0);
    const text = [`Bidragen ska tillsammans bli ${t.n(whole)}, och ingen får mer än den sökt, avrundat nedåt.`];
    if (t.row !== undefined) {
      text.push(
        `${capital(t.who(t.row))}: exakt ${t.fixed(rows[t.row]!.share, decimals)}; avrundat nedåt ${t.n(rows[t.row]!.down)}.`,
      );
    }
    if (left === 0) text.push("Delarna går jämnt upp.");
    else {
      text.push(`Avrundade nedåt är de tillsammans ${t.n(down)}, och ${remaining(left, unit, t)}.`);
      const rest = (row: number) => `${t.who(row)} (${t.fixed(rows[row]!.remainder, decimals)})`;
      if (got.length > 0 && got.length <= mostNamed) {
        text.push(`Störst rest går före bland dem som sökt mer: ${t.list(got.map(rest))}.`);
      } else if (got.length > 0) text.push(`Störst rest går före bland dem som sökt mer; ${t.n(got.length)} får.`);
      if (unplaced > 0) text.push(`${t.n(unplaced)} kan ingen ta emot.`);
    }
    if (t.row !== undefined && left > 0) {
      const { extra, most } = rows[t.row]!;
      const who = capital(t.who(t.row));
      const all = result[t.row] === most ? ", allt som söktes" : "";
      if (extra > 0) text.push(`${who} får ${extra === 1 ? "en" : t.n(extra)} till: ${t.n(result[t.row]!)}.`);
      else text.push(`${who} får ingen till och har ${t.n(result[t.row]!)}${all}.`);
    }
    return { heading: "Hela tal som går ihop", text };
  },

  merged: ({ grants, unions, sum, baseGrant, result }, t) => ({
    heading: "Ett förbund i stället för flera",
    text: [
      unions > mostNamed
        ? `De ${t.n(unions)} förbunden har tillsammans ${t.n(sum)}.`
        : `Förbunden har tillsammans ${grants
            .filter((grant) => grant > 0)
            .map(t.n)
            .join(" + ")} = ${t.n(sum)}.`,
      `Ett sammanslaget förbund får en grundtilldelning, så ${t.n(unions - 1)} faller bort: ${t.n(sum)} − ${t.n(unions - 1)} × ${t.n(baseGrant)} = ${t.n(result)}.`,
    ],
  }),

  wholeIncome: ({ income, above, upTo, rate, result }, t) => ({
    heading: "Trappan",
    text: [
      `Intäkten ${t.n(income)} hör till steget över ${t.n(above)}${upTo === undefined ? "" : ` till och med ${t.n(upTo)}`}, där ${t.p(rate)} gäller.`,
      `Hela intäkten: ${t.n(income)} × ${t.p(rate)} = ${t.n(result)}.`,
    ],
  }),

  slices: ({ income, rows, result }, t) => ({
    heading: "Trappan, skikt för skikt",
    text: [
      `Intäkten ${t.n(income)} delas på trappans steg, vart och ett med sin procentsats.`,
      `${rows.map(({ above, upTo, rate, part }) => `(${t.n(upTo)} − ${t.n(above)}) × ${t.p(rate)} = ${t.n(part)}`).join("; ")}.`,
      `Tillsammans ${t.n(result)}.`,
    ],
  }),

  parameter: ({ name, year, from, to, value, unit, result }, t) => ({
    heading: parameterTitles("sv")[name],
    text: [
      `${year}: ${unit === "share" ? t.p(value) : `${t.n(value)} kr`}. Gäller ${period(from, to)}.`,
      ...(unit === "tkr" || unit === "mnkr" ? [`${t.n(value)} kr är ${t.n(result)} ${amountUnitWords[unit][0]}.`] : []),
    ],
  }),

  cited: ({ name, year, from, to, result }) => ({
    heading: `Källa: ${parameterTitles("sv")[name]}`,
    text: [`${year}: ${result}.`, `Värdet gäller ${period(from, to)}.`],
  }),
};

function period(from: number, to: number | undefined): string {
  if (to === undefined) return `från ${from}, tills vidare`;
  return from === to ? `${from}` : `${from}–${to}`;
}

function onFloor(rows: readonly number[], t: Teller): string {
  if (rows.length > mostNamed) return `${t.n(rows.length)} förbund stannar`;
  return `${capital(t.list(rows.map(t.who)))} stannar`;
}

/** How the units left were handed out, by remainder. */
function handedOut(
  { rows, unit, left }: { rows: readonly { down: number; remainder: number }[]; unit: number; left: number },
  { got, last, next, tied, decimals }: Line,
  t: Teller,
): string[] {
  if (left === 0 || last === undefined) return ["Delarna går jämnt upp."];
  const rest = (row: number) => `${t.who(row)} (${t.fixed(rows[row]!.remainder, decimals)})`;
  const down = rows.reduce((sum, row) => sum + row.down, 0);
  const text = [`Avrundade nedåt är de tillsammans ${t.n(down)}, och ${remaining(left, unit, t)}.`];
  if (got.length > mostNamed) {
    text.push(`De ${t.n(got.length)} största resterna får en var; sist i tur var ${rest(last)}.`);
  } else if (got.length === 1) text.push(`Den går till den största resten: ${rest(last)}.`);
  else text.push(`De går till de största resterna: ${t.list(got.map(rest))}.`);
  if (next !== undefined && tied.length === 0) text.push(`Näst i tur var ${rest(next)}.`);
  if (tied.length > 0) {
    const who = tied.length > mostNamed ? t.n(tied.length) : t.list(tied.map(t.who));
    text.push(`${capital(who)} har lika stor rest; då går den största före, och av lika stora den som står först.`);
  }
  return text;
}
