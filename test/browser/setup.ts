/*
 * Before the browser tests: one browser and one `npm start` for all of them. Where there is no browser the server
 * is not started either, and FINSAM_BROWSER stays unset, which skips the tests.
 */
import { launchBrowser } from "../../scripts/browser";
import { startServer } from "./server";

export default async function setup(): Promise<void> {
  const browser = await launchBrowser();
  if (!browser) return;
  const server = await startServer();
  process.env.FINSAM_BROWSER = browser.wsEndpoint();
  process.env.FINSAM_WORKBENCH = server.address;
  globalThis.finsamTests = { stop: async () => void (await Promise.all([browser.close(), server.stop()])) };
}

declare global {
  var finsamTests: { stop(): Promise<void> } | undefined;
}
