/*
 * Light or dark as Office is, else as the system is. High contrast needs nothing here: the browser then forces
 * the user's own colours (forced-colors), and taskpane.css keeps borders and focus visible under it.
 */
import { createDarkTheme, createLightTheme, type BrandVariants } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { isDark } from "./colour";

/** Shades of the icon's teal, dark to light: calm beside Excel's own green, and not taken for it. */
const teal: BrandVariants = {
  10: "#000a09",
  20: "#011b19",
  30: "#012724",
  40: "#02322e",
  50: "#033d39",
  60: "#044a45",
  70: "#065852",
  80: "#08665f",
  90: "#17756e",
  100: "#2c847d",
  110: "#3e938b",
  120: "#4ea39b",
  130: "#5fb3aa",
  140: "#72c6bd",
  150: "#97d9d2",
  160: "#bfece6",
};

const dark = createDarkTheme(teal);

/** On dark the shades that Fluent takes for links and marks in this hue, and for what is wrong, are too dark to read. */
const darkTheme = {
  ...dark,
  colorStatusDangerForeground1: dark.colorStatusDangerForeground2,
  colorBrandForeground1: teal[130],
  colorBrandForegroundLink: teal[130],
  colorBrandForegroundLinkHover: teal[140],
  colorBrandForegroundLinkPressed: teal[120],
};

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
let shown: boolean | undefined;

/** Applies the theme now, and again whenever it may have changed: Excel has no event for it. */
export function followTheme(): void {
  applyTheme();
  systemIsDark.addEventListener("change", applyTheme);
  window.addEventListener("focus", applyTheme);
  document.addEventListener("visibilitychange", applyTheme);
}

export function applyTheme(): void {
  const isNowDark = officeIsDark() ?? systemIsDark.matches;
  if (isNowDark === shown) return;
  shown = isNowDark;
  setTheme(isNowDark ? darkTheme : createLightTheme(teal));
  document.documentElement.style.colorScheme = isNowDark ? "dark" : "light";
  document.dispatchEvent(new Event(changed));
}

const changed = "finsam-theme";

/** Calls `act` whenever the colours have changed, as long as the element is on the page: a canvas keeps its own. */
export function onTheme(at: HTMLElement, act: () => void): void {
  const forced = matchMedia("(forced-colors: active)");
  const listen = () => {
    if (at.isConnected) act();
    else end();
  };
  const end = () => {
    document.removeEventListener(changed, listen);
    forced.removeEventListener("change", listen);
  };
  document.addEventListener(changed, listen);
  forced.addEventListener("change", listen);
}

function officeIsDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  // The typings promise a theme; Excel on the web and a browser without Excel have none.
  const theme = Office.context?.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor ? isDark(theme.bodyBackgroundColor) : undefined;
}
