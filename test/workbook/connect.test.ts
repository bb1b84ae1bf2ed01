/*
 * Which workbook the pane talks to.
 */
import { findWorkbook } from "../../src/workbook/connect";
import { excelWorkbook } from "../../src/workbook/office";
import { workbookThat } from "./answering";

const beside = workbookThat({});

function show({ parent, office }: { parent?: object; office?: object }) {
  const shown: Record<string, unknown> = {};
  shown["parent"] = parent ?? shown;
  Object.assign(globalThis, { window: shown, Office: office });
}

function officeWith(host: string | null, ready = Promise.resolve({ host })) {
  return { onReady: () => ready, HostType: { Excel: "Excel", Word: "Word" } };
}

afterEach(() => {
  Object.assign(globalThis, { window: undefined, Office: undefined });
});

test("in the workbench, the one that the page around the pane offers", async () => {
  show({ parent: { finsamWorkbook: beside }, office: officeWith("Excel") });
  expect(await findWorkbook()).toBe(beside);
});

test("in Excel on Windows or Mac, Excel's", async () => {
  show({ office: officeWith("Excel") });
  expect(await findWorkbook()).toBe(excelWorkbook);
});

test("in Excel on the web, whose page may not be looked into, Excel's", async () => {
  const closed = {
    get finsamWorkbook() {
      throw new DOMException("Blocked a frame", "SecurityError");
    },
  };
  show({ parent: closed, office: officeWith("Excel") });
  expect(await findWorkbook()).toBe(excelWorkbook);
});

test.each([
  ["in a browser of its own", officeWith(null)],
  ["in another Office program", officeWith("Word")],
  ["without Office.js", undefined],
])("%s, none", async (_, office) => {
  show(office ? { office } : {});
  expect(await findWorkbook()).toBeUndefined();
});

test("where Office.js never becomes ready, none, after a while", async () => {
  show({ office: officeWith(null, new Promise(() => undefined)) });
  expect(await findWorkbook()).toBeUndefined();
}, 10_000);
