/*
 * What the build says in the terminal, in the system's language.
 */
import { languageOf } from "./language";
import { bilingual } from "./texts";

const texts = bilingual(
  {
    usage: "Användning: npm run build -- [--origin https://värd/sökväg] [--out mapp] [--probe]",
    built: (folder: string, origin: string) => `${folder} är byggd för ${origin}`,
    notAnAddress: (text: string) => `--origin ${text}: inte en webbadress. Skriv den som https://värd/sökväg`,
    notSecure: (text: string) => `--origin ${text}: Excel tar bara https`,
    notContinuable: (text: string) => `--origin ${text}: en adress utan ? och #, som https://värd/sökväg`,
    building: "Bygger tillägget …",
    buildingAgain: "dist/ är byggd för någon annan plats; bygger den för den här datorn igen …",
  },
  {
    usage: "Usage: npm run build -- [--origin https://host/path] [--out folder] [--probe]",
    built: (folder: string, origin: string) => `Built ${folder} for ${origin}`,
    notAnAddress: (text: string) => `--origin ${text}: not a web address. Write it like https://host/path`,
    notSecure: (text: string) => `--origin ${text}: Excel takes https only`,
    notContinuable: (text: string) => `--origin ${text}: an address without ? and #, like https://host/path`,
    building: "Building the add-in …",
    buildingAgain: "dist/ was built for elsewhere; building it for this machine again …",
  },
);

export const buildTexts = texts(languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
