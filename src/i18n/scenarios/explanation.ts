/*
 * Each scenario explained, by its id: the question, what to type, how the answer is read, where the figures are from.
 */
import { bilingual } from "../texts";

export const explanationTexts = bilingual(
  {
    escalation: [
      "Ett förbund som inte använder hela sitt maxbelopp går miste om statliga pengar varje år. Scenariot visar vad en stegvis höjning kostar var och en, och vilket år maxbeloppet nås.",
      "Skriv statens bidrag startåret, den årliga ökningen, maxbeloppet och kommunernas nyckel, till exempel invånare.",
      "Tabellen ger varje parts bidrag per år, avrundat så att parterna tillsammans blir budgeten. Raden Outnyttjat visar vad som lämnas hos staten, och den jämna årliga ökning som når maxbeloppet det sista året står intill.",
      "Det öppnas på den plan som Vaggeryds kommun beslutade om 2021 (Dnr KS 2021/093). Planens egna siffror står bredvid, och den som inte följer av planens regel är markerad.",
    ],
    "level-increase": [
      "En höjning av budgeten fördelas efter lagens andelar: hälften på staten, en fjärdedel på regionen och en fjärdedel på kommunerna tillsammans.",
      "Skriv budgeten före höjningen, höjningen i procent och kommunernas nyckel.",
      "Tabellen visar varje parts bidrag före och efter och hur mycket det ökar. Delarna är avrundade tillsammans, så att de blir budgeten på tusenlappen.",
      "Det öppnas på den höjning med 20 procent som Vaggeryds kommun beredde 2019. Beslutets egna siffror står bredvid, med den som blev fel markerad.",
    ],
    ceiling: [
      "Staten betalar hälften, regionen en fjärdedel och kommunerna en fjärdedel. Den som vill minst bestämmer därför hur stor budget alla kan stå bakom.",
      "Skriv statens erbjudande, vad regionen och varje kommun bidrar med i dag och hur mycket de är beredda att höja.",
      "Svaret är den gemensamma budgeten, vem som sätter taket, hur mycket av varje erbjudande som lämnas kvar och vem som sätter taket om den parten flyttar sig.",
      "Det öppnas på 2019, då Jönköpings kommun avstod från en höjning (Vaggeryds kommun, 2019-05-29).",
    ],
    alternatives: [
      "Går flera förbund ihop till ett blir det en grundtilldelning i stället för en per förbund, men administrationen kan bli billigare. Samordnas bara administrationen behåller förbunden sina grundtilldelningar.",
      "Skriv förbundens statsbidrag, maxbelopp, administration och eget kapital, vad samordningen sparar och hur mycket av maxbeloppet som ett länsförbund använder.",
      "Alternativen står sida vid sida: statens, regionens och kommunernas bidrag, skillnaden mot i dag, administrationen och det som blir över till insatser. En rad säger om fullt utnyttjade maxbelopp uppväger de grundtilldelningar som går förlorade.",
      "Eget kapital betalas tillbaka efter medlemmarnas andelar eller förs över till det nya förbundet: det väljer du.",
      "Det öppnas på Höglandet, Södra Vätterbygden och Finnveden 2019 ur Översyn av samordningsförbunden i Jönköpings län, 2020. Det som översynen inte anger är exempel, att ersätta.",
    ],
    "change-union": [
      "När en kommun byter förbund följer försörjningsmått och invånare med, och därmed en del av statens maxbelopp. De som är kvar får en ny nyckel.",
      "Ändra förbund för en eller flera kommuner i tabellen, och skriv året för uppsägningen och förbundets skulder. Saknar statens modell en källa för året skriver du värdet själv bredvid; till dess är det som bygger på det okänt.",
      "Bladet visar maxbelopp, bidrag och budget för båda förbunden före och efter, varje kommuns bidrag, vilket år utträdet sker (27 §) och vad den som lämnar får bära av skulderna (22 §).",
      "Det öppnas på Vaggeryd från Södra Vätterbygden till Finnveden. Statens bidrag är publicerade; försörjningsmått och invånare i Finnveden är exempel.",
    ],
    distribution: [
      "Staten ger varje förbund en grundtilldelning och fördelar resten av anslaget efter försörjningsmått och invånare 16–64 år. Ett bidrag minskar högst tio procent på ett år.",
      "Skriv varje förbunds andel av landets försörjningsmått och invånare, vad det begär, vad det fick förra året och ett eventuellt avdrag för eget kapital.",
      "Resultatet är maxbeloppet, bidraget, ändringen mot förra året, vem som hålls uppe av spärren, om pengarna räcker till den och hur mycket som lämnas outnyttjat.",
      "Anslag, grundtilldelning, vikter och spärr hämtas för året du skriver, med källa; för ett år utan källa skriver du egna. Förbundens försörjningsmått och invånare är exempel, att ersätta.",
    ],
    "own-capital": [
      "Ett förbund ska inte samla pengar på hög. Nationella rådet anser att 20 procent av intäkterna är rimligt upp till 7 miljoner kronor, och mindre därutöver.",
      "Skriv intäkter, kostnader och eget kapital ur årsredovisningen, och procentsatsen för det andra steget när den är känd.",
      "Bladet visar rekommenderad nivå, hur mycket kapitalet ligger över eller under, och hur många år överskottet räcker vid årets resultat. Ett steg som ingen har angett står som okänt.",
      "Det öppnas på årsredovisningarna 2019 för Höglandet, Södra Vätterbygden och Finnveden.",
    ],
    "check-decision": [
      "I beslut och planer smyger det sig in siffror som inte följer av sina egna underlag. Scenariot räknar om dem.",
      "Skriv parternas bidrag i den egna kolumnen, och enstaka siffror med det underlag som de kommer av.",
      "Avvikelser från lagens andelar och från det omräknade är markerade. Diagrammet visar hur stora de är i förhållande till det rätta.",
      "Det öppnas på publicerade siffror som inte följer av sina egna regler, var och en med sin källa.",
    ],
    results: [
      "Vad fick förbunden ut av pengarna? Scenariot ställer resultaten mot kostnaderna.",
      "Skriv antalet avslutade deltagare, hur många som gick till arbete eller studier, kvinnor och män var för sig, heltidstjänster, kostnader och vad en person i arbete sparar per år.",
      "Bladet visar andelar, kostnaden per avslutad deltagare, per person i arbete och per heltidstjänst, och hur många i arbete det krävs för att betala tillbaka ett års budget.",
      "Det öppnas på 2019 för de tre förbunden i Jönköpings län. Besparingen per person är ett exempel, att ersätta.",
    ],
    "compare-unions": [
      "Kronor per invånare gör förbund av olika storlek jämförbara, och utnyttjandet visar vad som finns kvar att hämta hos staten.",
      "Skriv varje förbunds statsbidrag, maxbelopp och invånare 16–64 år, och den nivå som du vill jämföra med. Det du inte vet lämnar du tomt.",
      "Bladet visar statens och det totala beloppet per invånare, skillnaden mot det publicerade, utnyttjandet, och vad varje förbund behöver för att nå nivån och om maxbeloppet räcker.",
      "Det öppnas på länets förbund 2019 och landets lägsta och högsta. Det som inte är publicerat står som okänt.",
    ],
    calendar: [
      "Budgeten ska vara beslutad senast den 30 november efter samråd med medlemmarna (23 §), och årsredovisningen lämnas inom tre månader efter årets slut (24 §).",
      "Skriv året då budgeten bereds och dagens datum, och ändra dagarna till era egna.",
      "Bladet visar vilket steg som kommer härnäst, när, hur många dagar som är kvar och vilka siffror som steget kräver. Kontrollen säger till om stegen kommer i fel ordning eller om beslutet tas för sent.",
      "Lagens sista dagar är lagens egna. De andra dagarna är exempel på hur ett förbund kan arbeta.",
    ],
    "multi-year": [
      "Insatser som är beslutade för flera år ligger fast. Frågan är vad som blir över till nya, och vad som händer med eget kapital.",
      "Skriv eget kapital vid årets början, vad som ska sparas, medlemsbidragen, administrationens andel, beslutade insatser per år och de höjningar som ska jämföras.",
      "Varje alternativ visar utrymmet för nya insatser och eget kapital vid årets slut, mot den rekommenderade nivån. Ett utrymme under noll är ett underskott.",
      "Det öppnas på Södra Vätterbygden inför 2020, då 10 procent undvek ett underskott och 20 procent lämnade 500–600 tkr till nya insatser.",
    ],
  },
  {
    escalation: [
      "A union that does not use all of its maximum forgoes state money every year. The scenario shows what a stepwise increase costs each party, and in which year the maximum is reached.",
      "Type the state's contribution in the first year, the yearly increase, the maximum and the municipalities' key, such as inhabitants.",
      "The table gives each party's contribution per year, rounded so that the parties make up the budget. The row Unused shows what is left with the state, and beside it stands the even yearly increase that reaches the maximum in the last year.",
      "It opens on the plan that Vaggeryd municipality decided on in 2021 (Dnr KS 2021/093). The plan's own figures stand beside, and the one that the plan's rule does not give is marked.",
    ],
    "level-increase": [
      "An increase of the budget follows the law's shares: half from the state, a quarter from the region and a quarter from the municipalities together.",
      "Type the budget before the increase, the increase in per cent and the municipalities' key.",
      "The table shows each party's contribution before and after, and its increase. The parts are rounded together, so that they make up the budget to the last thousand.",
      "It opens on the increase of 20 per cent that Vaggeryd municipality prepared in 2019. The decision's own figures stand beside, with the one that went wrong marked.",
    ],
    ceiling: [
      "The state pays half, the region a quarter and the municipalities a quarter. Whoever is willing to pay the least therefore decides how large a budget all can back.",
      "Type the state's offer, what the region and each municipality contribute today, and how much more they are ready for.",
      "The answer is the common budget, who sets the ceiling, how much of each offer is left, and who would set it next if that party moved.",
      "It opens on 2019, when Jönköping municipality abstained from an increase (Vaggeryd municipality, 2019-05-29).",
    ],
    alternatives: [
      "When several unions become one there is one base grant instead of one each, but administration can cost less. Where only the administration is shared, the unions keep their base grants.",
      "Type the unions' state grants, maxima, administration and own capital, what sharing saves, and how much of its maximum a county union uses.",
      "The alternatives stand side by side: what the state, the region and the municipalities contribute, the difference from today, the administration, and what is left for activities. A row says whether full use of the maxima makes up for the base grants that are lost.",
      "Own capital is paid back by the members' shares or carried over to the new union: that is your choice.",
      "It opens on Höglandet, Södra Vätterbygden and Finnveden in 2019, from the review of the unions in Jönköping county, 2020. What the review does not say is an example, to be replaced.",
    ],
    "change-union": [
      "When a municipality changes union, its need and its inhabitants go along, and with them a part of the state's maximum. Those who stay get another key.",
      "Change the union of one or more municipalities in the table, and type the year of notice and the union's debts. Where the state's model has no source for the year, type the value yourself beside it; until then what builds on it is unknown.",
      "The sheet shows maximum, grant and budget of both unions before and after, each municipality's contribution, the year of exit (27 §) and what the one who leaves has to bear of the debts (22 §).",
      "It opens on Vaggeryd going from Södra Vätterbygden to Finnveden. The state's grants are published; the need, and the inhabitants in Finnveden, are examples.",
    ],
    distribution: [
      "The state gives each union a base grant and shares out the rest of the appropriation by need and by inhabitants aged 16–64. A grant falls by ten per cent at most in a year.",
      "Type each union's share of the country's need and population, what it asks for, what it got last year, and a reduction for own capital if there is one.",
      "The result is the maximum, the grant, the change since last year, whom the floor holds up, whether there is money for it, and how much is left unused.",
      "Appropriation, base grant, weights and floor are those of the year you type, with their sources; for a year without one you type your own. The unions' need and population are examples, to be replaced.",
    ],
    "own-capital": [
      "A union should not hoard money. Nationella rådet finds 20 per cent of the income reasonable up to 7 million kronor, and less above that.",
      "Type income, costs and own capital from the annual accounts, and the rate of the second step when it is known.",
      "The sheet shows the recommended level, how far the capital is above or below it, and how many years the excess lasts at this year's result. A step that nobody has given reads as unknown.",
      "It opens on the annual accounts of 2019 of Höglandet, Södra Vätterbygden and Finnveden.",
    ],
    "check-decision": [
      "Decisions and plans sometimes hold figures that do not follow from their own basis. The scenario computes them again.",
      "Type the parties' contributions in your own column, and single figures with the basis that they come from.",
      "Deviations from the law's shares and from what was recomputed are marked. The chart shows how large they are relative to what is right.",
      "It opens on published figures that their own rules do not give, each with its source.",
    ],
    results: [
      "What did the unions get for the money? The scenario holds results against costs.",
      "Type how many participants finished, how many went on to work or studies, women and men apart, full-time jobs, costs, and what a person in work saves in a year.",
      "The sheet shows shares, the cost per finished participant, per person in work and per full-time job, and how many in work it takes to pay back one year's budget.",
      "It opens on 2019 for the three unions of Jönköping county. The saving per person is an example, to be replaced.",
    ],
    "compare-unions": [
      "Kronor per inhabitant make unions of different sizes comparable, and the use of the maximum shows what is left to get from the state.",
      "Type each union's state grant, maximum and inhabitants aged 16–64, and the level to compare with. Leave blank what you do not know.",
      "The sheet shows the state's amount and the total per inhabitant, the difference from what is published, the use of the maximum, and what each union needs to reach the level and whether its maximum is enough.",
      "It opens on the county's unions in 2019 and the country's lowest and highest. What is not published reads as not known.",
    ],
    calendar: [
      "The budget is to be adopted by 30 November after the members have been consulted (23 §), and the annual report is due within three months of the year's end (24 §).",
      "Type the year in which the budget is prepared and today's date, and change the days to your own.",
      "The sheet shows which step is next, when, how many days are left, and which figures the step needs. The check tells you if the steps are out of order or the decision comes too late.",
      "The law's last days are the law's own. The other days are examples of how a union can work.",
    ],
    "multi-year": [
      "Activities that are decided for several years stand. The question is what is left for new ones, and what becomes of own capital.",
      "Type own capital at the start, what is to be kept, the members' contributions, the share of administration, decided activities per year and the increases to compare.",
      "Each alternative shows the room for new activities and own capital at the end of each year, against the recommended level. A room below zero is a deficit.",
      "It opens on Södra Vätterbygden before 2020, when 10 per cent avoided a deficit and 20 per cent left 500–600 tkr for new activities.",
    ],
  },
);
