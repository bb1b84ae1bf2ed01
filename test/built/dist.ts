/*
 * A build as the tests look at it: its files, and what its functions bundle does when it is loaded.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";

export const root = path.resolve(import.meta.dirname, "../..");
export const dist = path.join(root, "dist");
export const localOrigin = "https://localhost:3000";

/** Every file of a folder by its path with slashes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file)];
    }),
  );
}

export interface Loaded {
  /** The functions by the ids they were associated with, in order. */
  readonly functions: ReadonlyMap<string, (...args: unknown[]) => unknown>;
  /** Names associated with ribbon commands. */
  readonly commands: readonly string[];
}

/**
 * Runs a bundle's script once, from start to end and no longer, in a world with nothing in it but what Excel
 * promises before it is ready: what is associated later is not seen, and what touches anything else throws.
 */
export function load(script: string, world: Record<string, unknown> = {}): Loaded {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const commands: string[] = [];
  const context = createContext({
    CustomFunctions: strict("CustomFunctions", {
      associate: (id: string, fn: (...args: unknown[]) => unknown) => {
        if (functions.has(id)) throw new Error(`${id} is associated twice`);
        functions.set(id, fn);
      },
    }),
    Office: strict("Office", { actions: { associate: (name: string) => commands.push(name) } }),
    // A page knows where it is, and so where the parts are that it loads later.
    self: strict("self", { location: { href: `${localOrigin}/taskpane.html` } }),
    ...world,
  });
  runInContext(script, context);
  return { functions, commands };
}

/** An object that has what is given and throws for everything else. */
function strict(name: string, members: Record<string, unknown>): unknown {
  return new Proxy(members, {
    get: (target, key) => {
      if (typeof key === "string" && !(key in target)) throw new Error(`${name}.${key} is not there yet`);
      return target[key as string];
    },
  });
}
