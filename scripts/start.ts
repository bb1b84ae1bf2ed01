/*
 * Serves the workbench on this machine and opens it in a browser, where there is one.
 *
 *   npm start                         http://localhost:3100
 *   npm start -- --port 4000          another port
 *   npm start -- --no-open            without opening a browser
 */
import open from "open";
import { parseArgs } from "node:util";
import { languageOf } from "../src/i18n/language";
import { startTexts } from "../src/i18n/start";
import { ensureBuilt } from "./builder";
import { listen, readPort, staticFiles, type Listening } from "./server";
import { buildWorkbench, isWorkbenchBuilt, workbenchMounts } from "./workbench";

const texts = startTexts(languageOf(Intl.DateTimeFormat().resolvedOptions().locale));

const { port, mayOpen } = readOptions();
const files = staticFiles(workbenchMounts());
let built!: () => void;
const isBuilt = new Promise<void>((resolve) => (built = resolve));
// The port is taken before the build: who typed one that is in use shall not wait to hear of it.
const server = await listen((request, response) => void isBuilt.then(() => files(request, response)), port).catch(
  (error: NodeJS.ErrnoException) => fail(whyNotListening(error)),
);
stopOnSignals(server);
await buildAll().catch((error: Error) => fail(`${texts.buildFailed}\n\n${error.message}`));
built();

const address = `http://localhost:${server.port}/`;
console.log(`\n  ${texts.serving(address)}\n  ${texts.howToStop}\n`);
if (mayOpen && browserLikely()) {
  // The address stands above; where no browser comes up, nothing is lost.
  open(address).then(
    (browser) => browser.on("error", () => undefined),
    () => undefined,
  );
}

async function buildAll(): Promise<void> {
  await ensureBuilt();
  if (isWorkbenchBuilt()) return;
  console.error(texts.building);
  await buildWorkbench();
}

function readOptions(): { port: number; mayOpen: boolean } {
  let options: { port: string; "no-open": boolean };
  try {
    options = parseArgs({
      options: {
        port: { type: "string", default: "3100" },
        "no-open": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\n${texts.usage}`);
  }
  const port = readPort(options.port);
  return port === undefined ? fail(texts.wrongPort(options.port)) : { port, mayOpen: !options["no-open"] };
}

function whyNotListening(error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") return texts.portInUse(port);
  if (error.code === "EACCES") return texts.portNotAllowed(port);
  return texts.cannotListen(port, error.message);
}

/** A Linux machine without a display, and a build server, have no browser to open. */
function browserLikely(): boolean {
  if (process.env.CI) return false;
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function stopOnSignals(listening: Listening): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void listening.close().then(() => process.exit(0)));
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
