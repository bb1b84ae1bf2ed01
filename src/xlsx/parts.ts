/*
 * Adds parts to a package and takes them away, with all that refers to them: relationships and content types.
 */
import { contentTypes, relationshipsPart, type Package } from "./package";
import { escapeXml, readXml, type Splice } from "./xml";

/** Takes a part away, and its place in the list of content types. */
export function removePart(contents: Package, part: string): void {
  contents.remove(part);
  const rels = relationshipsPart(part);
  if (contents.has(rels)) contents.remove(rels);
  const splices: Splice[] = [];
  readXml(contents.text(contentTypes).text, contentTypes, {
    open({ name, attributes, start, openEnd }) {
      if (name !== "Override" || attributes.PartName?.toLowerCase() !== `/${part}`.toLowerCase()) return;
      splices.push({ start, end: openEnd, text: "" });
    },
  });
  contents.splice(contentTypes, splices);
}

/** Takes away what a part says of those it refers to, where `isGone` says so. */
export function removeRelationships(contents: Package, part: string, isGone: (target: string) => boolean): void {
  const gone = contents.relationships(part).filter(({ target }) => target !== undefined && isGone(target));
  contents.splice(
    relationshipsPart(part),
    gone.map(({ start, end }) => ({ start, end, text: "" })),
  );
}

/** The order of calculation names cells that may have no formula now; Excel makes it anew where there is none. */
export function removeChain({ package: contents, part }: { package: Package; part: string }): void {
  const chain = contents.relationships(part).find(({ type }) => type === "calcChain")?.target;
  if (chain === undefined || !contents.has(chain)) return;
  removeRelationships(contents, part, (target) => target === chain);
  removePart(contents, chain);
}

/** Adds a part that another refers to, and returns the relationship's id. */
export function addPart(
  contents: Package,
  from: string,
  { part, type, contentType, content }: { part: string; type: string; contentType: string; content: string },
): string {
  contents.set(part, new TextEncoder().encode(content));
  const override = `Override PartName="/${escapeXml(part)}" ContentType="${contentType}"`;
  appendChild(contents, contentTypes, "Types", (prefix) => `<${prefix}${override}/>`);
  return relate(contents, from, part, type);
}

/** Says that a part refers to another, and returns the relationship's id. */
export function relate(contents: Package, from: string, part: string, type: string): string {
  const list = relationshipsPart(from);
  if (!contents.has(list)) contents.set(list, new TextEncoder().encode(noRelationships));
  const taken = new Set(contents.relationships(from).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const relationship = `Relationship Id="${id}" Type="${type}" Target="${escapeXml(pathFrom(from, part))}"`;
  appendChild(contents, list, "Relationships", (prefix) => `<${prefix}${relationship}/>`);
  return id;
}

/** As Excel writes it, and as some programs alone can read it: from the folder of the part that names the other. */
export function pathFrom(from: string, part: string): string {
  const [steps, target] = [from.split("/").slice(0, -1), part.split("/")];
  let common = 0;
  while (common < Math.min(steps.length, target.length - 1) && steps[common] === target[common]) common += 1;
  return [...steps.slice(common).map(() => ".."), ...target.slice(common)].join("/");
}

const noRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Adds a last child to the first element of a name. */
export function appendChild(contents: Package, part: string, parent: string, child: (prefix: string) => string): void {
  const { text } = contents.text(part);
  let splice: Splice | undefined;
  let prefix = "";
  readXml(text, part, {
    open({ name, prefix: own, start, openEnd, isEmpty }) {
      if (name !== parent || splice) return;
      prefix = own;
      if (!isEmpty) return;
      const opening = text.slice(start, openEnd - 2).trimEnd();
      splice = { start, end: openEnd, text: `${opening}>${child(own)}</${own}${parent}>` };
    },
    close(name, _, closeStart) {
      if (name === parent) splice ??= { start: closeStart, end: closeStart, text: child(prefix) };
    },
  });
  if (splice) contents.splice(part, [splice]);
}

/** Adds children to a list that says how many it has. */
export function appendCounted(contents: Package, part: string, list: string, child: string, added: string): void {
  appendChild(contents, part, list, () => added);
  const { text } = contents.text(part);
  let count = 0;
  let isInside = false;
  let opening: { start: number; end: number } | undefined;
  readXml(text, part, {
    open({ name, start, openEnd }) {
      if (name === list) {
        isInside = true;
        opening ??= { start, end: openEnd };
      } else if (isInside && name === child) count += 1;
    },
    close(name) {
      if (name === list) isInside = false;
    },
  });
  const { start, end } = opening!;
  const counted = text.slice(start, end).replace(/(\scount\s*=\s*)(["'])\d+\2/, `$1$2${count}$2`);
  contents.splice(part, [{ start, end, text: counted }]);
}
