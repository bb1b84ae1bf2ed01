/*
 * What each scenario is called and about, by its id and in the order of every list: a sentence for lists and tips
 * (Excel takes at most 250 characters there). Apart from all else of a scenario, as lists are shown before it is
 * loaded.
 */
import { bilingual } from "../texts";

export const aboutTexts = bilingual(
  {
    escalation: {
      title: "Stegvis ökning till statens maxbelopp",
      description:
        "Vad staten, regionen och varje kommun bidrar med år för år när bidraget höjs stegvis till statens maxbelopp, och hur mycket av statens pengar som lämnas outnyttjade på vägen.",
    },
    "level-increase": {
      title: "Nivåhöjning: vad den kostar var och en",
      description:
        "Förbundets budget höjs med en procentsats: vad staten, regionen och varje kommun bidrar med före och efter, i kronor och procent.",
    },
    ceiling: {
      title: "Vem sätter taket?",
      description:
        "Andelarna i lagen är fasta, så den som vill minst sätter taket för hela budgeten. Vem är det, hur stor blir budgeten, och vad lämnas kvar av statens pengar?",
    },
    alternatives: {
      title: "Tre alternativ för länet",
      description:
        "Som i dag, samordnad administration eller ett enda länsförbund: vad varje alternativ ger staten, regionen och kommunerna, i tusental kronor och procent, och vad som händer med eget kapital.",
    },
    "change-union": {
      title: "En kommun byter förbund",
      description:
        "En kommun går från ett förbund till ett annat: båda förbundens maxbelopp, nycklar och bidrag, golvet för det som lämnas, året för utträdet och delen av skulderna.",
    },
    distribution: {
      title: "Statens fördelningsmodell",
      description:
        "Statens fördelningsmodell: varje förbunds maxbelopp av grundtilldelning, försörjningsmått och invånare, vad det får av det som det begär, och vem som hålls uppe av spärren.",
    },
    "own-capital": {
      title: "Eget kapital mot trappan",
      description:
        "Varje förbunds eget kapital mot den nivå som Nationella rådet rekommenderar: vad som är för mycket, eller vad det finns utrymme för, och hur länge överskottet räcker.",
    },
    "check-decision": {
      title: "Kontrollera ett beslut",
      description:
        "Skriv in ett besluts siffror: det som avviker från lagens andelar, summor som inte går ihop, och procenttal och belopp per invånare som inte följer av sina underlag.",
    },
    results: {
      title: "Utfall och kostnad per resultat",
      description:
        "Hur många deltagare som gick till arbete eller studier, kvinnor och män, vad varje resultat kostade, och hur många i arbete som betalar tillbaka budgeten.",
    },
    "compare-unions": {
      title: "Jämför förbund",
      description:
        "Kronor per invånare 16–64 år, statens och totalt, och hur mycket av maxbeloppet som används, förbund för förbund, med vad det kostar att nå en vald nivå.",
    },
    calendar: {
      title: "Årshjul för budgetprocessen",
      description:
        "Budgetprocessens steg från medlemsmötet i februari till styrelsens beslut senast den 30 november och årsredovisningen: vad som kommer härnäst och vilka siffror det kräver.",
    },
    "multi-year": {
      title: "Flerårsbudget och konsekvensanalys",
      description:
        "Eget kapital, medlemsbidrag, administration och beslutade insatser år för år: hur mycket som blir över till nya insatser vid 0, 10 och 20 procents höjning.",
    },
  },
  {
    escalation: {
      title: "Escalation to the state's maximum",
      description:
        "What the state, the region and each municipality contribute year by year when the contribution is raised step by step to the state's maximum, and what is left unused on the way.",
    },
    "level-increase": {
      title: "Level increase: what it costs each party",
      description:
        "The union's budget is raised by a percentage: what the state, the region and each municipality contribute before and after, in kronor and per cent.",
    },
    ceiling: {
      title: "Who sets the ceiling?",
      description:
        "The law's shares are fixed, so the smallest willingness sets the ceiling of the whole budget. Whose is it, how large is the budget, and how much of the state's money is left behind?",
    },
    alternatives: {
      title: "Three alternatives for the county",
      description:
        "As today, shared administration or one union for the county: what each alternative means for the state, the region and the municipalities, in tkr and per cent, and for own capital.",
    },
    "change-union": {
      title: "A municipality changes union",
      description:
        "A municipality goes from one union to another: both unions' maxima, keys and contributions, the floor for the union left behind, the year of exit and the share of debts.",
    },
    distribution: {
      title: "The state's distribution model",
      description:
        "The state's distribution model: each union's maximum by base grant, need and population, what it gets of what it asks for, and whom the floor holds up.",
    },
    "own-capital": {
      title: "Own capital against the steps",
      description:
        "Each union's own capital against the level that Nationella rådet recommends: the excess, or the room, and how long the excess lasts.",
    },
    "check-decision": {
      title: "Check a decision",
      description:
        "Type a decision's figures: what deviates from the law's shares, sums that do not add up, and percentages and amounts per inhabitant that do not follow from their basis.",
    },
    results: {
      title: "Results and cost per result",
      description:
        "How many participants went on to work or studies, women and men, what each result cost, and how many in work pay the budget back.",
    },
    "compare-unions": {
      title: "Compare unions",
      description:
        "Kronor per inhabitant aged 16–64, the state's and in total, and how much of the maximum is used, union by union, with what it takes to reach a chosen level.",
    },
    calendar: {
      title: "The year's calendar of the budget process",
      description:
        "The steps of the budget process from the members' meeting in February to the board's decision by 30 November and the annual report: what is due next and which figures it needs.",
    },
    "multi-year": {
      title: "Multi-year budget and consequences",
      description:
        "Own capital, members' contributions, administration and decided activities year by year: how much is left for new activities at an increase of 0, 10 and 20 per cent.",
    },
  },
);

export type ScenarioId = keyof ReturnType<typeof aboutTexts>;

export const scenarioIds = Object.keys(aboutTexts("en")) as readonly ScenarioId[];
