/*
 * The functions in Swedish: what Excel, the pane and the help pages show where English stands in the JSDoc
 * of src/functions/functions.ts. Names and ids are the same in every language. scripts/metadata.ts refuses
 * to build when a function, an argument or an enum value is missing here or is no longer there.
 */
interface FunctionText {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly returns: string;
  readonly source: string;
}

const financing = "5 och 5 a §§ lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser";
const plan =
  "Planerad ökning mot statens maxbelopp, så som förbundens budgetar och beslut anger den; ingen paragraf styr";
const rounding = "Utelämnat eller 0: ingen avrundning.";
const withoutRegion = "SANT om ingen region deltar och kommunen betalar hälften.";

export const swedishFunctions: Readonly<Record<string, FunctionText>> = {
  SPLIT: {
    description:
      "Fördelar förbundets budget mellan staten, regionen och kommunerna som lagen säger: hälften, en fjärdedel och en fjärdedel.",
    parameters: {
      amount:
        "Förbundets totala budget, eller det bidrag som anges i avser. Ett tal, eller en rad eller kolumn med år.",
      weights:
        "Kommunernas fördelningsnyckel: invånare, procent eller något annat proportionellt, ett tal per kommun; en kolumn per år om nyckeln ändras. Utelämnat: kommunerna tillsammans.",
      unit: `Steget som resultatet avrundas till: 1 för hela tkr i ett blad i tkr. ${rounding}`,
      basis: 'Vad beloppet avser: "totalt" (förval), "staten", "regionen" eller "kommunerna".',
      regions: "Flera regioners fördelningsnyckel, ett tal per region. Utelämnat: en region.",
      withoutRegion,
    },
    returns:
      "Belopp för staten, regionen eller regionerna och kommunen eller kommunerna, i den ordningen: parter nedåt och år åt höger; vänd tabell när åren står i en kolumn.",
    source: financing,
  },
  TOTAL: {
    description: "Den totala budget som en parts bidrag ger.",
    parameters: {
      contribution: "En parts bidrag: ett tal eller ett område med flera.",
      basis: 'Vems bidraget är: "staten", "regionen", "kommunerna" eller "totalt".',
      withoutRegion,
    },
    returns: "Den totala budgeten, en för varje bidrag.",
    source: financing,
  },
  ALLOCATE: {
    description: "Fördelar ett belopp efter vikter; med en enhet blir delarnas summa exakt det avrundade beloppet.",
    parameters: {
      amount: "Beloppet som ska fördelas: ett tal, eller en rad eller kolumn med år.",
      weights: "Fördelningsnyckeln: ett tal per mottagare; en kolumn per år om nyckeln ändras.",
      unit: `Steget som delarna avrundas till: 1 för hela tkr i ett blad i tkr. ${rounding}`,
      method:
        'Hur överblivna enheter fördelas: "largestRemainder" (störst rest, förval) eller "sainteLague" (udda tal).',
    },
    returns:
      "Delarna, i samma ordning och riktning som vikterna; mottagare nedåt och år åt höger när åren står i en rad, vänd tabell när de står i en kolumn.",
    source:
      "Medlemmarna delar som de kommer överens om (5 § lagen 2003:1210); avrundningen är vår tolkning, lagen säger inget om den",
  },
  ESCALATE: {
    description: "Belopp som ökar varje år, som högst till ett tak: planen för åren framåt.",
    parameters: {
      amount: "Beloppet före det första året: ett tal, eller en kolumn med ett per part. En rad ger en vänd tabell.",
      rate: "Årlig ökning, till exempel 10 %: en för alla, en rad med en per år, en kolumn med en per belopp, eller en tabell med båda.",
      years: "Antal år, 1 till 200. Kan utelämnas om ökning eller tak har ett värde per år.",
      cap: "Det högsta ett års belopp får vara, till exempel statens maxbelopp: ett, en rad, en kolumn eller en tabell som för ökning. Utelämnat: inget tak.",
      unit: `Steget som resultatet avrundas till; ökningen räknas på oavrundade belopp. ${rounding}`,
      includeStart: "SANT sätter själva beloppet först, oförändrat.",
    },
    returns: "Åren åt höger, en rad per belopp; vänd tabell när beloppen står i en rad.",
    source: plan,
  },
  YEARSTOCAP: {
    description: "Antal årliga ökningar tills ett belopp når ett tak.",
    parameters: {
      amount: "Beloppet i dag: ett tal eller ett område med flera.",
      rate: "Årlig ökning, till exempel 10 %: en för alla, eller en per belopp.",
      cap: "Beloppet som ska nås, över 0: ett för alla, eller ett per belopp.",
    },
    returns: "Antalet ökningar; 0 om taket redan är nått, #SAKNAS! om det aldrig nås eller inte inom 1 000 år.",
    source: plan,
  },
  RATETOCAP: {
    description: "Den årliga ökning i procent som för ett belopp till ett tak på exakt så många år.",
    parameters: {
      amount: "Beloppet i dag, över 0: ett tal eller ett område med flera.",
      cap: "Beloppet som ska nås, över 0: ett för alla, eller ett per belopp.",
      years: "Antal år, 1 till 200: ett för alla, eller ett per belopp.",
    },
    returns: "Ökningen, till exempel 0,086 för 8,6 %; negativ om taket är lägre än beloppet.",
    source: plan,
  },
  STATEMAX: {
    description:
      "Statens maxbelopp för varje förbund: en grundtilldelning, och resten av anslaget efter försörjningsmått och invånare 16–64 år.",
    parameters: {
      appropriation: "Statens anslag till alla förbund, i bladets enhet.",
      need: "Varje förbunds försörjningsmått, ett tal per förbund.",
      population: "Varje förbunds invånare 16–64 år, ett tal per förbund.",
      baseGrant: "Grundtilldelningen som varje förbund får, i samma enhet som anslaget.",
      needWeight:
        "Hur mycket försörjningsmåttet väger, 0 till 1; invånarna väger resten. Utelämnat: 75 %. En tom cell kan räknas som 0.",
      unit: `Steget som maxbeloppen avrundas till. En fullständig tabell summerar då till anslaget. ${rounding}`,
      needTotal: "Hela landets försörjningsmått, om tabellen bara har några förbund; ange då alla tre totalerna.",
      populationTotal: "Hela landets invånare 16–64 år, om tabellen bara har några förbund.",
      unions: "Antalet förbund i landet, om tabellen bara har några av dem.",
    },
    returns:
      "Maxbeloppen i samma ordning och riktning som försörjningsmåtten; 0 för en rad utan försörjningsmått och invånare, som inte är ett förbund.",
    source:
      "Statens fördelningsmodell, Försäkringskassans PM 2015-01-22; Översyn av samordningsförbunden i Jönköpings län 2020, avsnitt 2.5",
  },
};

/** Enum values: the name shown and its tooltip. The stored value is the same in every language. */
export const swedishEnums: Readonly<Record<string, Readonly<Record<string, { name: string; tooltip: string }>>>> = {
  BASIS: {
    total: { name: "totalt", tooltip: "Förbundets totala budget" },
    state: { name: "staten", tooltip: "Statens bidrag, hälften av det totala" },
    region: { name: "regionen", tooltip: "Regionens bidrag, eller regionernas tillsammans" },
    municipal: { name: "kommunerna", tooltip: "Kommunens bidrag, eller kommunernas tillsammans" },
  },
  METHOD: {
    largestRemainder: { name: "störstRest", tooltip: "Till de största resterna (Hamilton)" },
    sainteLague: {
      name: "uddaTal",
      tooltip: "Efter udda tal, 1, 3, 5, … (Webster): tar aldrig från någon när beloppet ökar",
    },
  },
};
