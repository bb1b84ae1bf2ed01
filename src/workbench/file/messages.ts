/*
 * What page and worker say to each other.
 */
import type { FileProblem } from "../../xlsx/problem";
import type { SaveRequest, Step } from "./service";

export type Asked = { readonly id: number } & (
  | { readonly kind: "open"; readonly bytes: Uint8Array }
  | { readonly kind: "save"; readonly request: SaveRequest }
  | { readonly kind: "forget"; readonly token: number }
);

export type Answer = { readonly id: number } & (
  | { readonly kind: "progress"; readonly step: Step; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "refused"; readonly problem: FileProblem }
  | { readonly kind: "failed"; readonly message: string }
);
