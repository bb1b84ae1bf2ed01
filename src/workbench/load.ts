/*
 * Fetches what the workbench is made of. What cannot be loaded is named, so that the page can say so.
 */
import type * as Owl from "@odoo/owl";
import type * as OSpreadsheet from "@odoo/o-spreadsheet";

declare global {
  interface Window {
    o_spreadsheet?: typeof OSpreadsheet;
    owl?: typeof Owl;
    Chart?: unknown;
  }
}

export class LoadError extends Error {
  constructor(readonly what: string) {
    super(`${what} could not be loaded`);
  }
}

export interface Libraries {
  readonly spreadsheet: typeof OSpreadsheet;
  readonly owl: typeof Owl;
}

/** The libraries that the page's script elements have loaded. */
export function libraries(): Libraries {
  const { o_spreadsheet: spreadsheet, owl, Chart } = window;
  if (!owl) throw new LoadError("owl");
  if (!spreadsheet) throw new LoadError("o-spreadsheet");
  if (!Chart) throw new LoadError("chart.js");
  return { spreadsheet, owl };
}

export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw new LoadError(address);
  return response.text();
}

export async function fetchJson<T>(address: string): Promise<T> {
  const text = await fetchText(address);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new LoadError(address);
  }
}
