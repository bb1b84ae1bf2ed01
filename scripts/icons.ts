/*
 * Draws assets/icon-*.png and the like from the SVG sources beside them, in a real Chromium. Run by hand after a source has
 * changed, and look at the result: npm run icons. The pictures are committed, so no build needs a browser.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./builder";

/** Each size in pixels, and the source drawn for it: 16 and 80 have their own, so that gaps are whole pixels. */
const sizes = { 16: 16, 32: 32, 64: 32, 80: 80 };

/** The add-in's own, and those of the ribbon's menu and buttons. */
const names = ["icon", "scenarios", "copy", "repair", "check"];

const assets = path.join(root, "assets");
const browser = await launch();
for (const name of names) {
  for (const [size, drawnFor] of Object.entries(sizes)) {
    const source = `${name}-${drawnFor}.svg`;
    const svg = readFileSync(path.join(assets, source), "utf8");
    const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
    const style = "body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }";
    await page.setContent(`<style>${style}</style>${svg}`);
    writeFileSync(path.join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`assets/${name}-${size}.png from ${source}`);
  }
}
await browser.close();

/** The Chromium that npm brought on Linux, the installed Chrome elsewhere. */
async function launch() {
  if (process.platform !== "linux") return chromium.launch({ channel: "chrome" });
  // Read when the package is imported: without it the libraries it needs are not unpacked.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await bundled.executablePath(), args: bundled.args });
}
