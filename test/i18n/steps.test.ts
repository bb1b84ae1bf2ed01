/*
 * What is said about each step, in both languages: sentences that anyone can reckon again, and nothing left out.
 */
import fc from "fast-check";
import { Problem } from "../../src/core/problem";
import { leadsTo, rowOf, type Step } from "../../src/core/trace";
import { percentage, shortNumber } from "../../src/i18n/numbers";
import { english } from "../../src/i18n/steps/en";
import { stepText } from "../../src/i18n/steps/stepText";
import { swedish } from "../../src/i18n/steps/sv";
import { functions } from "../core/requests";
import { examples, names } from "./stepExamples";

/** As they stand between a reader's eyes: an ordinary space where one must not break. */
const said = (step: Step, language: "sv" | "en", line: number | undefined) => {
  const { heading, text } = stepText(step, { language, names, line });
  return `${heading}: ${text.join(" ")}`.replace(/[\u00a0\u202f]/g, " ");
};

const table = new Map(examples().map(([name, step, line]) => [name, { step, line }]));

describe("a step says", () => {
  test.each([
    [
      "a budget from the state's contribution",
      "Budgeten: Beloppet 3 674 är statens bidrag, som enligt lagen är 50 % av budgeten. Budgeten är 3 674 / 50 % = 7 348.",
      "The budget: The amount 3,674 is the state's contribution, by law 50% of the budget. The budget is 3,674 / 50% = 7,348.",
    ],
    [
      "a budget as it is",
      "Budgeten: Beloppet 7 348 är förbundets hela budget.",
      "The budget: The amount 7,348 is the union's whole budget.",
    ],
    [
      "a half, rounded",
      "Avrundning: Beloppet, 2,5, avrundas till heltal: 3. Mitt emellan går bort från noll.",
      "Rounding: The amount, 2.5, is rounded to a whole number: 3. A half goes away from zero.",
    ],
    [
      "hundreds, rounded",
      "Avrundning: Beloppet, 18 370, avrundas till jämna 100: 18 400.",
      "Rounding: The amount, 18,370, is rounded to a multiple of 100: 18,400.",
    ],
    [
      "nothing to round",
      "Avrundning: Beloppet, 100, är redan ett heltal.",
      "Rounding: The amount, 100, is already a whole number.",
    ],
    [
      "a party's exact share",
      "Parternas andelar: Budgeten, 7 348, delas efter lagens andelar. Regionens del är 7 348 × 25 % = 1 837.",
      "The parties' shares: The budget, 7,348, is divided by the shares of the law. The region's part is 7,348 × 25% = 1,837.",
    ],
    [
      "a municipality's exact share",
      "Kommunernas delar: Kommunernas fjärdedel, 1 837, delas efter nyckeln. Habo har 11 314 av 165 153, så delen är 1 837 × 11 314 / 165 153 = 125,85.",
      "The municipalities' parts: The municipalities' quarter, 1,837, is divided by the key. Habo has 11,314 of 165,153, so its part is 1,837 × 11,314 / 165,153 = 125.85.",
    ],
    [
      "a municipality that gets one of the units left",
      "Kommunernas delar: Kommunernas fjärdedel, 1 837, delas efter nyckeln. Habo har 11 314 av 165 153, det är 125,85; avrundat nedåt 125. Avrundade nedåt är de tillsammans 1 834, och 3 återstår. De går till de största resterna: Habo (0,85), Jönköping (0,81) och Vaggeryd (0,74). Näst i tur var Mullsjö (0,61). Habo får en till: 126.",
      "The municipalities' parts: The municipalities' quarter, 1,837, is divided by the key. Habo has 11,314 of 165,153, which is 125.85; rounded down 125. Rounded down they are 1,834 together, and 3 are left. They go to the largest remainders: Habo (0.85), Jönköping (0.81) and Vaggeryd (0.74). Next in line was Mullsjö (0.61). Habo gets one more: 126.",
    ],
    [
      "one that gets none",
      "Kommunernas delar: Kommunernas fjärdedel, 1 837, delas efter nyckeln. Mullsjö har 7 157 av 165 153, det är 79,61; avrundat nedåt 79. Avrundade nedåt är de tillsammans 1 834, och 3 återstår. De går till de största resterna: Habo (0,85), Jönköping (0,81) och Vaggeryd (0,74). Näst i tur var Mullsjö (0,61). Mullsjö får ingen till och har 79.",
      "The municipalities' parts: The municipalities' quarter, 1,837, is divided by the key. Mullsjö has 7,157 of 165,153, which is 79.61; rounded down 79. Rounded down they are 1,834 together, and 3 are left. They go to the largest remainders: Habo (0.85), Jönköping (0.81) and Vaggeryd (0.74). Next in line was Mullsjö (0.61). Mullsjö gets no more and has 79.",
    ],
    [
      "a party beside the one that is given",
      "Parternas andelar: Statens bidrag är givet, 4 446. Resten, 8 891 − 4 446 = 4 445, delas mellan regionen och kommunerna i förhållande till deras andelar. Kommunerna: exakt 2 222,50; avrundat nedåt 2 222. Avrundade nedåt är de tillsammans 4 444, och 1 återstår. Den går till den största resten: regionen (0,50). Regionen och kommunerna har lika stor rest; då går den största före, och av lika stora den som står först. Kommunerna får ingen till och har 2 222.",
      "The parties' shares: The state's contribution is given, 4,446. The rest, 8,891 − 4,446 = 4,445, is divided between the region and the municipalities in proportion to their shares. The municipalities: exactly 2,222.50; rounded down 2,222. Rounded down they are 4,444 together, and 1 is left. It goes to the largest remainder: the region (0.50). The region and the municipalities have the same remainder; the largest then goes first, and of equals the one listed first. The municipalities get no more and have 2,222.",
    ],
    [
      "a tie between parties",
      "Parternas andelar: Budgeten, 1 001, delas efter lagens andelar. Kommunerna: exakt 500,50; avrundat nedåt 500. Avrundade nedåt är de tillsammans 1 000, och 1 återstår. Den går till den största resten: staten (0,50). Staten och kommunerna har lika stor rest; då går den största före, och av lika stora den som står först. Kommunerna får ingen till och har 500.",
      "The parties' shares: The budget, 1,001, is divided by the shares of the law. The municipalities: exactly 500.50; rounded down 500. Rounded down they are 1,000 together, and 1 is left. It goes to the largest remainder: the state (0.50). The state and the municipalities have the same remainder; the largest then goes first, and of equals the one listed first. The municipalities get no more and have 500.",
    ],
    [
      "a negative amount, for all",
      "Delarna: Beloppet, −10, delas efter vikterna. Ett negativt belopp delas som om det vore positivt. Avrundade nedåt är de tillsammans −9, och 1 återstår. Den går till den största resten: mottagare 1 (−0,33). Mottagare 1, mottagare 2 och mottagare 3 har lika stor rest; då går den största före, och av lika stora den som står först.",
      "The parts: The amount, −10, is divided by the weights. A negative amount is divided as if it were positive. Rounded down they are −9 together, and 1 is left. It goes to the largest remainder: recipient 1 (−0.33). Recipient 1, recipient 2 and recipient 3 have the same remainder; the largest then goes first, and of equals the one listed first.",
    ],
    [
      "parts that come out even",
      "Delarna: Beloppet, 10, delas efter vikterna. Mottagare 1 har 1 av 2, det är 5. Delarna går jämnt upp.",
      "The parts: The amount, 10, is divided by the weights. Recipient 1 has 1 of 2, which is 5. The parts come out even.",
    ],
    [
      "more units left than can be named",
      "Delarna: Beloppet, 70, delas efter vikterna. Mottagare 2 har 28 av 225, det är 8,7; avrundat nedåt 0. Avrundade nedåt är de tillsammans 0, och 7 steg om 10 återstår. De 7 största resterna får en var; sist i tur var mottagare 7 (7,2). Näst i tur var mottagare 8 (6,8). Mottagare 2 får en till: 10.",
      "The parts: The amount, 70, is divided by the weights. Recipient 2 has 28 of 225, which is 8.7; rounded down 0. Rounded down they are 0 together, and 7 steps of 10 are left. The 7 largest remainders get one each; last in line was recipient 7 (7.2). Next in line was recipient 8 (6.8). Recipient 2 gets one more: 10.",
    ],
    [
      "a part by odd divisors",
      "Udda tal (Sainte-Laguë): Beloppet, 100, delas efter vikterna. Mottagare 2 har 4 400 av 10 000, det är 44, närmast 44. Delarna avrundade till närmaste är 1 för mycket tillsammans; den som har lägst kvot lämnar en: mottagare 2 (4 400 / 87 = 50,575). Den sista enheten har mottagare 1 fått, med kvoten 5 117 / 101 = 50,663. Näst i tur står mottagare 2, med kvoten 4 400 / 87 = 50,575. Mottagare 2 får 43.",
      "Odd divisors (Sainte-Laguë): The amount, 100, is divided by the weights. Recipient 2 has 4,400 of 10,000, which is 44, nearest 44. Rounded to the nearest, the parts are 1 too much together; whoever has the lowest quotient gives one back: recipient 2 (4,400 / 87 = 50.575). The last one went to recipient 1, with the quotient 5,117 / 101 = 50.663. Next in line is recipient 2, with the quotient 4,400 / 87 = 50.575. Recipient 2 gets 43.",
    ],
    [
      "parts by odd divisors that need no moving",
      "Udda tal (Sainte-Laguë): Beloppet, 4, delas efter vikterna. Delarna avrundade till närmaste går ihop. Den sista enheten har mottagare 1 fått, med kvoten 3 / 5 = 0,6. Näst i tur står mottagare 1, med kvoten 3 / 7 = 0,42857.",
      "Odd divisors (Sainte-Laguë): The amount, 4, is divided by the weights. Rounded to the nearest, the parts add up. The last one went to recipient 1, with the quotient 3 / 5 = 0.6. Next in line is recipient 1, with the quotient 3 / 7 = 0.42857.",
    ],
    [
      "an offer's ceiling",
      "Vad varje erbjudande räcker till: Andelarna är fasta, så ett erbjudande räcker till den budget som det är sin andel av. Habo erbjuder 145,2 och ska betala 25 % × 121 / 1 518 av budgeten. Taket är 145,2 / (25 % × 121 / 1 518) = 7 286,4.",
      "What each offer is enough for: The shares are fixed, so an offer is enough for the budget that it is its share of. Habo offers 145.2 and is to pay 25% × 121 / 1,518 of the budget. The ceiling is 145.2 / (25% × 121 / 1,518) = 7,286.4.",
    ],
    [
      "no ceiling",
      "Vad varje erbjudande räcker till: Andelarna är fasta, så ett erbjudande räcker till den budget som det är sin andel av. Habo erbjuder 145,2 och ska betala 25 % × 0 / 1 av budgeten. Den som inte betalar något av kommunernas del sätter inget tak.",
      "What each offer is enough for: The shares are fixed, so an offer is enough for the budget that it is its share of. Habo offers 145.2 and is to pay 25% × 0 / 1 of the budget. One who pays nothing of the budget sets no ceiling.",
    ],
    [
      "the lowest ceiling",
      "Det lägsta taket: Lägst är taket för Jönköping: 6 072. Alla måste vara med, så det är den största budget som alla kan bära.",
      "The lowest ceiling: The lowest ceiling is that of Jönköping: 6,072. Everyone must take part, so it is the largest budget that all can back.",
    ],
    [
      "who has it, of several",
      "Det lägsta taket: Lägst är taket 200, som staten och regionen har gemensamt. Den första av dem räknas; det är rad 1 i den ordning som FINSAM.SPLIT har.",
      "The lowest ceiling: The lowest ceiling is 200, and the state and the region share it. The first of them counts; it is row 1 in the order of FINSAM.SPLIT.",
    ],
    [
      "a ceiling rounded down",
      "Avrundning nedåt: Taket, 6 040,52, avrundas nedåt till heltal: 6 040.",
      "Rounding down: The ceiling, 6,040.52, is rounded down to a whole number: 6,040.",
    ],
    [
      "a budget of which rounding asks too much",
      "En lägre budget: Av budgeten 7 skulle Jönköping efter avrundning få betala 2, minst 1 mer än erbjudandet 0,91. Därför prövas nästa lägre: 6.",
      "A lower budget: Of a budget of 7, rounding would ask Jönköping for 2, at least 1 more than the offer of 0.91. So the next lower is tried: 6.",
    ],
    [
      "contributions",
      "Bidragen: Staten 3 674, regionen 1 837 och kommunerna 1 840 är tillsammans 7 351.",
      "The contributions: The state 3,674, the region 1,837 and the municipalities 1,840 are together 7,351.",
    ],
    [
      "too little",
      "Avvikelsen för staten: Statens del är 50 % av 7 351 = 3 675,5. Betalat är 3 674, 1,5 för lite.",
      "The deviation of the state: The state's part is 50% of 7,351 = 3,675.5. What is paid is 3,674, 1.5 too little.",
    ],
    [
      "within the tolerance",
      "Avvikelsen för kommunerna: Kommunernas del är 25 % av 11 102 = 2 775,5. Betalat är 2 775, 0,5 för lite. Det är inom toleransen 1 och räknas som 0.",
      "The deviation of the municipalities: The municipalities' part is 25% of 11,102 = 2,775.5. What is paid is 2,775, 0.5 too little. That is within the tolerance of 1 and counts as 0.",
    ],
    [
      "beyond the tolerance",
      "Avvikelsen för kommunerna: Kommunernas del är 25 % av 7 351 = 1 837,75. Betalat är 1 840, 2,25 för mycket. Det är mer än toleransen 1.",
      "The deviation of the municipalities: The municipalities' part is 25% of 7,351 = 1,837.75. What is paid is 1,840, 2.25 too much. That is more than the tolerance of 1.",
    ],
    [
      "what grows",
      "Utgångspunkt: Beloppet före första året är 3 674.",
      "To begin with: The amount before the first year is 3,674.",
    ],
    [
      "a year below the cap",
      "År 1: 3 674 + 10 % = 4 041,4. Det är under taket 5 551.",
      "Year 1: 3,674 + 10% = 4,041.4. That is below the cap of 5,551.",
    ],
    [
      "a year at the cap",
      "År 5: 5 379,1034 + 10 % = 5 917,01. Det är över taket, så beloppet blir taket: 5 551.",
      "Year 5: 5,379.1034 + 10% = 5,917.01. That is above the cap, so the amount is the cap: 5,551.",
    ],
    ["a year of less", "År 1: 3 674 − 10 % = 3 306,6.", "Year 1: 3,674 − 10% = 3,306.6."],
    [
      "years to the cap",
      "Tills taket nås: Efter 4 ökningar med 10 % har 3 674 blivit 5 379,1034, under taket 5 551. Efter 5 är det 5 917,01, och taket är nått: 3 674 × (1 + 10 %)^5.",
      "Until the cap is reached: After 4 increases of 10%, 3,674 has become 5,379.1034, below the cap of 5,551. After 5 it is 5,917.01, and the cap is reached: 3,674 × (1 + 10%)^5.",
    ],
    [
      "a cap that is reached",
      "Tills taket nås: 5 551 har redan nått taket 5 551: 0 ökningar.",
      "Until the cap is reached: 5,551 has reached the cap of 5,551 already: 0 increases.",
    ],
    [
      "the rate to the cap",
      "Ökning per år: Från 3 674 till 5 551 på 5 år: (5 551 / 3 674)^(1/5) − 1 = 8,6041 %.",
      "The increase a year: From 3,674 to 5,551 in 5 years: (5,551 / 3,674)^(1/5) − 1 = 8.6041%.",
    ],
    [
      "base grants",
      "Grundtilldelning: 3 förbund får 400 var av anslaget 10 000. Kvar att fördela: 10 000 − 3 × 400 = 8 800.",
      "Base grants: 3 unions get 400 each of the appropriation of 10,000. Left to distribute: 10,000 − 3 × 400 = 8,800.",
    ],
    [
      "need and population",
      "Behov och invånare: Av 8 800 fördelas 75 %, 6 600, efter försörjningsmått och resten, 2 200, efter invånare 16–64 år. Tabellens försörjningsmått är 100 och invånarna 100 000.",
      "Need and population: Of 8,800, 75% goes by need, 6,600, and the rest by population aged 16–64, 2,200. The table's need is 100 and its population 100,000.",
    ],
    [
      "a maximum",
      "Maxbelopp: Efter behov: 6 600 × 30 / 100 = 1 980. Efter invånare: 2 200 × 30 000 / 100 000 = 660. Maxbeloppet för Mellersta: 400 + 1 980 + 660 = 3 040.",
      "Maximum: By need: 6,600 × 30 / 100 = 1,980. By population: 2,200 × 30,000 / 100,000 = 660. The maximum of Mellersta: 400 + 1,980 + 660 = 3,040.",
    ],
    [
      "a row that is no union",
      "Maxbelopp: Raden har varken försörjningsmått eller invånare och räknas inte som ett förbund: 0.",
      "Maximum: The row has neither need nor population and is not counted as a union: 0.",
    ],
    [
      "an entitlement with a reduction",
      "Rätt till: Ett förbund har rätt till det lägre av det sökta och maxbeloppet, minus ett avdrag för eget kapital. Mellersta har sökt 3 000 och har maxbeloppet 3 000. Det lägre minus avdraget: 3 000 − 500 = 2 500.",
      "Entitlement: A union is entitled to the lower of its request and its maximum, less a reduction for too much own capital. Mellersta has requested 3,000 and has the maximum 3,000. The lower less the reduction: 3,000 − 500 = 2,500.",
    ],
    [
      "an entitlement",
      "Rätt till: Ett förbund har rätt till det lägre av det sökta och maxbeloppet, minus ett avdrag för eget kapital. Mellersta har sökt 3 000 och har maxbeloppet 3 000. Det lägre är 3 000.",
      "Entitlement: A union is entitled to the lower of its request and its maximum, less a reduction for too much own capital. Mellersta has requested 3,000 and has the maximum 3,000. The lower is 3,000.",
    ],
    [
      "a floor at the request",
      "Golv: Bidraget till Södra var 2 500 förra året, och det får minska högst 10 %: till 2 250. Men ingen får mer än den sökt, så golvet är 2 000.",
      "Floor: The grant to Södra was 2,500 last year and may fall by 10% at most: to 2,250. But nobody gets more than the request, so the floor is 2,000.",
    ],
    [
      "no floor",
      "Golv: Ett förbund med avdrag för eget kapital har inget golv.",
      "Floor: A union with a reduction for too much own capital has no floor.",
    ],
    [
      "the higher of the two",
      "Rätt till eller golv: Det högre av 5 000 och golvet 2 700 är 5 000.",
      "Entitlement or floor: The higher of 5,000 and the floor 2,700 is 5,000.",
    ],
    [
      "too little money",
      "Räcker pengarna?: Tillsammans är det 10 000, och anslaget är 9 000. Det fattas 1 000.",
      "Is there enough money?: Together that is 10,000, and the appropriation is 9,000. 1,000 is missing.",
    ],
    [
      "money left",
      "Räcker pengarna?: Tillsammans är det 4 700, och anslaget är 8 000. 3 300 blir över.",
      "Is there enough money?: Together that is 4,700, and the appropriation is 8,000. 3,300 is left.",
    ],
    [
      "a union at its floor",
      "Nedräkning: De som ligger över sina golv har rätt till 5 000 tillsammans, och till dem finns 4 300. Allas rätt räknas ner med samma faktor, 4 300 / 5 000 = 0,86, men ingen under sitt golv. Mellersta och Södra stannar på golvet. Södra: 2 000 × 4 300 / 5 000 = 1 720 är inte över golvet 2 000, så bidraget är golvet, 2 000.",
      "Scaling down: Those above their floors are entitled to 5,000 together, and there is 4,300 for them. All entitlements are scaled by one factor, 4,300 / 5,000 = 0.86, but nobody below the floor. Mellersta and Södra stay at the floor. Södra: 2,000 × 4,300 / 5,000 = 1,720 is not above the floor of 2,000, so the grant is the floor, 2,000.",
    ],
    [
      "a union above its floor",
      "Nedräkning: De som ligger över sina golv har rätt till 5 000 tillsammans, och till dem finns 4 300. Allas rätt räknas ner med samma faktor, 4 300 / 5 000 = 0,86, men ingen under sitt golv. Mellersta och Södra stannar på golvet. Norra: 5 000 × 4 300 / 5 000 = 4 300, över golvet 2 700.",
      "Scaling down: Those above their floors are entitled to 5,000 together, and there is 4,300 for them. All entitlements are scaled by one factor, 4,300 / 5,000 = 0.86, but nobody below the floor. Mellersta and Södra stay at the floor. Norra: 5,000 × 4,300 / 5,000 = 4,300, above the floor of 2,700.",
    ],
    [
      "floors that are too much",
      "Pengarna räcker inte till golven: Redan golven, 7 400 tillsammans, tar hela anslaget, 3 700. De räknas ner med samma faktor: 3 700 / 7 400 = 0,5. Norra: 2 700 × 3 700 / 7 400 = 1 350.",
      "Not enough for the floors: The floors alone, 7,400 together, take the whole appropriation of 3,700. They are scaled by one factor: 3,700 / 7,400 = 0.5. Norra: 2,700 × 3,700 / 7,400 = 1,350.",
    ],
    [
      "left-over money, where one needs little",
      "Det som blir över: 3 300 är över och går till dem som sökte mer, i förhållande till maxbeloppen, men ingen får mer än den sökt. När de som behöver minst har fått allt återstår 3 000 till de andra, vars maxbelopp är 1 000 tillsammans. Södra sökte 200 mer och får det: 700 + 200 = 900.",
      "What is left: 3,300 is left and goes to those who requested more, in proportion to their maxima, but nobody gets more than the request. When those who need least have it all, 3,000 remains for the others, whose maxima are 1,000 together. Södra requested 200 more and gets it: 700 + 200 = 900.",
    ],
    [
      "left-over money",
      "Det som blir över: 3 300 är över och går till dem som sökte mer, i förhållande till maxbeloppen, men ingen får mer än den sökt. Deras maxbelopp är 4 000 tillsammans. Mellersta sökte 8 000 mer och får en del: 1 000 + 3 300 × 1 000 / 4 000 = 1 825.",
      "What is left: 3,300 is left and goes to those who requested more, in proportion to their maxima, but nobody gets more than the request. Their maxima are 4,000 together. Mellersta requested 8,000 more and gets a part: 1,000 + 3,300 × 1,000 / 4,000 = 1,825.",
    ],
    [
      "left-over money that is enough",
      "Det som blir över: 15 300 är över, och det räcker till allt som söktes utöver det. Mellersta sökte 8 000 mer och får det: 1 000 + 8 000 = 9 000.",
      "What is left: 15,300 is left, which is enough for all that was requested beyond that. Mellersta requested 8,000 more and gets it: 1,000 + 8,000 = 9,000.",
    ],
    [
      "whole units of grants",
      "Hela tal som går ihop: Bidragen ska tillsammans bli 8 001, och ingen får mer än den sökt, avrundat nedåt. Norra: exakt 5 475,75; avrundat nedåt 5 475. Avrundade nedåt är de tillsammans 8 000, och 1 återstår. Störst rest går före bland dem som sökt mer: Norra (0,75). Norra får en till: 5 476.",
      "Whole numbers that add up: The grants shall together be 8,001, and nobody gets more than the request rounded down. Norra: exactly 5,475.75; rounded down 5,475. Rounded down they are 8,000 together, and 1 is left. The largest remainders come first among those who requested more: Norra (0.75). Norra gets one more: 5,476.",
    ],
    [
      "a merger",
      "Ett förbund i stället för flera: Förbunden har tillsammans 5 486 + 4 006 + 2 570 = 12 062. Ett sammanslaget förbund får en grundtilldelning, så 2 faller bort: 12 062 − 2 × 400 = 11 262.",
      "One union instead of several: The unions have 5,486 + 4,006 + 2,570 = 12,062 together. A merged union gets one base grant, so 2 fall away: 12,062 − 2 × 400 = 11,262.",
    ],
    [
      "the whole income",
      "Trappan: Intäkten 6 423 hör till steget över 0 till och med 7 000, där 20 % gäller. Hela intäkten: 6 423 × 20 % = 1 284,6.",
      "The steps: The income 6,423 is in the step above 0 up to 7,000, where the rate is 20%. The whole income: 6,423 × 20% = 1,284.6.",
    ],
    [
      "slice by slice",
      "Trappan, skikt för skikt: Intäkten 7 018 delas på trappans steg, vart och ett med sin procentsats. (7 000 − 0) × 20 % = 1 400; (7 018 − 7 000) × 15 % = 2,7. Tillsammans 1 402,7.",
      "The steps, slice by slice: The income 7,018 is cut at the steps, each slice with its own rate. (7,000 − 0) × 20% = 1,400; (7,018 − 7,000) × 15% = 2.7. Together 1,402.7.",
    ],
    [
      "a parameter in tkr",
      "Grundtilldelning: 2021: 400 000 kr. Gäller från 2016, tills vidare. 400 000 kr är 400 tkr.",
      "Base grant: 2021: 400,000 kr. In force from 2016 until further notice. 400,000 kr is 400 tkr.",
    ],
    ["a share", "Största minskning: 2016: 10 %. Gäller 2016–2017.", "Largest decrease: 2016: 10%. In force 2016–2017."],
    [
      "a source",
      "Källa: Anslag: 2006: 2005/06:206, Svar i riksdagen. Värdet gäller 2006.",
      "Source: Appropriation: 2006: 2005/06:206, Svar i riksdagen. The value is in force in 2006.",
    ],
  ])("%s", (name, sv, en) => {
    const { step, line } = table.get(name)!;
    expect(said(step, "sv", line)).toBe(sv);
    expect(said(step, "en", line)).toBe(en);
  });

  test("something of every kind there is", () => {
    const told = new Set(examples().map(([, { code }]) => code));
    expect(Object.keys(swedish).filter((code) => !told.has(code as Step["code"]))).toEqual([]);
    expect(Object.keys(english).sort()).toEqual(Object.keys(swedish).sort());
  });
});

describe("what it came to, in one sentence", () => {
  test.each([
    [
      "a municipality that gets one of the units left",
      "Habo får 126: exakt 125,85 är 125 avrundat nedåt, och resten 0,85 ger en till.",
      "Habo gets 126: exactly 125.85 is 125 rounded down, and the remainder 0.85 gives one more.",
    ],
    [
      "a party beside the one that is given",
      "Kommunerna får 2 222: exakt 2 222,50 är 2 222 avrundat nedåt, och resten 0,50 ger inget mer.",
      "The municipalities get 2,222: exactly 2,222.50 is 2,222 rounded down, and the remainder 0.50 gives no more.",
    ],
    [
      "more units left than can be named",
      "Mottagare 2 får 10: exakt 8,7 är 0 avrundat nedåt, och resten 8,7 ger 10 till.",
      "Recipient 2 gets 10: exactly 8.7 is 0 rounded down, and the remainder 8.7 gives 10 more.",
    ],
    ["parts that come out even", "Mottagare 1 får precis sin del, 5.", "Recipient 1 gets exactly its part, 5."],
    [
      "a part by odd divisors",
      "Mottagare 2 får 43: exakt 44 avrundas till 44, men delarna måste gå ihop.",
      "Recipient 2 gets 43: exactly 44 rounds to 44, but the parts must add up.",
    ],
    ["a half, rounded", "Beloppet, 2,5, avrundas till heltal: 3.", "The amount, 2.5, is rounded to a whole number: 3."],
    [
      "an offer's ceiling",
      "Taket är 145,2 / (25 % × 121 / 1 518) = 7 286,4.",
      "The ceiling is 145.2 / (25% × 121 / 1,518) = 7,286.4.",
    ],
    ["the lowest ceiling", "Lägst är taket för Jönköping: 6 072.", "The lowest ceiling is that of Jönköping: 6,072."],
    [
      "a budget of which rounding asks too much",
      "Budgeten 7 skulle kräva mer av Jönköping än erbjudandet, så nästa lägre prövas: 6.",
      "A budget of 7 would ask more of Jönköping than the offer, so the next lower is tried: 6.",
    ],
    ["too little", "Betalat är 3 674, 1,5 för lite.", "What is paid is 3,674, 1.5 too little."],
    [
      "within the tolerance",
      "Betalat är 2 775, 0,5 för lite, men inom toleransen 1.",
      "What is paid is 2,775, 0.5 too little, but within the tolerance of 1.",
    ],
    [
      "beyond the tolerance",
      "Betalat är 1 840, 2,25 för mycket, mer än toleransen 1.",
      "What is paid is 1,840, 2.25 too much, more than the tolerance of 1.",
    ],
    [
      "a year below the cap",
      "3 674 + 10 % = 4 041,4, under taket 5 551.",
      "3,674 + 10% = 4,041.4, below the cap of 5,551.",
    ],
    [
      "a year at the cap",
      "5 379,1034 + 10 % = 5 917,01, över taket 5 551, som därför gäller.",
      "5,379.1034 + 10% = 5,917.01, above the cap of 5,551, which applies.",
    ],
    [
      "years to the cap",
      "Efter 5 ökningar med 10 % är taket 5 551 nått.",
      "After 5 increases of 10% the cap of 5,551 is reached.",
    ],
    [
      "whole units of grants",
      "Norra får 5 476: exakt 5 475,75 är 5 475 avrundat nedåt, och resten 0,75 ger en till.",
      "Norra gets 5,476: exactly 5,475.75 is 5,475 rounded down, and the remainder 0.75 gives one more.",
    ],
    [
      "slice by slice",
      "Intäkten 7 018 ger, skikt för skikt, 1 402,7.",
      "The income 7,018 gives, slice by slice, 1,402.7.",
    ],
    ["a parameter in tkr", "Grundtilldelning 2021: 400 tkr.", "Base grant 2021: 400 tkr."],
    ["a source", "Anslag 2006: 2005/06:206, Svar i riksdagen.", "Appropriation 2006: 2005/06:206, Svar i riksdagen."],
  ])("%s", (name, sv, en) => {
    const { step, line } = table.get(name)!;
    const answer = (language: "sv" | "en") =>
      stepText(step, { language, names, line }).answer.replace(/[\u00a0\u202f]/g, " ");
    expect([answer("sv"), answer("en")]).toEqual([sv, en]);
  });

  test("with the figure in it, whatever the answer", () => {
    for (const [name, { compute, request }] of Object.entries(functions)) {
      // Whose ceiling it is counts as a row, and a deviation within the tolerance as 0: the sentence has what is behind.
      if (name === "BINDING") continue;
      fc.assert(
        fc.property(request, fc.nat(), fc.nat(), (asked, someRow, someColumn) => {
          const steps: Step[] = [];
          let answer;
          try {
            answer = compute(asked, (step) => steps.push(step));
          } catch {
            return;
          }
          const [row, column] = [someRow % answer.length, someColumn % answer[0]!.length];
          const turned = steps.some(({ where }) => where.turned);
          const [line, year] = turned ? [column, row] : [row, column];
          const last = steps.filter((step) => leadsTo(step, line, year)).at(-1)!;
          const figure = answer[row]![column]!;
          if (figure instanceof Problem || (last.code === "deviation" && last.tolerance > 0)) return;
          const said = stepText(last, { language: "en", names: {}, line }).answer;
          const shown = typeof figure === "string" ? [figure] : [shortNumber, percentage].map((as) => as(figure, "en"));
          const isSaid = shown.some((text) => said.includes(text.replace(/^−/, "")));
          expect([name, said, shown, isSaid || figure === 0]).toEqual([name, said, shown, true]);
        }),
      );
    }
  });
});

describe("whatever a function reports", () => {
  const languages = ["sv", "en"] as const;

  /** The steps to a random place of the answer to a random request. */
  const everyStep = (check: (step: Step, line: number) => void) => {
    for (const { compute, request } of Object.values(functions)) {
      fc.assert(
        fc.property(request, fc.nat(), fc.nat(), (asked, someRow, someColumn) => {
          const steps: Step[] = [];
          let answer;
          try {
            answer = compute(asked, (step) => steps.push(step));
          } catch (error) {
            fc.pre(!(error instanceof Problem));
            throw error;
          }
          const [row, column] = [someRow % answer.length, someColumn % answer[0]!.length];
          const turned = steps.some(({ where }) => where.turned);
          const [line, year] = turned ? [column, row] : [row, column];
          for (const step of steps.filter((each) => leadsTo(each, line, year))) check(step, line);
        }),
      );
    }
  };

  test("is told in whole sentences, with what it rests on", () => {
    everyStep((step, line) => {
      for (const language of languages) {
        for (const known of [line, undefined]) {
          const { heading, text, answer, source, open } = stepText(step, { language, names: {}, line: known });
          const ground = [...(source === undefined ? [] : [source]), ...open];
          expect(ground).not.toEqual([]);
          const sentences = [...text, answer, ...ground];
          const broken = /undefined|NaN|null|Infinity|∞|\[object|^\s*$/;
          expect([heading, ...sentences].filter((each) => broken.test(each))).toEqual([]);
          expect(sentences.filter((sentence) => !sentence.endsWith("."))).toEqual([]);
        }
      }
    });
  });

  test("has a table with a text in every cell, and the selected row marked", () => {
    everyStep((step, line) => {
      for (const language of languages) {
        const shown = stepText(step, { language, names: {}, line }).table;
        if (!shown) continue;
        const rows = shown.rows.map(({ cells }) => cells);
        expect(rows.filter(({ length }) => length !== shown.columns.length)).toEqual([]);
        expect(rows.flat().filter((cell) => /undefined|NaN|^$/.test(cell))).toEqual([]);
        const isLowest = step.code === "ceilings" && step.asked !== "all";
        expect(shown.rows.findIndex(({ isSelected }) => isSelected)).toBe(isLowest ? -1 : rowOf(step, line));
        expect(shown.rows.filter(({ isSelected }) => isSelected)).toHaveLength(isLowest ? 0 : 1);
      }
    });
  });
});

describe("who was last to get a unit is seen", () => {
  test("in as many decimals as it takes to tell the remainders apart", () => {
    const weights = [[1_000_002], [1_000_001], [1_000_000]];
    const steps: Step[] = [];
    functions["ALLOCATE"]!.compute({ amount: [[1]], weights, unit: 1 }, (step) => steps.push(step));
    expect(said(steps.at(-1)!, "en", 1)).toContain(
      "It goes to the largest remainder: recipient 1 (0.333334). Next in line was recipient 2 (0.333333).",
    );
  });

  test("and marked in the table, among two hundred and ninety", () => {
    const weights = Array.from({ length: 290 }, (_, i) => [2_400 + ((i * 7919) % 190_000)]);
    const steps: Step[] = [];
    functions["ALLOCATE"]!.compute({ amount: [[1_000_003]], weights, unit: 1 }, (step) => steps.push(step));
    const { rows } = stepText(steps.at(-1)!, { language: "sv", names: {}, line: 12 }).table!;
    const edge = rows.filter(({ isEdge }) => isEdge);
    expect(edge).toHaveLength(2);
    const remainder = (cells: readonly string[]) => Number(cells[4]!.replace(",", "."));
    const [got, without] = [
      edge.find(({ cells }) => cells[3] !== cells[5])!,
      edge.find(({ cells }) => cells[3] === cells[5])!,
    ];
    expect(remainder(got.cells)).toBeGreaterThan(remainder(without.cells));
    expect(rows.findIndex(({ isSelected }) => isSelected)).toBe(12);
  });
});
