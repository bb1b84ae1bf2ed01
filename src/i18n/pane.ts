/*
 * The pane's own texts, around its views.
 */
import { bilingual } from "./texts";

export const paneTexts = bilingual(
  {
    views: "Panelens delar",
    settings: "Inställningar",
    language: "Språk",
    unit: "Belopp i",
    unitNote: "Gäller scenariernas formulär och de blad som infogas. Funktionerna räknar alltid i bladets egen enhet.",
    about:
      "FINSAM räknar fram samordningsförbundets finansiering så som lagen (2003:1210) säger. Inget lämnar arbetsboken.",
    notLoaded:
      "En del av panelen kunde inte läsas in. Försök igen; hjälper inte det, stäng panelen och öppna den på nytt.",
    tryAgain: "Försök igen",
    noWorkbook:
      "Ingen arbetsbok är öppen här. Formulären räknar ändå; öppna panelen från fliken FINSAM i Excel för att infoga.",
    languageNote: "Excels egen hjälp i formelfältet följer språket i Office, vad som än väljs här.",
    followOffice: "Följ språket i Office",
    notKept: "Valet kan inte sparas i den här webbläsaren och gäller tills panelen stängs.",
  },
  {
    views: "Parts of the pane",
    settings: "Settings",
    language: "Language",
    unit: "Amounts in",
    unitNote:
      "For the scenarios' forms and the sheets that are inserted. The functions always compute in the sheet's own unit.",
    about:
      "FINSAM works out the financing of a coordination union (samordningsförbund) as the law (2003:1210) says. Nothing leaves the workbook.",
    notLoaded:
      "A part of the pane could not be loaded. Try again; if that does not help, close the pane and open it again.",
    tryAgain: "Try again",
    noWorkbook:
      "No workbook is open here. The forms compute all the same; open the pane from the FINSAM tab in Excel to insert.",
    languageNote: "Excel's own help in the formula bar follows Office's language, whatever is chosen here.",
    followOffice: "Follow Office's language",
    notKept: "The choice cannot be kept in this browser and lasts until the pane is closed.",
  },
);

/** The languages by their own names, for the switch: a reader who is in the wrong one must understand it. */
export const languageNames = { sv: "Svenska", en: "English" } as const;
