/*
 * What `npm start` says in the terminal, in the system's language.
 */
import { bilingual } from "./texts";

export const startTexts = bilingual(
  {
    usage: "Användning: npm start -- [--port 3100] [--no-open]",
    wrongPort: (text: string) => `--port ${text}: en port är ett heltal från 1 till 65535, till exempel --port 4000.`,
    portInUse: (port: number) =>
      `Port ${port} används redan, kanske av en arbetsbänk som är igång. Välj en annan: npm start -- --port ${port < 65535 ? port + 1 : port - 1}`,
    portNotAllowed: (port: number) =>
      `Port ${port} kräver högre behörighet på den här datorn. Välj en över 1023: npm start -- --port 4000`,
    cannotListen: (port: number, reason: string) => `Servern kunde inte starta på port ${port}: ${reason}`,
    building: "Bygger arbetsbänken …",
    buildFailed: "Bygget misslyckades; byggverktygets egna meddelanden står här under.",
    serving: (address: string) => `FINSAM för Excel i webbläsaren: ${address}`,
    howToStop: "Avsluta med Ctrl+C.",
  },
  {
    usage: "Usage: npm start -- [--port 3100] [--no-open]",
    wrongPort: (text: string) => `--port ${text}: a port is a whole number from 1 to 65535, such as --port 4000.`,
    portInUse: (port: number) =>
      `Port ${port} is already in use, perhaps by a workbench that is running. Choose another: npm start -- --port ${port < 65535 ? port + 1 : port - 1}`,
    portNotAllowed: (port: number) =>
      `Port ${port} takes more rights than you have on this computer. Choose one above 1023: npm start -- --port 4000`,
    cannotListen: (port: number, reason: string) => `The server could not start on port ${port}: ${reason}`,
    building: "Building the workbench …",
    buildFailed: "The build failed; the build tool's own messages stand below.",
    serving: (address: string) => `FINSAM for Excel in a browser: ${address}`,
    howToStop: "Stop with Ctrl+C.",
  },
);
