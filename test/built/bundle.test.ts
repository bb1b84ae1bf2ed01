/**
 * @jest-environment jsdom
 *
 * What Excel loads before a function can run: small, alone, quick to associate, and asking for nothing.
 */
import { gzipSync } from "node:zlib";
import { contentSecurityPolicy } from "../../scripts/policy";
import { dist, filesIn, load } from "./dist";

const files = filesIn(dist);
const text = (name: string) => files.get(name)!.toString();
const bundle = text("functions.js");
const ids = (name: string) => (JSON.parse(text(name)) as { functions: { id: string }[] }).functions.map(({ id }) => id);

test("the functions associated are those that the metadata names, in both languages", () => {
  // `load` returns as the script ends, so what is found here was associated without waiting for anything.
  const associated = [...load(bundle).functions.keys()];
  expect(associated).toEqual(ids("functions.json"));
  expect(associated).toEqual(ids("functions-sv.json"));
});

test("the bundle is at most 20 kB gzipped", () => {
  expect(gzipSync(bundle).length).toBeLessThanOrEqual(20 * 1024);
});

const forbidden = /\bimport\s*\(|\brequire\s*\(|\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|\beval\b|new Function/;

test("it loads nothing, asks for nothing and evaluates nothing", () => {
  expect(bundle).not.toMatch(forbidden);
});

test.each(["import('x')", "require('x')", "fetch(u)", "new XMLHttpRequest", "eval(x)", "new Function('')"])(
  "and %s in it would be found",
  (code) => {
    expect(bundle + code).toMatch(forbidden);
  },
);

test("it does not throw where Office.js could not be loaded", () => {
  expect(load(bundle, { CustomFunctions: undefined, Office: undefined }).functions.size).toBe(0);
});

test("what is associated late, twice or with something not there yet would be found", () => {
  const associate = (id: string) => `CustomFunctions.associate("${id}", () => 1);`;
  expect([...load(`Promise.resolve().then(() => { ${associate("LATE")} })`).functions.keys()]).toEqual([]);
  expect(() => load(associate("SPLIT") + associate("SPLIT"))).toThrow("twice");
  expect(() => load("CustomFunctions.ErrorCode.invalidValue")).toThrow("not there yet");
});

describe("the pane's own script", () => {
  const scripts = [...files.keys()].filter((name) => name.endsWith(".js") && name !== "functions.js");
  const first = ["commands.js", "taskpane.js"];

  test("is at most 120 kB gzipped at first paint, all scripts together", () => {
    const size = first.reduce((sum, name) => sum + gzipSync(text(name)).length, 0);
    expect(size).toBeLessThanOrEqual(120 * 1024);
  });

  test("is loaded in parts, each named after what is in it, so that no page gets a part of another build", () => {
    const later = scripts.filter((name) => !first.includes(name));
    expect(later.length).toBeGreaterThan(0);
    for (const name of later) {
      expect(name).toMatch(/^[a-z\d-]+\.[\da-f]{8}\.js$/);
      const [part, hash] = name.split(".");
      // What a worker loads, the worker names.
      const others = scripts.filter((script) => script !== name);
      expect(others.some((script) => text(script).includes(part!) && text(script).includes(hash!))).toBe(true);
    }
  });

  test("evaluates nothing", () => {
    for (const name of scripts) expect(text(name)).not.toMatch(/\beval\s*\(|new Function\b/);
  });
});

describe("the page", () => {
  const page = new DOMParser().parseFromString(text("taskpane.html"), "text/html");

  test("loads Office.js, the functions, the commands, then the pane, and nothing inline", () => {
    const scripts = [...page.querySelectorAll("script")];
    expect(scripts.map((script) => script.getAttribute("src"))).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
      "commands.js",
      "taskpane.js",
    ]);
    // Microsoft asks for Office.js in the head.
    expect(scripts.map((script) => script.parentElement!.tagName)).toEqual(["HEAD", "BODY", "BODY", "BODY"]);
    for (const script of scripts) {
      expect(script.textContent).toBe("");
      expect(script.getAttributeNames()).toEqual(["src"]);
    }
  });

  test("has the policy before anything that it governs", () => {
    const [first] = page.querySelectorAll("meta[http-equiv], script, link, style");
    expect(first!.getAttribute("http-equiv")).toBe("Content-Security-Policy");
    expect(first!.getAttribute("content")).toBe(contentSecurityPolicy);
  });

  test("has a policy that lets in no script but ours and Office.js, and no request", () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).not.toContain("unsafe-eval");
    const scripts = contentSecurityPolicy.split("; ").find((directive) => directive.startsWith("script-src"));
    expect(scripts!.split(" ").slice(1)).toEqual([
      "'self'",
      "https://appsforoffice.microsoft.com",
      "https://ajax.aspnetcdn.com",
    ]);
  });
});

test("the probe is in no ordinary build", () => {
  for (const [name, content] of files) {
    if (/\.(js|json|html)$/.test(name)) expect(content.includes("PROBE")).toBe(false);
  }
});
