/*
 * Scenario: check a decision.
 */
import { bilingual } from "../texts";

const plan2021 = { sv: "Vaggeryds kommun, Dnr KS 2021/093", en: "Vaggeryd municipality, Dnr KS 2021/093" };
const raise2019 = {
  sv: "Vaggeryds kommun, Ökning av kommunalt bidrag, 2019-05-29",
  en: "Vaggeryd municipality, increase of the municipal contribution, 2019-05-29",
};
const review = {
  sv: "Översyn av samordningsförbunden i Jönköpings län, 2020",
  en: "Review of the unions in Jönköping county, 2020",
};

export const checkDecisionTexts = bilingual(
  {
    sheet: "Kontrollera beslut",
    subtitle: "Skriv in beslutets siffror i de orange cellerna. Det som inte följer av sina egna underlag markeras.",
    year: "År (för lagens andelar)",
    law: "Följer bidragen lagens andelar?",
    members: ["2019", "2021", "Eget beslut"],
    state: "Staten enligt beslutet",
    region: "Regionen enligt beslutet",
    municipal: "Kommunerna enligt beslutet",
    total: "Totalt enligt beslutet",
    deviation: (party: string) => `Avvikelse utöver avrundningen, ${party}`,
    sumDifference: "Totalt enligt beslutet − summan",
    lawSource: `${raise2019.sv} (2019) och Dnr KS 2021/093 (2021)`,
    figures: "Stämmer de enskilda siffrorna?",
    first: "Underlag 1",
    second: "Underlag 2",
    how: "Räknesätt",
    printed: "Enligt beslutet",
    decimals: "Tryckta decimaler, antal",
    computed: "Beräknat",
    difference: "Skillnad",
    relative: "Skillnad, %",
    kinds: {
      sum: "1 + 2",
      increase: "1 × 2",
      share: "1 / 2",
      perPerson: "1 × 1 000 / 2",
      same: "1",
    },
    rows: {
      plan: {
        label: "Vaggeryds del 2026",
        unit: "tkr",
        source: `${plan2021.sv}: kommunernas 2 775 tkr; 13 372 av 165 153 inv. 2015-12-31`,
      },
      increase: { label: "20 % på 6 072 tkr", unit: "tkr", source: `${raise2019.sv} (7 286 är rätt)` },
      perState: {
        label: "Budget per invånare, av statens bidrag",
        unit: "kr/inv.",
        source: `${raise2019.sv}, 104 235 inv.`,
      },
      perTotal: { label: "Samma, av hela budgeten", unit: "kr/inv.", source: `${raise2019.sv}, 104 235 inv.` },
      perRaised: {
        label: "Samma, av statens bidrag med 10 %: troligt ursprung",
        unit: "kr/inv.",
        source: "3 036 × 1,1 = 3 339,6 tkr ger 32,04",
      },
      administration: { label: "Administrationens andel, 3,4 av 20,4 mnkr", unit: "%", source: review.sv },
      results: {
        label: "Heltidsarbete eller studier, Höglandet",
        unit: "antal",
        source: `${review.sv}: länets 78,5 kräver 24,8`,
      },
      men: { label: "Heltidsarbete, män, riket", unit: "antal", source: `${review.sv}: en siffra för mycket` },
    },
    own: "Egen kontroll (exempel, att ersätta)",
    note: "En skillnad är det tryckta talet minus det beräknade, avrundat till lika många decimaler. Procent är andelar: 16 % har två.",
    chart: "Skillnad mot beräknat, % (utan den sista raden)",
    complete: "Rader utan beräknat värde",
  },
  {
    sheet: "Check a decision",
    subtitle: "Type the decision's figures into the orange cells. What does not follow from its own basis is marked.",
    year: "Year (for the law's shares)",
    law: "Do the contributions follow the law's shares?",
    members: ["2019", "2021", "Your own"],
    state: "The state as printed",
    region: "The region as printed",
    municipal: "The municipalities as printed",
    total: "Total as printed",
    deviation: (party: string) => `Deviation beyond rounding, ${party}`,
    sumDifference: "Total as printed less the sum",
    lawSource: `${raise2019.en} (2019) and Dnr KS 2021/093 (2021)`,
    figures: "Are the single figures right?",
    first: "Basis 1",
    second: "Basis 2",
    how: "Computed as",
    printed: "As printed",
    decimals: "Printed decimals, number",
    computed: "Computed",
    difference: "Difference",
    relative: "Difference, %",
    kinds: {
      sum: "1 + 2",
      increase: "1 × 2",
      share: "1 / 2",
      perPerson: "1 × 1,000 / 2",
      same: "1",
    },
    rows: {
      plan: {
        label: "Vaggeryd's part in 2026",
        unit: "tkr",
        source: `${plan2021.en}: the municipalities' 2,775 tkr; 13,372 of 165,153 inh. 2015-12-31`,
      },
      increase: { label: "20% on 6,072 tkr", unit: "tkr", source: `${raise2019.en} (7,286 itself is right)` },
      perState: {
        label: "Budget per inhabitant, of the state's part",
        unit: "kr/inh.",
        source: `${raise2019.en}, 104,235 inh.`,
      },
      perTotal: { label: "The same, of the whole budget", unit: "kr/inh.", source: `${raise2019.en}, 104,235 inh.` },
      perRaised: {
        label: "The same, of the state's part plus 10%: a likely origin",
        unit: "kr/inh.",
        source: "3,036 × 1.1 = 3,339.6 tkr gives 32.04",
      },
      administration: { label: "Administration's share, 3.4 of 20.4 mnkr", unit: "%", source: review.en },
      results: {
        label: "Full-time jobs or studies, Höglandet",
        unit: "number",
        source: `${review.en}: the county's 78.5 needs 24.8`,
      },
      men: { label: "Full-time jobs, men, country", unit: "number", source: `${review.en}: a digit too many` },
    },
    own: "Your own check (an example, to be replaced)",
    note: "A difference is the printed figure less the computed, rounded to as many decimals. A per cent is a share: 16% has two.",
    chart: "Difference from computed, % (without the last row)",
    complete: "Rows without a computed value",
  },
);
