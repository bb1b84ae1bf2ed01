/*
 * `calc` in this process: what it writes where, and its exit code. With the engine tests' own add-in.
 */
import { PassThrough, Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { calc } from "../../src/cli/calc";
import { fixture } from "../engine/fixture";

async function run(args: string[], input = "") {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = Promise.all([text(stdout), text(stderr)]);
  const code = await calc(args, { stdin: Readable.from([input]), stdout, stderr }, () => Promise.resolve(fixture));
  stdout.end();
  stderr.end();
  const [out, err] = await written;
  return { code, out, err };
}

const lines = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

describe("one formula", () => {
  test("a grid is tab-separated text in full precision", async () => {
    expect(await run(["=FINSAM.SAME({4041.4,0.1;TRUE,-2})"])).toEqual({
      code: 0,
      out: "4041.4\t0.1\nTRUE\t-2\n",
      err: "",
    });
  });

  test("errors within a grid are their codes, empty cells empty, and no text adds a cell", async () => {
    expect((await run(["=FINSAM.PARTLY()"])).out).toBe("1\t#N/A\nTRUE\ttext\n");
    expect((await run(['=FINSAM.GIVES("null in a grid")'])).out).toBe("1\t\n");
    expect((await run(['="a"&CHAR(9)&"b"&CHAR(10)&"c"'])).out).toBe("a b c\n");
  });

  test("an error goes to standard error with its sentence", async () => {
    expect(await run(['=FINSAM.WRONG("invalidValue")'])).toEqual({
      code: 1,
      out: "",
      err: "#VALUE! wrong in sv-SE\n",
    });
  });

  test("--json writes the grid, an empty cell as null", async () => {
    const { code, out } = await run(["--json", '=FINSAM.GIVES("null in a grid")']);
    expect([code, out]).toEqual([0, '{"grid":[[1,null]]}\n']);
  });

  test("--json writes the error and its sentence", async () => {
    const { code, out, err } = await run(["--json", "--lang", "en", '=FINSAM.WRONG("notAvailable")']);
    expect([code, out, err]).toEqual([1, '{"error":"#N/A","message":"wrong in en-US"}\n', ""]);
  });

  test.each([
    ["=1/0", "Formeln dividerar med noll.", "The formula divides by zero."],
    ["=FINSAM.BREAKS()", "ett värde av fel slag", "a value of the wrong kind"],
    ["", "texten är tom", "the text is empty"],
    ["=1+", "går inte att läsa", "cannot be read"],
    ["=FINSAM.SEEN(1;2)", "engelsk form", "English form"],
    ["=FINSAM.NONE(1)", "Funktionen FINSAM.NONE finns inte.", "There is no function FINSAM.NONE."],
    ["=none", 'inom citattecken: "none"', 'within quotation marks: "none"'],
    ["=FINSAM.SAME(1,2)", "FINSAM.SAME tar 1 argument, inte 2.", "FINSAM.SAME takes 1 argument, not 2."],
    ["=FINSAM.SEEN()", "tar 1–3 argument, inte 0.", "takes 1–3 arguments, not 0."],
    ["=SUM()", "SUM tar minst 1 argument, inte 0.", "SUM takes at least 1 argument, not 0."],
  ])("%s is answered in both languages", async (formula, swedish, english) => {
    const sv = await run([formula]);
    const en = await run(["--lang", "en", formula]);
    expect([sv.code, en.code]).toEqual([1, 1]);
    expect(sv.err).toContain(swedish);
    expect(en.err).toContain(english);
  });
});

describe("formulas from standard input", () => {
  test("one JSON value a line, in order, errors among them", async () => {
    const { code, out } = await run(["-"], '=1+1\n=FINSAM.WRONG("invalidValue")\r\n\nFINSAM.HALVES(8)\n');
    expect(code).toBe(0);
    expect(lines(out)).toEqual([
      { grid: [[2]] },
      { error: "#VALUE!", message: "wrong in sv-SE" },
      { error: "#VALUE!", message: "Här finns ingen formel: texten är tom." },
      { grid: [[4], [2], [2]] },
    ]);
  });

  test("the last line needs no line break; no input gives no output", async () => {
    expect(lines((await run(["-"], "=1\n=2")).out)).toEqual([{ grid: [[1]] }, { grid: [[2]] }]);
    expect((await run(["-"], "")).out).toBe("");
  });

  test("a slow reader gets every line", async () => {
    const received: string[] = [];
    const stdout = new Writable({
      highWaterMark: 1,
      write: (chunk, _, done) => {
        received.push(String(chunk));
        setImmediate(done);
      },
    });
    const stdin = Readable.from(Array.from({ length: 100 }, (_, i) => `=${i}\n`));
    await calc(["-"], { stdin, stdout, stderr: stdout }, () => Promise.resolve(fixture));
    expect(received.map((line) => JSON.parse(line) as unknown)).toEqual(
      Array.from({ length: 100 }, (_, i) => ({ grid: [[i]] })),
    );
  });

  test("thousands have a line each", async () => {
    const formulas = Array.from({ length: 5000 }, (_, i) => `=FINSAM.HALVES(${i}.5)*{1;${i};3}`);
    const { out } = await run(["-"], formulas.join("\n"));
    expect(lines(out)).toHaveLength(5000);
  });
});

test("--help is the help, and a wrong call a sentence and exit code 2, both without the add-in", async () => {
  const never = () => Promise.reject(new Error("the add-in was asked for"));
  const out = new PassThrough();
  const err = new PassThrough();
  const streams = { stdin: Readable.from([]), stdout: out, stderr: err };
  expect(await calc(["--help", "--lang", "en"], streams, never)).toBe(0);
  expect(await calc(["--frob"], streams, never)).toBe(2);
  out.end();
  err.end();
  expect(await text(out)).toContain("--lang sv|en");
  expect(await text(err)).toContain("--frob");
});
