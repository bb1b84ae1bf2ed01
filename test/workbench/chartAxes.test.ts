/*
 * The axes of charts in the workbench: values without decimals that say nothing, and every lying bar with its name.
 */
import * as library from "@odoo/o-spreadsheet";
import { locales } from "../../src/engine/locales";
import { toWorkbookData } from "../../src/engine/planWorkbook";
import { quietly } from "../../src/engine/quietly";
import { scenarios } from "../../src/scenarios/all";
import { layOut } from "../../src/scenarios/layout";
import { tidyAxes, withoutDecimals } from "../../src/workbench/chartAxes";

tidyAxes(library);

test.each([
  ["zeros in all", ["0,0", "500,0", "1 000,0"], ",", ["0", "500", "1 000"]],
  ["zeros in all, thousands by a comma", ["0.00", "1,000.00"], ".", ["0", "1,000"]],
  ["zeros in all, in per cent", ["10,0 %", "20,0 %"], ",", ["10 %", "20 %"]],
  ["a decimal in one", ["0,0", "0,5"], ",", undefined],
  ["no decimals", ["0", "1,000"], ".", undefined],
])("decimals go where they are %s", (_, texts, separator, expected) => {
  expect(withoutDecimals(texts, separator)).toEqual(expected);
});

interface Axis {
  readonly ticks: {
    readonly autoSkip?: boolean;
    readonly callback: (this: unknown, value: number, index: number, ticks: { value: number }[]) => string;
  };
}

function axesOf(id: string): Record<string, Axis> {
  const { plan } = scenarios.find((each) => each.id === id)!;
  const data = { ...toWorkbookData(layOut(plan("sv"))), settings: { locale: locales.sv } };
  const { getters } = quietly(() => new library.Model(data));
  const runtime = getters.getChartRuntime("scenario-chart-1") as unknown as {
    chartJsConfig: { options: { scales: Record<string, Axis> } };
  };
  return runtime.chartJsConfig.options.scales;
}

test("a chart of amounts has none of the decimals that its cells show", () => {
  const ticks = [0, 500, 1000].map((value) => ({ value }));
  const { callback } = axesOf("ceiling")["y"]!.ticks;
  expect(ticks.map(({ value }, index) => callback.call(undefined, value, index, ticks).replace(/\s/, " "))).toEqual([
    "0",
    "500",
    "1 000",
  ]);
});

test("every lying bar has its whole name", () => {
  const { ticks } = axesOf("calendar")["y"]!;
  const name = "Samråd med parterna om budgeten";
  expect(ticks.autoSkip).toBe(false);
  expect(ticks.callback.call({ getLabelForValue: () => name }, 0, 0, [])).toBe(name);
});
