/**
 * @jest-environment jsdom
 */
/* The ribbon as the workbench reads it from the built manifest, and what it refuses to read. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readRibbon } from "../../src/workbench/ribbon";

const manifest = readFileSync(path.resolve(import.meta.dirname, "../../dist/manifest.xml"), "utf8");

test.each([
  ["sv", "Öppna panelen"],
  ["en", "Open the pane"],
] as const)("in %s the tab has a button that opens the pane", (language, label) => {
  const [tab] = readRibbon(manifest, language);
  expect(tab!.label).toBe("FINSAM");
  const button = tab!.groups.flatMap(({ buttons }) => buttons).find(({ action }) => action.kind === "showPane")!;
  expect(button.label).toBe(label);
  expect(button.supertip.description).not.toBe("");
  expect(button.action).toEqual({ kind: "showPane", page: "/addin/taskpane.html" });
  expect(button.icon.source).toMatch(/^\/addin\/assets\/.*32\.png$/);
  expect(button.icon.dense).toMatch(/^\/addin\/assets\/.*(64|80)\.png$/);
});

test("a command of the ribbon is read with the function it runs", () => {
  const command = manifest.replace(
    /<Action xsi:type="ShowTaskpane">.*?<\/Action>/s,
    '<Action xsi:type="ExecuteFunction"><FunctionName>insertScenario</FunctionName></Action>',
  );
  const [tab] = readRibbon(command, "sv");
  expect(tab!.groups[0]!.buttons[0]!.action).toEqual({ kind: "execute", functionName: "insertScenario" });
});

test("a manifest with a text that is not there is refused", () => {
  const id = /<Label resid="([^"]+)"/.exec(manifest)![1]!;
  const broken = manifest.replaceAll(`id="${id}" DefaultValue`, 'id="Elsewhere" DefaultValue');
  expect(() => readRibbon(broken, "sv")).toThrow(`manifest.xml has no resource ${id}`);
});

test("a manifest that is not XML is refused", () => {
  expect(() => readRibbon("<OfficeApp>", "sv")).toThrow("not well-formed");
});
