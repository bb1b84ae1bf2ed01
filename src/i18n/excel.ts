/*
 * What `npm run excel` says in the terminal, in the system's language.
 */
import { bilingual } from "./texts";

export const excelTexts = bilingual(
  {
    usage: "Användning: npm run excel -- [--document ADRESS] [--port 3000] [--probe]",
    linux: [
      "Excel finns inte för Linux, men FINSAM går att prova på två andra sätt:",
      "  npm start                          arbetsbänken i webbläsaren, utan Excel",
      "  npm run excel -- --document ADRESS Excel på webben: skapa en arbetsbok i OneDrive eller SharePoint,",
      "                                     välj Dela, Kopiera länk, och klistra in länken som ADRESS",
    ].join("\n"),
    wrongDocument: (text: string) =>
      `--document ${text}: en adress som börjar med https:// till en arbetsbok i OneDrive eller SharePoint väntas. I Excel på webben: Dela, Kopiera länk.`,
    wrongPort: (text: string) => `--port ${text}: en port är ett heltal från 1 till 65535, till exempel --port 3001.`,
    portInUse: (port: number) =>
      `Port ${port} används redan, kanske av ett annat tillägg som körs. Avsluta det, eller välj en annan port: npm run excel -- --port ${port < 65535 ? port + 1 : port - 1}`,
    cannotListen: (port: number, reason: string) => `Servern kunde inte starta på port ${port}: ${reason}`,
    building: "Bygger tillägget …",
    buildFailed: "Bygget misslyckades; byggverktygets egna meddelanden står här under.",
    certificate: "Ordnar ett certifikat för https://localhost; systemet kan be om lösenord …",
    noCertificate: (reason: string) =>
      `Excel kräver https, och certifikatet för localhost kunde inte ordnas: ${reason}\nFörsök igen, eller läs https://learn.microsoft.com/office/dev/add-ins/testing/troubleshoot-development-errors`,
    certificateFiles: (folder: string) => `filerna i ${folder} saknas, har gått ut eller hör inte ihop`,
    serving: (address: string) => `Tillägget finns på ${address}`,
    trust: (address: string, file: string) =>
      `Webbläsaren måste lita på det egna certifikatet: öppna ${address} i samma webbläsare och godkänn det, eller importera ${file}.`,
    opening: "Öppnar Excel med tillägget …",
    openingWeb: [
      "Öppnar arbetsboken i webbläsaren. Kommer ingen webbläsare upp, öppna själv adressen som står efter ”via” här under.",
      "Svara ja på frågorna om utvecklarläge och om att registrera tillägget.",
    ].join("\n"),
    notSideloaded: (reason: string, manifest: string) =>
      `Excel kunde inte öppnas med tillägget: ${reason}\nÖppna Excel själv och lägg till ${manifest}: https://learn.microsoft.com/office/dev/add-ins/testing/test-debug-office-add-ins`,
    howToStop: "Avsluta med Ctrl+C.",
  },
  {
    usage: "Usage: npm run excel -- [--document ADDRESS] [--port 3000] [--probe]",
    linux: [
      "There is no Excel for Linux, but FINSAM can be tried in two other ways:",
      "  npm start                             the workbench in a browser, without Excel",
      "  npm run excel -- --document ADDRESS   Excel on the web: create a workbook in OneDrive or SharePoint,",
      "                                        choose Share, Copy link, and paste the link as ADDRESS",
    ].join("\n"),
    wrongDocument: (text: string) =>
      `--document ${text}: an address that starts with https:// of a workbook in OneDrive or SharePoint is expected. In Excel on the web: Share, Copy link.`,
    wrongPort: (text: string) => `--port ${text}: a port is a whole number from 1 to 65535, such as --port 3001.`,
    portInUse: (port: number) =>
      `Port ${port} is already in use, perhaps by another add-in that is running. Stop it, or choose another port: npm run excel -- --port ${port < 65535 ? port + 1 : port - 1}`,
    cannotListen: (port: number, reason: string) => `The server could not start on port ${port}: ${reason}`,
    building: "Building the add-in …",
    buildFailed: "The build failed; the build tool's own messages stand below.",
    certificate: "Getting a certificate for https://localhost; the system may ask for a password …",
    noCertificate: (reason: string) =>
      `Excel takes https only, and the certificate for localhost could not be made ready: ${reason}\nTry again, or see https://learn.microsoft.com/office/dev/add-ins/testing/troubleshoot-development-errors`,
    certificateFiles: (folder: string) => `the files in ${folder} are missing, out of date or do not belong together`,
    serving: (address: string) => `The add-in is at ${address}`,
    trust: (address: string, file: string) =>
      `The browser must trust this computer's own certificate: open ${address} in the same browser and accept it, or import ${file}.`,
    opening: "Opening Excel with the add-in …",
    openingWeb: [
      "Opening the workbook in the browser. If none comes up, open the address after “via” below yourself.",
      "Answer yes to the questions on developer mode and on registering the add-in.",
    ].join("\n"),
    notSideloaded: (reason: string, manifest: string) =>
      `Excel could not be opened with the add-in: ${reason}\nOpen Excel yourself and add ${manifest}: https://learn.microsoft.com/office/dev/add-ins/testing/test-debug-office-add-ins`,
    howToStop: "Stop with Ctrl+C.",
  },
);
