/*
 * The axes of charts in the workbench, where the library leaves a reader short: it writes values with all the decimals
 * that the charted cells have, and cuts the names beside lying bars after twenty letters.
 */
import type { Libraries } from "./load";

interface Tick {
  readonly value: number;
}

type Callback = (this: unknown, value: number | string, index: number, ticks: readonly Tick[]) => unknown;

interface Scale {
  ticks?: { callback?: Callback; autoSkip?: boolean };
}

interface ChartJsConfig {
  readonly options?: {
    readonly indexAxis?: string;
    readonly scales?: Readonly<Record<string, Scale | undefined>>;
  };
}

/** Letters of a name beside a bar, about a third of a chart across the sheet. */
const longestName = 48;

/** Once, before the first chart is drawn. */
export function tidyAxes({ registries }: Libraries["spreadsheet"]): void {
  const { chartTypeRegistry } = registries;
  for (const kind of ["bar", "line"]) {
    const original = chartTypeRegistry.get(kind);
    const getRuntime: typeof original.getRuntime = (getters, definition, ...rest) => {
      const runtime = original.getRuntime(getters, definition, ...rest);
      const { scales } = (runtime as { chartJsConfig?: ChartJsConfig }).chartJsConfig?.options ?? {};
      const isLying = "horizontal" in definition && definition.horizontal === true;
      shortenValues(scales?.[isLying ? "x" : "y"], getters.getLocale().decimalSeparator);
      if (isLying) nameEveryBar(scales?.["y"]);
      return runtime;
    };
    chartTypeRegistry.replace(kind, { ...original, getRuntime });
  }
}

function shortenValues(scale: Scale | undefined, decimalSeparator: string): void {
  const write = scale?.ticks?.callback;
  if (!write) return;
  scale.ticks!.callback = function (value, index, ticks) {
    const texts = ticks.map((tick, at) => String(write.call(this, tick.value, at, ticks)));
    return withoutDecimals(texts, decimalSeparator)?.[index] ?? write.call(this, value, index, ticks);
  };
}

/** The texts without their decimals, where those are zeros in all of them. */
export function withoutDecimals(texts: readonly string[], separator: string): readonly string[] | undefined {
  const parts = texts.map((text) => {
    const [whole, decimals, ...more] = text.split(separator);
    const after = /^0+(\D*)$/.exec(decimals ?? "");
    return after && more.length === 0 ? whole! + after[1]! : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function nameEveryBar(scale: Scale | undefined): void {
  if (!scale?.ticks) return;
  scale.ticks.autoSkip = false;
  scale.ticks.callback = function (value) {
    const name = (this as { getLabelForValue(value: number): string }).getLabelForValue(Number(value));
    return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  };
}
