/*
 * npm run setup: what npm cannot bring. LibreOffice Calc, in which the tests open the workbooks that we write, is
 * installed where this user may (root, with apt-get), else she is told how. Ends with 0 all the same, as nothing but
 * those tests needs it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { languageOf } from "../src/i18n/language";
import { setupTexts } from "../src/i18n/setup";
import { findLibreOffice, onPath } from "./libreoffice";

/** Beside the program a font as wide as Excel's own, so that what fits there fits here, and what reads the paper. */
const packages = ["libreoffice-calc", "fonts-crosextra-carlito", "poppler-utils"];
const install = ["install", "-y", "--no-install-recommends", ...packages];

const texts = setupTexts(languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
const present = findLibreOffice();
const reader = onPath("pdftotext").some((file) => existsSync(file));
if (present !== undefined && (reader || process.platform !== "linux")) console.log(texts.found(present));
else if (!onPath("apt-get").some((file) => existsSync(file))) leave(texts.byHand);
else if (process.getuid?.() !== 0) leave(texts.notRoot(`sudo apt-get ${install.join(" ")}`));
else {
  console.error(texts.installing(packages.join(", ")));
  // The lists may be missing or too old to fetch what they name.
  const done = aptGet(install) || (aptGet(["update"]) && aptGet(install));
  const installed = findLibreOffice();
  if (done && installed !== undefined) console.log(texts.installed(installed));
  else leave(texts.failed(packages.join(", ")));
}

function leave(sentence: string): void {
  console.error(sentence);
  console.error(texts.without);
}

/** Its own messages go to standard error, but for the long list of what it unpacks. */
function aptGet(args: string[]): boolean {
  const { status } = spawnSync("apt-get", ["-q", "-o", "Dpkg::Use-Pty=0", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}
