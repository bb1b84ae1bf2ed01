/*
 * What Excel refuses, as an outcome: why, as far as its code tells, and what Excel itself says.
 */
import type { Refused } from "./port";

const reasons: Readonly<Record<string, "editing" | "protected">> = {
  InvalidOperationInCellEditMode: "editing",
  AccessDenied: "protected",
};

export function refusal(error: unknown): Refused<"editing" | "protected" | "other"> {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return {
    kind: "refused",
    reason: (typeof code === "string" && reasons[code]) || "other",
    message: typeof message === "string" ? message : String(error),
  };
}
