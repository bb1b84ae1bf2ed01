/*
 * `npm start` as a user runs it, on a port of its own, for as long as the tests last.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(__dirname, "../..");

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface Started {
  readonly address: string;
  stop(): Promise<Ended>;
}

/** Starts the workbench's server and waits for the address that it prints. */
export async function startServer(): Promise<Started> {
  const port = await freePort();
  const { process: server, ended, output } = run(["--no-open", "--port", String(port)]);
  const address = `http://localhost:${port}/`;
  await new Promise<void>((resolve, reject) => {
    server.stdout!.on("data", () => output().includes(address) && resolve());
    void ended.then(() => reject(new Error(`npm start ended early:\n${output()}`)));
  });
  return {
    address,
    stop: () => {
      server.kill("SIGTERM");
      return ended;
    },
  };
}

/** Runs `npm start` with arguments that it ends by itself for. */
export function runStart(args: readonly string[], locale = "en_US.UTF-8"): Promise<Ended> {
  return run(args, locale).ended;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function run(args: readonly string[], locale = "en_US.UTF-8") {
  const tsx = pathToFileURL(path.join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const child: ChildProcess = spawn(process.execPath, ["--import", tsx, path.join(root, "scripts/start.ts"), ...args], {
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json"), LC_ALL: locale },
  });
  let text = "";
  child.stdout!.on("data", (data: Buffer) => (text += data.toString()));
  child.stderr!.on("data", (data: Buffer) => (text += data.toString()));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, output: text })));
  return { process: child, ended, output: () => text };
}
