/* Excel's CustomFunctions and display language, as far as the functions use them, for tests that call them directly. */
export class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

Object.assign(globalThis, {
  Office: { context: { displayLanguage: "en-US" } },
  CustomFunctions: { Error: ExcelError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } },
});

/** What the cell shows: the grid, or the error with its sentence, whether it was thrown or returned alone. */
export function cell(call: () => unknown): unknown {
  try {
    const answer = call();
    const only: unknown = Array.isArray(answer) && answer.length === 1 ? answer.flat()[0] : undefined;
    return only instanceof ExcelError ? { error: only.code, message: only.message } : answer;
  } catch (error) {
    if (error instanceof ExcelError) return { error: error.code, message: error.message };
    throw error;
  }
}
