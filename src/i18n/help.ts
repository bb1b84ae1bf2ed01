/*
 * The help pages' own texts: what holds for every function. What is said of each comes from the catalogue.
 */
import { bilingual } from "./texts";

export const helpTexts = bilingual(
  {
    title: "FINSAM för Excel",
    lead: "Funktioner för samordningsförbundens finansiering enligt lagen (2003:1210): skriv =FINSAM. i en cell och välj.",
    functions: "Funktioner",
    allFunctions: "Alla funktioner",
    otherLanguage: "In English",
    syntax: "Så skrivs den",
    arguments: "Argument",
    argument: "Argument",
    meaning: "Betydelse",
    optional: "valfritt",
    choices: "Värden:",
    returns: "Resultat",
    examples: "Exempel",
    exampleHint:
      "Skrivna som i ett svenskt Excel: semikolon mellan argumenten, decimalkomma, \\ mellan kolumner i { }.",
    formula: "Formel",
    result: "Ger",
    source: "Källa",
    errors: "Om det blir fel",
    hover:
      "Markera cellen och håll pekaren över felmarkeringen intill: där står vilket argument det gäller, vad det innehåller och vad som väntas.",
    errorTable: [
      [
        "#VÄRDEFEL!",
        "Ett argument går inte att använda: text där ett tal ska stå, olika stora områden, ett värde utanför gränserna.",
      ],
      ["#SAKNAS!", "Det som efterfrågas finns inte, till exempel ett tak som aldrig nås."],
      [
        "#SPILL!",
        "Resultatet får inte plats. Töm cellerna under och till höger; i en tabell kan ett resultat i flera celler inte visas.",
      ],
      [
        "#NAMN?",
        "Tillägget är inte aktivt i den här Excel-installationen. Öppna det från fliken Start, Tillägg, och räkna om.",
      ],
    ],
    errorValue: "I cellen",
    general: "Gäller alla funktioner",
    generalLink: "Gäller alla funktioner: enheter, avrundning, tomma celler och gränser",
    rules: [
      ["Enheter", "Belopp är i bladets egen enhet: kr, tkr eller mnkr. Ingen funktion gissar eller räknar om."],
      [
        "Precision",
        "Tal läses med 15 siffror, så många som Excel visar, och räknas sedan exakt: 0,1 är en tiondel. Vem som får den sista kronan beror aldrig på avrundningsfel i datorn.",
      ],
      [
        "Avrundning",
        "Argumentet enhet är steget som resultatet avrundas till: 1 för hela tkr i ett blad i tkr, 100 eller 0,01. Utelämnat eller 0 betyder ingen avrundning. Delar som ska gå ihop avrundas tillsammans, så att summan stämmer exakt; ett enstaka tal avrundas från noll vid halva steg. Lagen säger inget om avrundning, så detta är vår tolkning.",
      ],
      ["Lika rester", "Vid lika rester går enheten till den med störst vikt, därefter till den som står först."],
      [
        "År och parter",
        "Står åren i en rad ligger parterna nedåt och åren åt höger; står de i en kolumn vänds tabellen. En formel fyller hela tabellen.",
      ],
      [
        "Tomma celler",
        "En tom cell bland vikter och belopp är 0. Ett utelämnat valfritt argument får sitt förval. Där 0 inte kan vara rätt, som för ett tak, ger en tom cell fel.",
      ],
      [
        "Texter",
        'Stora och små bokstäver spelar ingen roll, och svenska och engelska går lika bra: "staten" eller "state".',
      ],
      ["Fel i argument", "Ett felvärde i ett argument går vidare till resultatet; det första gäller, rad för rad."],
      [
        "Gränser",
        "Belopp delat med enhet upp till 2⁵³ (ungefär 9 000 biljoner), områden upp till 10 000 rader, 1 till 200 år. Utanför: #VÄRDEFEL! som säger det.",
      ],
    ],
    cannot: "Vad Excel inte gör med funktioner från tillägg",
    cannotText:
      "Målsökning, datatabeller, villkorsstyrd formatering, F9 i formelfältet och Utvärdera formel fungerar inte med sådana funktioner. För målsökning finns funktioner som räknar baklänges: TOTAL, YEARSTOCAP och RATETOCAP.",
    missing: "Utan tillägget",
    missingText:
      "En arbetsbok som öppnas där tillägget saknas behåller sina värden tills något räknas om; då visas #NAMN?. Värdena kommer tillbaka när tillägget finns.",
    privacy: "Inget lämnar arbetsboken: funktionerna räknar på den egna datorn och gör inga anrop.",
  },
  {
    title: "FINSAM for Excel",
    lead: "Functions for the financing of Swedish coordination unions (samordningsförbund) under the law (2003:1210): type =FINSAM. in a cell and choose.",
    functions: "Functions",
    allFunctions: "All functions",
    otherLanguage: "På svenska",
    syntax: "How it is written",
    arguments: "Arguments",
    argument: "Argument",
    meaning: "Meaning",
    optional: "optional",
    choices: "Values:",
    returns: "Result",
    examples: "Examples",
    exampleHint:
      "Written as in an English Excel: commas between arguments, decimal points, commas between columns in { }.",
    formula: "Formula",
    result: "Gives",
    source: "Source",
    errors: "When something is wrong",
    hover:
      "Select the cell and hover over the error mark beside it: there it says which argument it is, what it holds and what is expected.",
    errorTable: [
      [
        "#VALUE!",
        "An argument cannot be used: text where a number belongs, ranges of different sizes, a value outside the limits.",
      ],
      ["#N/A", "What is asked for does not exist, such as a cap that is never reached."],
      [
        "#SPILL!",
        "The result has no room. Clear the cells below and to the right; inside a table a result of several cells cannot be shown.",
      ],
      ["#NAME?", "The add-in is not active in this Excel. Open it from the Home tab, Add-ins, and recalculate."],
    ],
    errorValue: "In the cell",
    general: "What holds for all functions",
    generalLink: "What holds for all functions: units, rounding, blank cells and limits",
    rules: [
      ["Units", "Amounts are in the sheet's own unit: kr, tkr or mnkr. No function guesses or converts."],
      [
        "Precision",
        "Numbers are read at 15 digits, as many as Excel shows, and then computed exactly: 0.1 is one tenth. Who gets the last krona never depends on floating-point noise.",
      ],
      [
        "Rounding",
        "The argument unit is the step that results are rounded to: 1 for whole tkr in a sheet in tkr, 100 or 0.01. Omitted or 0 means no rounding. Parts that must add up are rounded together, so that the sum is exact; a single figure is rounded away from zero at half a step. The law says nothing of rounding, so this is our reading.",
      ],
      ["Ties", "The unit goes to the larger weight, then to the one listed first."],
      [
        "Years and parties",
        "With years in a row, parties go down and years across; with years in a column the table is turned. One formula fills the whole table.",
      ],
      [
        "Blank cells",
        "A blank cell among weights and amounts is 0. An optional argument left out takes its default. Where 0 cannot be right, as for a cap, a blank cell is an error.",
      ],
      [
        "Texts",
        'Upper and lower case make no difference, and Swedish and English do equally well: "state" or "staten".',
      ],
      [
        "Errors in arguments",
        "An error value in an argument passes on to the result; the first one counts, row by row.",
      ],
      [
        "Limits",
        "Amount divided by unit up to 2⁵³ (about 9 quadrillion), ranges up to 10,000 rows, 1 to 200 years. Beyond: #VALUE! that says so.",
      ],
    ],
    cannot: "What Excel does not do with an add-in's functions",
    cannotText:
      "Goal Seek, data tables, conditional formatting, F9 in the formula bar and Evaluate Formula do not work with such functions. In place of Goal Seek there are functions that work backwards: TOTAL, YEARSTOCAP and RATETOCAP.",
    missing: "Without the add-in",
    missingText:
      "A workbook opened where the add-in is missing keeps its values until something recalculates; then it shows #NAME?. The values return when the add-in is there.",
    privacy: "Nothing leaves the workbook: the functions compute on this computer and make no request.",
  },
);
