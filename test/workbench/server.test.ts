/*
 * The static server: the files it is told to serve, with their policy, and nothing outside their folders.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { listen, readPort, staticFiles, type Listening } from "../../scripts/server";

const folder = mkdtempSync(path.join(tmpdir(), "finsam-server-"));
let server: Listening;

beforeAll(async () => {
  mkdirSync(path.join(folder, "site/inner"), { recursive: true });
  mkdirSync(path.join(folder, "library"));
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "site/index.html"), "<title>Home</title>");
  writeFileSync(path.join(folder, "site/inner/å.js"), "1");
  writeFileSync(path.join(folder, "library/page.html"), "<script src=there.js></script>");
  server = await listen(
    staticFiles([
      { at: "/", folder: path.join(folder, "site"), policy: "default-src 'self'" },
      {
        at: "/library/",
        folder: path.join(folder, "library"),
        transform: (html, name) => html.replace("there.js", `here.js?${name}`),
      },
    ]),
    0,
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends the path as it is written: fetch would tidy "/../" away. */
function get(address: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: server.port, host: "127.0.0.1", path: address, headers, method }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on("error", reject).end();
  });
}

test("a folder's address gives its page, with the folder's policy", async () => {
  const { status, headers, body } = await get("/?query=1");
  expect([status, body]).toEqual([200, "<title>Home</title>"]);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["content-security-policy"]).toBe("default-src 'self'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("a script has the folder's policy too, as a worker is held to that of its own script", async () => {
  const { headers } = await get(`/inner/${encodeURIComponent("å")}.js`);
  expect(headers["content-security-policy"]).toBe("default-src 'self'");
});

test("a name with other letters than English ones is found", async () => {
  const { status, headers } = await get(`/inner/${encodeURIComponent("å")}.js`);
  expect([status, headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
});

test("a page is changed on its way out where the folder says so", async () => {
  expect((await get("/library/page.html")).body).toBe("<script src=here.js?page.html></script>");
});

test("what has not changed is not sent again", async () => {
  const first = await get("/inner/%C3%A5.js");
  const { status, body } = await get("/inner/%C3%A5.js", { "If-None-Match": String(first.headers.etag) });
  expect([status, body]).toEqual([304, ""]);
});

test("HEAD gives the headers alone", async () => {
  const { status, headers, body } = await get("/", {}, "HEAD");
  expect([status, headers["content-length"], body]).toEqual([200, "19", ""]);
});

test.each([
  "/../secret.txt",
  "/inner/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/..%5csecret.txt",
  "/library/../../secret.txt",
  "/library/..",
  "//etc/hosts",
  "/%00",
  "/%",
  "/inner",
  "/missing.js",
])("%s is not found", async (address) => {
  const { status, body } = await get(address);
  expect([status, body]).toEqual([404, "Not found\n"]);
});

test("nothing can be sent to it", async () => {
  const { status, headers } = await get("/", {}, "POST");
  expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("a port in use is Node's own error, for the caller to put in words", async () => {
  await expect(listen(staticFiles([]), server.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test.each([
  ["1", 1],
  ["3100", 3100],
  ["65535", 65535],
  ["0", undefined],
  ["65536", undefined],
  ["-1", undefined],
  ["80.5", undefined],
  ["1e3", undefined],
  ["", undefined],
  [" 80", undefined],
])("the port %j is read as %j", (text, port) => {
  expect(readPort(text)).toBe(port);
});
