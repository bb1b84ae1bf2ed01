/*
 * Builds the add-in, serves it over HTTPS on this machine and opens Excel with it.
 *
 *   npm run excel                              Excel on Windows or Mac
 *   npm run excel -- --document ADDRESS        Excel on the web, from any system
 *   npm run excel -- --probe                   with FINSAM.PROBE (docs/verify-in-excel.md)
 *
 * Whatever can be refused is refused before anything slow; Microsoft's tools report success when they fail, so
 * what they should have made is looked at.
 */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { excelTexts } from "../src/i18n/excel";
import { languageOf } from "../src/i18n/language";
import { build, root } from "./builder";
import { listen, readPort, staticFiles } from "./server";

const texts = excelTexts(languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
/** Apart from dist/, which the tests and the workbench use as it is. */
const out = path.join(root, "build", "excel");

const { document, port, probe } = readOptions();
const onDesktop = document === undefined;
if (onDesktop && process.platform !== "win32" && process.platform !== "darwin") fail(texts.linux);

// The port is held from the start: who is refused it shall not wait for a build first.
const held = await listen((_request, response) => void response.end(), port).catch(refusedPort);
const origin = `https://localhost:${port}`;
console.error(texts.building);
await build({ origin, out, probe }).catch((error: Error) => fail(`${texts.buildFailed}\n\n${error.message}`));
const certificate = await getCertificate().catch((error: Error) => fail(texts.noCertificate(error.message)));
await held.close();
const server = await listen(forExcel(staticFiles([{ at: "/", folder: out }])), port, certificate).catch(refusedPort);

const manifest = path.join(out, "manifest.xml");
console.log(`\n${texts.serving(`${origin}/taskpane.html`)}`);
if (!onDesktop && process.platform === "linux") console.log(texts.trust(`${origin}/taskpane.html`, certificate.ca));
await sideload().catch((error: Error) => {
  // The server goes on, so that the add-in can be added by hand.
  console.error(texts.notSideloaded(error.message, manifest));
  process.exitCode = 1;
});
console.log(texts.howToStop);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

function readOptions(): { document: string | undefined; port: number; probe: boolean } {
  let options: { document?: string; port: string; probe: boolean };
  try {
    options = parseArgs({
      options: {
        document: { type: "string" },
        port: { type: "string", default: "3000" },
        probe: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${(error as Error).message}\n${texts.usage}`);
  }
  const chosenPort = readPort(options.port);
  if (chosenPort === undefined) fail(texts.wrongPort(options.port));
  const { document: address } = options;
  return {
    port: chosenPort,
    probe: options.probe,
    document: address === undefined ? undefined : readDocument(address),
  };
}

/** The workbook's address; what is put after it by the side-loading tool starts with "&". */
function readDocument(text: string): string {
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    return fail(texts.wrongDocument(text));
  }
  if (address.protocol !== "https:" || !address.hostname.includes(".")) fail(texts.wrongDocument(text));
  address.hash = "";
  if (!address.search) address.searchParams.set("web", "1");
  return address.href;
}

/** Excel on the web reads manifest and metadata from another origin, so this server lets any origin read. */
function forExcel(files: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    files(request, response);
  };
}

async function getCertificate(): Promise<{ key: Buffer; cert: Buffer; ca: string }> {
  const tool = await import("office-addin-dev-certs");
  const defaults = await import("office-addin-dev-certs/lib/defaults");
  const { certificateDirectory, caCertificatePath, localhostCertificatePath, localhostKeyPath } = defaults;
  const read = () => ({
    key: readFileSync(localhostKeyPath),
    cert: readFileSync(localhostCertificatePath),
    ca: caCertificatePath,
  });
  if (process.platform === "linux") {
    // Browsers on Linux do not ask the system whom to trust, so nothing is installed: no sudo for nothing.
    if (!isUsable(read)) {
      tool.deleteCertificateFiles();
      await tool.generateCertificates();
    }
  } else {
    console.error(texts.certificate);
    await tool.ensureCertificatesAreInstalled();
  }
  if (!isUsable(read)) throw new Error(texts.certificateFiles(certificateDirectory));
  return read();
}

/** Whether certificate and key are there, belong together, are for localhost and have not run out. */
function isUsable(read: () => { key: Buffer; cert: Buffer }): boolean {
  try {
    const { key, cert } = read();
    const certificate = new X509Certificate(cert);
    return (
      certificate.checkPrivateKey(createPrivateKey(key)) &&
      certificate.checkHost("localhost") !== undefined &&
      Date.parse(certificate.validTo) > Date.now()
    );
  } catch {
    return false;
  }
}

async function sideload(): Promise<void> {
  const { AppType, startDebugging } = await import("office-addin-debugging");
  const { OfficeApp } = await import("office-addin-manifest");
  console.log(onDesktop ? texts.opening : texts.openingWeb);
  await startDebugging(manifest, {
    appType: onDesktop ? AppType.Desktop : AppType.Web,
    app: OfficeApp.Excel,
    enableDebugging: false,
    ...(document === undefined ? {} : { document }),
  });
}

/** Takes the add-in out of Excel again: without this server it would only fail there. */
async function stop(): Promise<void> {
  if (onDesktop) {
    const { stopDebugging } = await import("office-addin-debugging");
    await stopDebugging(manifest).catch((error: Error) => console.error(error.message));
  }
  await server.close();
  process.exit();
}

function refusedPort(error: NodeJS.ErrnoException): never {
  return fail(error.code === "EADDRINUSE" ? texts.portInUse(port) : texts.cannotListen(port, error.message));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
