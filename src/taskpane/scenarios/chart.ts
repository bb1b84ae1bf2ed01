/*
 * The chart of a draft: drawn by a library that is loaded when the first chart is shown, with its values in a table
 * for those who cannot see it.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import { chartNumbers } from "../../i18n/shown";
import type { FigureChart } from "../../scenarios/draftFigures";
import { element } from "../dom";
import { painted } from "../painted";
import { onTheme } from "../theme";
import type { Drawing } from "./drawing";

const loadDrawing = () => import(/* webpackChunkName: "chart" */ "./drawing");

export function createChart(language: Language) {
  const canvas = element("canvas", { role: "img" });
  const table = element("div", { class: "unseen" });
  const caption = element("figcaption", {});
  const made = element("figure", { class: "chart" }, caption, element("div", { class: "canvas" }, canvas), table);
  let drawing: Drawing | undefined;
  let latest: FigureChart | undefined;
  let isWaiting = false;

  /** After the figures are on the screen: whoever types waits for no chart. */
  function draw(): void {
    if (isWaiting) return;
    isWaiting = true;
    void painted().then(() => {
      isWaiting = false;
      if (!latest || !canvas.isConnected) return;
      table.replaceChildren(tableOf(latest, language));
      if (drawing) drawing.show(latest);
      else void begin();
    });
  }

  async function begin(): Promise<void> {
    try {
      const { createDrawing } = await loadDrawing();
      if (!canvas.isConnected || drawing || !latest) return;
      drawing = createDrawing(canvas, language);
      drawing.show(latest);
      onTheme(canvas, () => drawing!.show(latest!));
    } catch (error) {
      // The figures and the table say the same; a later change tries again.
      console.error(error);
    }
  }

  return {
    element: made,
    update: (chart: FigureChart | undefined) => {
      latest = chart;
      made.hidden = chart === undefined;
      if (!chart) return;
      caption.textContent = chart.title;
      canvas.setAttribute("aria-label", chart.title);
      draw();
    },
  };
}

function tableOf({ title, format, categories, series }: FigureChart, language: Language): HTMLElement {
  const number = chartNumbers(format, language);
  const cells = series.map(({ values }) => values.map((value) => (value === null ? "–" : number.format(value))));
  return element(
    "table",
    {},
    element("caption", {}, scenarioTexts(language).chartTable(title)),
    element("tr", {}, element("td", {}), ...series.map(({ label }) => element("th", { scope: "col" }, label || "–"))),
    ...categories.map((category, row) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, category || "–"),
        ...cells.map((column) => element("td", {}, column[row] ?? "")),
      ),
    ),
  );
}
