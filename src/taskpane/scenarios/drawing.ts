/*
 * Draws a draft's chart with Chart.js, the parts of it that our charts need. A part of the pane that is loaded when the
 * first chart is shown.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
} from "chart.js";
import type { Language } from "../../i18n/language";
import { chartNumbers } from "../../i18n/shown";
import type { FigureChart } from "../../scenarios/draftFigures";
import { grouped } from "./grouped";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);

export interface Drawing {
  show(chart: FigureChart): void;
}

type Bars = Chart<"bar" | "line", (number | null)[], string>;

export function createDrawing(canvas: HTMLCanvasElement, language: Language): Drawing {
  let drawn: Bars | undefined;
  return {
    show: (whole) => {
      const chart = grouped(whole, language);
      const data = { labels: [...chart.categories], datasets: datasetsOf(chart) };
      const options = optionsOf(chart, language);
      if (!drawn) {
        drawn = new Chart(canvas, { type: chart.kind === "lines" ? "line" : "bar", data, options });
        return;
      }
      drawn.data = data;
      drawn.options = options;
      drawn.update("none");
    },
  };
}

function datasetsOf({ kind, series }: FigureChart): ChartDataset<"bar" | "line", (number | null)[]>[] {
  const { text } = colours();
  return series.map(({ label, color, values }) => ({
    label: shortened(label, longestLabel),
    data: [...values],
    backgroundColor: color,
    borderColor: kind === "lines" ? color : text,
    // Around each bar, so that pale ones stand out from the page, and neighbours from each other.
    borderWidth: kind === "lines" ? 2 : 0.75,
    maxBarThickness: 36,
  }));
}

/** More names than these would leave no room for the chart. */
const mostNames = 8;
const longestName = { beside: 22, below: 14 };
const longestLabel = 28;

function optionsOf(chart: FigureChart, language: Language): ChartOptions<"bar" | "line"> {
  const { kind, title, format, categories, series } = chart;
  const { text, line } = colours();
  const stacked = kind === "stackedColumns";
  const lies = kind === "bars";
  const number = chartNumbers(format, language);
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
  const ticks = { color: text, font };
  const names = {
    stacked,
    grid: { display: false },
    border: { color: line },
    ticks: {
      ...ticks,
      maxRotation: 40,
      autoSkip: !lies,
      callback: (_: unknown, index: number) =>
        shortened(categories[index] ?? "", lies ? longestName.beside : longestName.below),
    },
  };
  const values = {
    stacked,
    beginAtZero: true,
    grid: { color: line },
    border: { display: false },
    ticks: { ...ticks, maxTicksLimit: 7, callback: (value: number | string) => number.format(Number(value)) },
  };
  return {
    indexAxis: lies ? "y" : "x",
    animation: false,
    maintainAspectRatio: false,
    locale: language,
    plugins: {
      title: { display: false, text: title },
      legend: {
        display: series.length <= mostNames,
        position: "bottom",
        labels: { color: text, font, boxWidth: 10, boxHeight: 10, padding: 8 },
      },
      tooltip: {
        bodyFont: font,
        titleFont: font,
        callbacks: {
          label: ({ dataset, parsed }) => {
            const value = lies ? parsed.x : parsed.y;
            return `${dataset.label ?? ""}: ${value === null ? "–" : number.format(value)}`;
          },
        },
      },
    },
    scales: lies ? { x: values, y: names } : { x: names, y: values },
  };
}

function shortened(name: string, longest: number): string {
  return name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;
}

/** As the page is now: light, dark, or in the user's own colours, which a canvas does not follow by itself. */
function colours(): { text: string; line: string } {
  if (matchMedia("(forced-colors: active)").matches) {
    const canvasText = systemColour("CanvasText");
    return { text: canvasText, line: systemColour("GrayText") };
  }
  const style = getComputedStyle(document.documentElement);
  return {
    text: style.getPropertyValue("--colorNeutralForeground2").trim(),
    line: style.getPropertyValue("--colorNeutralStroke2").trim(),
  };
}

function systemColour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
