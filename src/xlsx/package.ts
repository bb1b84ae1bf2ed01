/*
 * The parts of a workbook's package: which there are, how they refer to each other, and changes to them collected
 * until the package is written.
 */
import { refuse } from "./problem";
import { openWorkbookArchive } from "./recognise";
import { decodePart, readXml, splice, type PartText, type Splice } from "./xml";

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as "worksheet": the words before it differ between two editions of the standard. */
  readonly type: string;
  /** The part it leads to, from the package's root; undefined where that is outside the package. */
  readonly target: string | undefined;
  readonly start: number;
  readonly end: number;
}

export class Package {
  readonly #archive;
  readonly #changes = new Map<string, Uint8Array | undefined>();
  /** Names as the archive has them; parts are the same in any case. */
  readonly #names: ReadonlyMap<string, string>;

  constructor(bytes: Uint8Array) {
    this.#archive = openWorkbookArchive(bytes);
    this.#names = new Map(this.#archive.names.map((name) => [name.toLowerCase(), name]));
  }

  get names(): readonly string[] {
    const added = [...this.#changes.keys()].filter((name) => !this.#archive.has(name));
    return [...this.#archive.names, ...added].filter((name) => this.has(name));
  }

  has(part: string): boolean {
    const name = this.#nameOf(part);
    return this.#changes.has(name) ? this.#changes.get(name) !== undefined : this.#archive.has(name);
  }

  content(part: string): Uint8Array {
    const name = this.#nameOf(part);
    if (!this.has(part)) return refuse({ kind: "missingPart", part });
    return this.#changes.get(name) ?? this.#archive.read(name);
  }

  text(part: string): PartText {
    return decodePart(this.content(part), part);
  }

  /** Replaces a part, or adds it. */
  set(part: string, content: Uint8Array): void {
    this.#changes.set(this.#nameOf(part), content);
  }

  remove(part: string): void {
    this.#changes.set(this.#nameOf(part), undefined);
  }

  /** Changes places of a part's text; without changes the part stays as it is. */
  splice(part: string, changes: readonly Splice[]): void {
    if (changes.length === 0) return;
    const { text, encode } = this.text(part);
    this.set(part, encode(splice(text, changes)));
  }

  /** The package's bytes; the very ones that came where nothing was changed. */
  bytes(original: Uint8Array): Uint8Array {
    return this.#changes.size === 0 ? original : this.#archive.patch(this.#changes);
  }

  relationships(part: string): Relationship[] {
    const file = relationshipsPart(part);
    if (!this.has(file)) return [];
    const found: Relationship[] = [];
    readXml(this.text(file).text, file, {
      open({ name, attributes, start, openEnd }) {
        if (name !== "Relationship") return;
        const { Id = "", Type = "", Target = "", TargetMode } = attributes;
        const target = TargetMode === "External" ? undefined : resolve(part, Target);
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target, start, end: openEnd });
      },
    });
    return found;
  }

  #nameOf(part: string): string {
    return this.#names.get(part.toLowerCase()) ?? part;
  }
}

export const contentTypes = "[Content_Types].xml";

export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A target is relative to the folder of the part that names it, or begins with the root's slash. */
function resolve(part: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : part.slice(0, part.lastIndexOf("/") + 1) + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return decodeURIComponentSafely(steps.join("/"));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
