/*
 * What `npm run setup` says in the terminal, in the system's language.
 */
import { bilingual } from "./texts";

export const setupTexts = bilingual(
  {
    found: (where: string) => `LibreOffice Calc finns: ${where}`,
    installing: (packages: string) => `Installerar ${packages} med apt-get; det tar någon minut …`,
    installed: (where: string) => `LibreOffice Calc är installerat: ${where}`,
    failed: (packages: string) =>
      `LibreOffice Calc kunde inte installeras (apt-get:s eget meddelande står ovanför).\n` +
      `Kontrollera att datorn når Debians paket och kör npm run setup igen, eller installera själv: ${packages}.`,
    notRoot: (command: string) =>
      `LibreOffice Calc saknas och kan inte installeras utan högre behörighet. Kör:\n  ${command}`,
    byHand: "LibreOffice Calc saknas. Installera det från libreoffice.org, och kör npm run setup igen.",
    without: "Utan det hoppas testerna av det som skrivs till .xlsx i LibreOffice över; allt annat fungerar.",
  },
  {
    found: (where: string) => `LibreOffice Calc is there: ${where}`,
    installing: (packages: string) => `Installing ${packages} with apt-get; this takes a minute or so …`,
    installed: (where: string) => `LibreOffice Calc is installed: ${where}`,
    failed: (packages: string) =>
      `LibreOffice Calc could not be installed (apt-get's own message stands above).\n` +
      `Check that this machine reaches Debian's packages and run npm run setup again, or install by yourself: ${packages}.`,
    notRoot: (command: string) =>
      `LibreOffice Calc is missing, and installing it takes more rights than you have. Run:\n  ${command}`,
    byHand: "LibreOffice Calc is missing. Install it from libreoffice.org, and run npm run setup again.",
    without: "Without it the tests of written .xlsx files in LibreOffice are skipped; all else works.",
  },
);
