/*
 * What a schema cannot see of a manifest: references, addresses, icons, commands and translations. Returns one
 * sentence for each thing wrong, none when all is well.
 */
import { XMLParser } from "fast-xml-parser";

export interface Build {
  /** Every file in the build by its path, with slashes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Where the build will be served. */
  readonly origin: string;
  /** Names that the build's scripts associate with ribbon commands. */
  readonly commands: readonly string[];
}

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const swedish = "sv-SE";
const limits: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};
/** The pixels that Excel expects in the two places where the manifest does not say. */
const iconSizes: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

export function checkManifest(xml: string, build: Build): string[] {
  const problems: string[] = [];
  const all = elements(parse(xml));
  const resources = all.filter(({ tag }) =>
    ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"].includes(tag),
  );
  const resourceOf = new Map<string, Element>();

  for (const { tag, children } of resources) {
    for (const resource of children) {
      const id = resource.attributes["id"] ?? "";
      if (id === "" || id.length > 32) problems.push(`id "${id}" is not 1 to 32 characters`);
      if (resourceOf.has(id)) problems.push(`id "${id}" is given twice`);
      resourceOf.set(id, resource);
      const values = valuesOf(resource);
      if (tag === "bt:Images") values.forEach((address) => checkAddress(`image ${id}`, address));
      if (tag === "bt:Urls") values.forEach((address) => checkAddress(`address ${id}`, address));
      if (tag in limits) checkText(`text ${id}`, resource, limits[tag]!);
    }
  }

  const used = new Set<string>();
  for (const { tag, attributes } of all) {
    const id = attributes["resid"];
    if (id === undefined) continue;
    used.add(id);
    if (!resourceOf.has(id)) problems.push(`${tag} refers to "${id}", which is not there`);
  }
  for (const id of resourceOf.keys()) if (!used.has(id)) problems.push(`nothing refers to "${id}"`);

  for (const element of all) {
    const { tag, attributes, children } = element;
    if ((tag === "DisplayName" || tag === "Description") && attributes["DefaultValue"] !== undefined) {
      checkText(tag, element, limits[tag]!);
    }
    if (["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"].includes(tag) && !attributes["resid"]) {
      valuesOf(element).forEach((address) => checkAddress(tag, address));
    }
    if (tag in iconSizes) valuesOf(element).forEach((address) => checkIcon(tag, address, iconSizes[tag]!));
    if (tag === "bt:Image" && attributes["size"] !== undefined) {
      const image = resourceOf.get(attributes["resid"] ?? "");
      for (const address of image ? valuesOf(image) : []) {
        checkIcon(`image ${attributes["resid"]}`, address, Number(attributes["size"]));
      }
    }
    if (tag === "Icon") {
      const sizes = children.map((child) => Number(child.attributes["size"]));
      for (const size of [16, 32, 80]) if (!sizes.includes(size)) problems.push(`an Icon has no image of ${size} px`);
    }
    if (tag === "FunctionName" && !build.commands.includes(element.text)) {
      problems.push(`command "${element.text}" is associated by no script`);
    }
  }
  checkSharedRuntime();
  return problems;

  function checkText(name: string, element: Element, limit: number): void {
    for (const text of valuesOf(element)) {
      if (text === "" || text.length > limit) problems.push(`${name}: ${text.length} characters, not 1 to ${limit}`);
    }
    if (!element.children.some((child) => child.attributes["Locale"] === swedish)) {
      problems.push(`${name} has no ${swedish} text`);
    }
  }

  function checkAddress(name: string, address: string): void {
    if (!address.startsWith("https://")) problems.push(`${name}: ${address} is not https`);
    if (!address.startsWith(`${build.origin}/`)) problems.push(`${name}: ${address} is not under ${build.origin}`);
    else if (!build.files.has(pathOf(address))) problems.push(`${name}: ${address} is not in the build`);
  }

  function checkIcon(name: string, address: string, size: number): void {
    const file = build.files.get(pathOf(address));
    if (!file) return;
    const { width, height } = pngSize(file);
    if (width !== size || height !== size) problems.push(`${name}: ${address} is ${width} × ${height}, not ${size} px`);
  }

  /** Excel does not load the shared runtime unless one page is named everywhere. */
  function checkSharedRuntime(): void {
    const runtime = all.find(({ tag }) => tag === "Runtime");
    const page = runtime?.attributes["resid"];
    if (runtime?.attributes["lifetime"] !== "long") problems.push("there is no Runtime with a long lifetime");
    for (const { tag, attributes, children } of all) {
      const location = children.find((child) => child.tag === "SourceLocation")?.attributes["resid"];
      const isPage = tag === "Page" || (tag === "Action" && attributes["xsi:type"] === "ShowTaskpane");
      if (isPage && location !== page) problems.push(`${tag} has another page than the Runtime: "${location}"`);
      if (tag === "FunctionFile" && attributes["resid"] !== page)
        problems.push("FunctionFile is not the Runtime's page");
    }
  }

  function pathOf(address: string): string {
    return address.slice(build.origin.length + 1);
  }
}

/** Every address that a manifest names, the translated ones too. */
export function addressesIn(xml: string): string[] {
  return elements(parse(xml))
    .flatMap((element) => [element.attributes["DefaultValue"], element.attributes["Value"]])
    .filter((value) => value !== undefined && /^[a-z]+:\/\//.test(value)) as string[];
}

/** Width and height from a PNG's header. */
export function pngSize(file: Buffer): { width: number; height: number } {
  const signature = "89504e470d0a1a0a";
  if (file.subarray(0, 8).toString("hex") !== signature) return { width: 0, height: 0 };
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The default and every translation. */
function valuesOf({ attributes, children }: Element): string[] {
  const overrides = children.filter(({ tag }) => tag.endsWith("Override")).map((child) => child.attributes["Value"]);
  return [attributes["DefaultValue"], ...overrides].map((value) => value ?? "");
}

function elements(root: Element): Element[] {
  return [root, ...root.children.flatMap(elements)];
}

type Parsed = Record<string, unknown> & { ":@"?: Record<string, string> };

function parse(xml: string): Element {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" });
  return { tag: "", attributes: {}, text: "", children: (parser.parse(xml) as Parsed[]).flatMap(toElement) };
}

function toElement(node: Parsed): Element[] {
  const tag = Object.keys(node).find((key) => key !== ":@");
  if (tag === undefined || tag.startsWith("#") || tag.startsWith("?")) return [];
  const content = node[tag] as Parsed[];
  const text = content.map((child) => (typeof child["#text"] === "string" ? child["#text"] : "")).join("");
  return [{ tag, attributes: node[":@"] ?? {}, text, children: content.flatMap(toElement) }];
}
