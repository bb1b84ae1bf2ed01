/*
 * The ribbon as manifest.xml declares it to Excel: tabs, groups, buttons and menus with their texts in a language
 * and their icons' addresses. Read from the built manifest, so that the workbench cannot show another ribbon.
 */
import { displayLanguages } from "../engine/locales";
import type { Language } from "../i18n/language";

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly RibbonControl[];
}

export type RibbonControl = RibbonButton | RibbonMenu;

/** What a control and an item of a menu both have. */
export interface RibbonItem {
  readonly id: string;
  readonly label: string;
  readonly supertip: { readonly title: string; readonly description: string };
  readonly action: RibbonAction;
}

/** The largest icon up to 32 px, as Excel takes for a large button, and the one for denser screens. */
export interface RibbonIcon {
  readonly source: string;
  readonly dense: string;
}

export interface RibbonButton extends RibbonItem {
  readonly kind: "button";
  readonly icon: RibbonIcon;
}

export interface RibbonMenu extends Omit<RibbonItem, "action"> {
  readonly kind: "menu";
  readonly icon: RibbonIcon;
  readonly items: readonly RibbonItem[];
}

export type RibbonAction =
  { readonly kind: "showPane"; readonly page: string } | { readonly kind: "execute"; readonly functionName: string };

/** Throws where the manifest is not XML or names a text that it does not have. */
export function readRibbon(manifest: string, language: Language): RibbonTab[] {
  const document = new DOMParser().parseFromString(manifest, "text/xml");
  if (document.querySelector("parsererror")) throw new Error("manifest.xml is not well-formed");
  const resource = resources(document, displayLanguages[language]);
  const text = (element: Element, name: string) => resource(residOf(child(element, name)));

  const readTexts = (control: Element) => {
    const supertip = child(control, "Supertip");
    return {
      id: control.id,
      label: text(control, "Label"),
      supertip: { title: text(supertip, "Title"), description: text(supertip, "Description") },
    };
  };
  const readItem = (item: Element): RibbonItem => ({
    ...readTexts(item),
    action: readAction(child(item, "Action"), resource),
  });
  const readControl = (control: Element): RibbonControl => {
    const icon = readIcon(child(control, "Icon"), resource);
    if (typeOf(control) !== "Menu") return { kind: "button", ...readItem(control), icon };
    const items = children(child(control, "Items"), "Item").map(readItem);
    return { kind: "menu", ...readTexts(control), icon, items };
  };
  const surfaces = [...document.querySelectorAll("ExtensionPoint")].filter(
    (point) => typeOf(point) === "PrimaryCommandSurface",
  );
  const tabs = surfaces.flatMap((surface) => children(surface, "CustomTab"));
  return tabs.map((tab) => ({
    id: tab.id,
    label: text(tab, "Label"),
    groups: children(tab, "Group").map((group) => ({
      id: group.id,
      label: text(group, "Label"),
      controls: children(group, "Control").map(readControl),
    })),
  }));
}

function readIcon(icon: Element, resource: (id: string) => string): RibbonIcon {
  const sizes = children(icon, "Image")
    .map((image) => ({ size: Number(image.getAttribute("size")), source: local(resource(residOf(image))) }))
    .sort((a, b) => a.size - b.size);
  const normal = sizes.filter(({ size }) => size <= 32).at(-1) ?? sizes[0]!;
  return { source: normal.source, dense: sizes.find(({ size }) => size >= 64)?.source ?? normal.source };
}

function readAction(action: Element, resource: (id: string) => string): RibbonAction {
  return typeOf(action) === "ShowTaskpane"
    ? { kind: "showPane", page: local(resource(residOf(child(action, "SourceLocation")))) }
    : { kind: "execute", functionName: child(action, "FunctionName").textContent };
}

/** The manifest's texts and addresses by resid: the override of the locale, else the default. */
function resources(document: Document, locale: string): (id: string) => string {
  const found = new Map<string, string>();
  for (const entry of document.querySelectorAll("Resources > * > [DefaultValue]")) {
    const override = children(entry, "Override").find((each) => each.getAttribute("Locale") === locale);
    found.set(entry.id, override?.getAttribute("Value") ?? entry.getAttribute("DefaultValue")!);
  }
  return (id) => {
    const value = found.get(id);
    if (value === undefined) throw new Error(`manifest.xml has no resource ${id}`);
    return value;
  };
}

/** Where the workbench serves what the manifest gives an address on the add-in's own server. */
function local(address: string): string {
  const { pathname, search } = new URL(address);
  return `/addin${pathname}${search}`;
}

function children(element: Element, name: string): Element[] {
  return [...element.children].filter((each) => each.localName === name);
}

function child(element: Element, name: string): Element {
  const [found] = children(element, name);
  if (!found) throw new Error(`manifest.xml: ${element.localName} ${element.id} has no ${name}`);
  return found;
}

function residOf(element: Element): string {
  return element.getAttribute("resid") ?? "";
}

function typeOf(element: Element): string | null {
  return element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
}
