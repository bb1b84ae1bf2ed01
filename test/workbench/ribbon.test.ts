/**
 * @jest-environment jsdom
 */
/* The ribbon as the workbench reads it from the built manifest, and what it refuses to read. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { commandName } from "../../src/commands/run";
import { scenarios } from "../../src/scenarios/all";
import { readRibbon } from "../../src/workbench/ribbon";

const manifest = readFileSync(path.resolve(import.meta.dirname, "../../dist/manifest.xml"), "utf8");

test.each([
  ["sv", "Öppna panelen"],
  ["en", "Open the pane"],
] as const)("in %s the tab has a button that opens the pane", (language, label) => {
  const [tab] = readRibbon(manifest, language);
  expect(tab!.label).toBe("FINSAM");
  const controls = tab!.groups.flatMap((group) => group.controls);
  const button = controls.find((control) => control.kind === "button" && control.action.kind === "showPane")!;
  expect(button.label).toBe(label);
  expect(button.supertip.description).not.toBe("");
  expect(button).toMatchObject({ kind: "button", action: { kind: "showPane", page: "/addin/taskpane.html" } });
  expect(button.icon.source).toMatch(/^\/addin\/assets\/.*32\.png$/);
  expect(button.icon.dense).toMatch(/^\/addin\/assets\/.*(64|80)\.png$/);
});

test.each(["sv", "en"] as const)("in %s a menu has every scenario, with the command that inserts it", (language) => {
  const [tab] = readRibbon(manifest, language);
  const menu = tab!.groups.flatMap((group) => group.controls).find((control) => control.kind === "menu")!;
  expect(menu.icon.source).toMatch(/^\/addin\/assets\/scenarios-32\.png$/);
  expect(menu).toMatchObject({
    items: scenarios.map(({ id, title, plan }) => ({
      label: title(language),
      supertip: { title: title(language), description: plan(language).subtitle },
      action: { kind: "execute", functionName: commandName(id) },
    })),
  });
});

test("a manifest with a text that is not there is refused", () => {
  const id = /<Label resid="([^"]+)"/.exec(manifest)![1]!;
  const broken = manifest.replaceAll(`id="${id}" DefaultValue`, 'id="Elsewhere" DefaultValue');
  expect(() => readRibbon(broken, "sv")).toThrow(`manifest.xml has no resource ${id}`);
});

test("a manifest that is not XML is refused", () => {
  expect(() => readRibbon("<OfficeApp>", "sv")).toThrow("not well-formed");
});
