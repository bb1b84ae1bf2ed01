/*
 * `npm run excel` where it must refuse: at once, with a sentence, and not as if all were well.
 */
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { root } from "./dist";

const command = [path.join(root, "scripts/run.mjs"), "excel"];
const workbook = "https://contoso.sharepoint.com/:x:/g/budget?e=1";
const seconds = 30_000;

function excel(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "en_US.UTF-8" },
    timeout: seconds,
  });
  return { status, stdout, stderr };
}

test.each([
  ["a document that is no address", ["--document", "budget.xlsx"], "--document budget.xlsx: an address"],
  ["a document without https", ["--document", "http://contoso.sharepoint.com/a"], "starts with https://"],
  ["a wrong port", ["--document", workbook, "--port", "0"], "--port 0: a port is a whole number"],
  ["an unknown option", ["--excel"], "Usage: npm run excel"],
])(
  "%s",
  (_, args, sentence) => {
    const { status, stdout, stderr } = excel(...args);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("Building");
  },
  seconds,
);

(process.platform === "linux" ? test : test.skip)(
  "on Linux, where there is no Excel, it says what to do instead",
  () => {
    const { status, stderr } = excel();
    expect(status).toBe(1);
    expect(stderr).toContain("npm start");
    expect(stderr).toContain("npm run excel -- --document");
    expect(stderr).not.toContain("Building");
  },
  seconds,
);

test(
  "a port in use is said before anything is built",
  async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    // Not waited for in this process, which must answer for the port meanwhile.
    const run = spawn(process.execPath, [...command, "--document", workbook, "--port", String(port)], {
      cwd: root,
      env: { ...process.env, LC_ALL: "en_US.UTF-8" },
    });
    let said = "";
    run.stderr.on("data", (data: Buffer) => (said += data.toString()));
    const [status] = (await once(run, "close")) as [number];
    taken.close();
    expect(status).toBe(1);
    expect(said).toContain(`Port ${port} is already in use`);
    expect(said).not.toContain("Building");
  },
  seconds,
);
