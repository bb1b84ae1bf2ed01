/*
 * The browser that the tests drive: on Linux a Chromium that comes with npm, elsewhere the Chrome or Edge that is
 * installed. Where there is none the tests are skipped, and say so; on a build server that is a failure.
 */
import { chromium, type BrowserServer, type LaunchOptions } from "playwright-core";

const advice = [
  "The browser tests were skipped: no browser was found.",
  "On Mac and Windows, and on Linux for other processors than x64, install Google Chrome or Microsoft Edge.",
  "On Linux x64 a Chromium comes with npm: delete node_modules and run npm test again.",
].join("\n");

/** Undefined where there is no browser, having said so. */
export async function launchBrowser(): Promise<BrowserServer | undefined> {
  const reasons: string[] = [];
  for (const find of candidates()) {
    try {
      return await chromium.launchServer(await find());
    } catch (error) {
      reasons.push(String(error).split("\n")[0]!);
    }
  }
  const why = [advice, ...reasons].join("\n");
  if (process.env.CI) throw new Error(why);
  console.warn(why);
  return undefined;
}

function candidates(): (() => LaunchOptions | Promise<LaunchOptions>)[] {
  const installed = [() => ({ channel: "chrome" }), () => ({ channel: "msedge" })];
  return process.platform === "linux" && process.arch === "x64" ? [bundled, ...installed] : installed;
}

async function bundled(): Promise<LaunchOptions> {
  // Only with this name set, before it is loaded, does the package unpack the libraries that Chromium needs.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  // Not the package's own arguments, made for a cloud function: with a single process the first page to close ends all.
  // Without a sandbox, as a container's root has none; nothing but our own pages is opened.
  return {
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  };
}
