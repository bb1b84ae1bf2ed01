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

const agreement = `${financing}: andelarna är fasta och alla måste vara överens`;
const offers = {
  stateOffer: "Vad staten erbjuder; en rad om det är flera år.",
  regionOffer:
    "Vad regionen erbjuder; flera regioner nedåt, som läggs ihop, och år åt höger. Lämnas tomt om ingen region deltar.",
  municipalOffers: "Vad kommunerna erbjuder: kommuner nedåt och år åt höger.",
  weights: "Kommunernas fördelningsnyckel, ett tal per rad med erbjudanden. Utelämnat: erbjudandena läggs ihop.",
  withoutRegion,
};
const parameter = {
  name: 'Vilket värde, till exempel "grundtilldelning" eller "statensAndel".',
  year: "Året, eller ett datum i det: ett, eller ett område med flera.",
};

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
      "Belopp för staten, regionen eller regionerna och kommunen eller kommunerna, i den ordningen: parter nedåt och år åt höger; transponerad tabell när åren står i en kolumn.",
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
      method: 'Hur överblivna enheter fördelas: "störstRest" (förval) eller "uddaTal" (Sainte-Laguë).',
    },
    returns:
      "Delarna, i samma ordning och riktning som vikterna; mottagare nedåt och år åt höger när åren står i en rad, transponerad tabell när de står i en kolumn.",
    source:
      "Medlemmarna delar som de kommer överens om (5 § lagen 2003:1210); avrundningen är vår tolkning, lagen säger inget om den",
  },
  CEILINGS: {
    description: "Den totala budget som varje parts erbjudande räcker till, eftersom andelarna är fasta.",
    parameters: offers,
    returns:
      "Taken i samma ordning som SPLIT: staten, regionen och sedan varje kommun, eller kommunerna tillsammans; en kolumn per år. #SAKNAS! för en kommun med vikten 0, som aldrig sätter taket.",
    source: agreement,
  },
  FEASIBLE: {
    description: "Den största totala budget som alla parters erbjudanden räcker till.",
    parameters: {
      ...offers,
      unit: `Steget som budgeten avrundas nedåt till: 1 för hela tkr i ett blad i tkr. ${rounding}`,
    },
    returns: "Det lägsta av taken; ett per år, åt höger.",
    source: agreement,
  },
  BINDING: {
    description:
      "Vem som sätter taket: raden, i samma ordning som SPLIT, för den part vars erbjudande räcker till minst.",
    parameters: offers,
    returns:
      "1 för staten, 2 för regionen, 3 för den första kommunen och så vidare, den första om flera är lika; ett tal per år, åt höger. Utan region börjar kommunerna på 2.",
    source: agreement,
  },
  CHECK: {
    description: "Hur mycket parternas bidrag avviker från lagens andelar av deras summa.",
    parameters: {
      state: "Statens bidrag; en rad om det är flera år.",
      region:
        "Regionens bidrag; flera regioner nedåt, som summeras, och år åt höger. Lämnas tomt om ingen region deltar.",
      municipal: "Kommunernas bidrag: kommuner nedåt, som summeras, och år åt höger.",
      tolerance:
        "En avvikelse på högst så mycket visas som 0; en budget i hela enheter följer lagen inom 1. Utelämnat: 0.",
      withoutRegion,
    },
    returns: "Avvikelserna för staten, regionen och kommunerna, nedåt; en kolumn per år. Över 0 är för mycket.",
    source: financing,
  },
  ESCALATE: {
    description: "Belopp som ökar varje år, som högst till ett tak: planen för åren framåt.",
    parameters: {
      amount:
        "Beloppet före det första året: ett tal, eller en kolumn med ett per part. En rad ger en transponerad tabell.",
      rate: "Årlig ökning, till exempel 10 %: en för alla, en rad med en per år, en kolumn med en per belopp, eller en tabell med båda.",
      years: "Antal år, 1 till 200. Kan utelämnas om ökning eller tak har ett värde per år.",
      cap: "Det högsta ett års belopp får vara, till exempel statens maxbelopp: ett, en rad, en kolumn eller en tabell som för ökning. Utelämnat: inget tak.",
      unit: `Steget som resultatet avrundas till; ökningen räknas på oavrundade belopp. ${rounding}`,
      includeStart: "SANT sätter själva beloppet först, oförändrat.",
    },
    returns: "Åren åt höger, en rad per belopp; transponerad tabell när beloppen står i en rad.",
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
    description: "Den årliga ökningstakt som tar beloppet till taket på exakt så många år.",
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
  STATEGRANT: {
    description:
      "Vad varje förbund får av statens anslag: sökt belopp, högst maxbeloppet, med spärrarna kvar, och del av det som andra lämnar.",
    parameters: {
      maximum: "Varje förbunds maxbelopp, ett per förbund.",
      requested: "Vad varje förbund söker, ett per förbund.",
      previous: "Varje förbunds tilldelning förra året, ett per förbund.",
      appropriation: "Statens anslag till de här förbunden, i samma enhet.",
      maxDecrease:
        "Hur mycket en tilldelning högst får minska, 0 till 1: ett för alla, eller ett per förbund (100 % för ett förbund utan spärr). Utelämnat: 10 %. En tom cell kan räknas som 0.",
      reduction:
        "Hur mycket tilldelningen minskas för att det egna kapitalet är för stort, ett per förbund. Ett sådant förbund har ingen spärr. Utelämnat: 0.",
      unit: `Steget som tilldelningarna avrundas till, tillsammans: 1 för hela tkr i ett blad i tkr. ${rounding}`,
    },
    returns: "Tilldelningarna i samma ordning och riktning som maxbeloppen; tillsammans högst anslaget.",
    source:
      "Statens fördelningsmodell, Försäkringskassans PM 2015-01-22; Översyn av samordningsförbunden i Jönköpings län 2020, avsnitt 2.5 och 8.2. Hur minskningar och överblivna medel fördelas är vår tolkning: proportionellt, med spärrarna kvar",
  },
  MERGE: {
    description:
      "Statens maxbelopp när förbund går samman: summan minus en grundtilldelning för varje förbund utom ett. STATEMAX med färre förbund ger hela effekten, eftersom de frigjorda grundtilldelningarna går tillbaka till landets pott.",
    parameters: {
      grants: "Förbundens maxbelopp eller tilldelningar; 0 räknas inte som ett förbund.",
      baseGrant: "Grundtilldelningen som varje förbund får, i samma enhet.",
    },
    returns: "Det sammanslagna förbundets maxbelopp: ett tal.",
    source:
      "Statens fördelningsmodell, Försäkringskassans PM 2015-01-22: en grundtilldelning per förbund; Översyn av samordningsförbunden i Jönköpings län 2020, avsnitt 8.2",
  },
  EQUITYLIMIT: {
    description: "Rekommenderat eget kapital för en intäkt, enligt en trappa som du själv anger.",
    parameters: {
      income: "Årets samtliga intäkter: ett tal eller ett område med flera.",
      steps:
        "Två kolumner: intäkten över vilken en procentsats gäller (den första 0, stigande) och procentsatsen. 0 eller tomt betyder okänd.",
      marginal: "SANT: skikt för skikt. Utelämnat eller FALSKT: hela intäkten efter sitt stegs procentsats.",
    },
    returns:
      "Rekommenderat eget kapital, ett för varje intäkt; #SAKNAS! om stegets procentsats är okänd. En intäkt precis på en gräns hör till steget under.",
    source:
      "Nationella rådet 2013-10-02: 20 % upp till en omslutning på 7 mnkr; de högre stegen finns inte i våra källor",
  },
  PARAM: {
    description: "Ett tal ur lagen eller statens fördelningsmodell, så som det var ett visst år.",
    parameters: { ...parameter, unit: 'Vad ett belopp visas i: "kr" (förval), "tkr" eller "mnkr".' },
    returns: "Värdet, ett för varje år; #SAKNAS!, med de år som är kända, om ingen källa täcker året.",
    source: "SOURCE med samma namn och år säger var värdet står",
  },
  SOURCE: {
    description: "Var ett tal ur lagen eller statens fördelningsmodell står: paragraf, dokument och datum.",
    parameters: parameter,
    returns: "Källan, en för varje år; #SAKNAS!, med de år som är kända, om ingen källa täcker året.",
    source: "Dokumenten som den nämner",
  },
};

/** Tooltips of enum values; their names are in choices.ts, and the stored value is the same in every language. */
export const swedishTooltips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BASIS: {
    total: "Förbundets totala budget",
    state: "Statens bidrag, hälften av det totala",
    region: "Regionens bidrag, eller regionernas tillsammans",
    municipal: "Kommunens bidrag, eller kommunernas tillsammans",
  },
  METHOD: {
    largestRemainder: "Till de största resterna (Hamilton)",
    sainteLague: "Efter udda tal, 1, 3, 5, … (Webster): tar aldrig från någon när beloppet ökar",
  },
  NAME: {
    stateShare: "Statens andel av förbundets finansiering",
    regionShare: "Regionens eller regionernas andel",
    municipalShare: "Kommunens eller kommunernas andel",
    baseGrant: "Statens grundtilldelning till varje förbund, ett belopp",
    needWeight: "Hur mycket försörjningsmåttet väger i fördelningsmodellen",
    populationWeight: "Hur mycket invånare 16–64 år väger i fördelningsmodellen",
    maxDecrease: "Hur mycket en tilldelning högst får minska från ett år till nästa",
    ownCapitalRate: "Rekommenderat eget kapital, som andel av samtliga intäkter",
    ownCapitalLimit: "Omslutningen upp till vilken den andelen rekommenderas, ett belopp",
    appropriation: "Statens anslag till alla förbund, ett belopp",
  },
  AMOUNTUNIT: {
    kr: "Kronor",
    tkr: "Tusen kronor",
    mnkr: "Miljoner kronor",
  },
};
