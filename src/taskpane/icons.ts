/*
 * The pane's icons: drawn for it, in a square of 20, in the colour of the text around them.
 */
const namespace = "http://www.w3.org/2000/svg";

const paths = {
  settings:
    "M8.6 2.5h2.8l.5 2.1 1.5.9 2.1-.6 1.4 2.4-1.6 1.5v1.8l1.6 1.5-1.4 2.4-2.1-.6-1.5.9-.5 2.1H8.6l-.5-2.1-1.5-.9-2.1.6-1.4-2.4 1.6-1.5V8.8L3.1 7.3l1.4-2.4 2.1.6 1.5-.9ZM10 7.4a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z",
  back: "M12.5 4 6.5 10l6 6",
  remove: "m5.5 5.5 9 9m0-9-9 9",
  add: "M10 4v12M4 10h12",
  pick: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 7h6v6H7Z",
  done: "m4.5 10.5 3.5 3.5 7.5-8",
  problem: "M10 3 18 16.5H2ZM10 8v4m0 2v.6",
} as const;

export function icon(name: keyof typeof paths): SVGElement {
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  for (const [attribute, value] of Object.entries({
    viewBox: "0 0 20 20",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.4",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  })) {
    svg.setAttribute(attribute, value);
  }
  return svg;
}
