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

/** Adds a part that another refers to, and returns the relationship's id. */
export function addPart(
  contents: Package,
  from: string,
  { part, type, contentType, content }: { part: string; type: string; contentType: string; content: string },
): string {
  contents.set(part, new TextEncoder().encode(content));
  const override = `Override PartName="/${escapeXml(part)}" ContentType="${contentType}"`;
  appendChild(contents, contentTypes, "Types", (prefix) => `<${prefix}${override}/>`);
  const taken = new Set(contents.relationships(from).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const target = part.startsWith(folder) ? part.slice(folder.length) : `/${part}`;
  const relationship = `Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"`;
  appendChild(contents, relationshipsPart(from), "Relationships", (prefix) => `<${prefix}${relationship}/>`);
  return id;
}

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
