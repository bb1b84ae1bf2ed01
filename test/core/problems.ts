/* How tests ask which problem a call reports. */
import { Problem, type ProblemCode, type Problems } from "../../src/core/problem";

/** The code and data of the problem that `call` throws; fails where it throws none, or something else. */
export function problemOf(call: () => unknown): { code: ProblemCode; data: Problems[ProblemCode] } {
  try {
    call();
  } catch (error) {
    if (error instanceof Problem) return { code: (error as Problem).code, data: (error as Problem).data };
    throw error;
  }
  throw new Error("expected a problem, but there was none");
}
