/*
 * `npm run calc` as a person or a program starts it, with the add-in as built.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "../..");
const command = [path.join(root, "scripts/run.mjs"), "calc"];
const seconds = 60_000;

function calc(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test(
  "a formula's grid on standard output, and nothing else there",
  () => {
    expect(calc(["=FINSAM.SPLIT(7348)"])).toMatchObject({ status: 0, stdout: "3674\n1837\n1837\n" });
  },
  seconds,
);

test(
  "an error is a sentence and exit code 1, a wrong call exit code 2",
  () => {
    const wrong = calc(['=FINSAM.SPLIT("a")']);
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    expect(wrong.stderr).toContain("#VALUE! belopp");
    expect(calc(["--frob"])).toMatchObject({ status: 2, stdout: "" });
  },
  seconds,
);

test(
  "a program can ask a line, read the answer and ask again",
  async () => {
    const child = spawn(process.execPath, [...command, "-"], { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const amount of [2, 4]) {
      child.stdin.write(`=FINSAM.TOTAL(${amount},"state")\n`);
      expect((await answers.next()).value).toBe(`{"grid":[[${2 * amount}]]}`);
    }
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  },
  seconds,
);

test(
  "a reader who has read enough leaves no stack trace",
  async () => {
    const child = spawn(process.execPath, [...command, "-"], { cwd: root });
    let complaint = "";
    child.stderr.on("data", (data: Buffer) => (complaint += data.toString()));
    child.stdin.on("error", () => undefined);
    child.stdin.end("={1,2}*2\n".repeat(50_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    await once(child, "exit");
    expect(complaint).not.toMatch(/EPIPE|Error|\bat\b/);
  },
  seconds,
);
