/*
 * An Excel that hands out its workbook's file in slices and opens others, through its older functions with their
 * callbacks. It keeps two files open at most, and refuses the third.
 */

export interface GivenFile {
  readonly bytes: Uint8Array;
  /** What fails, with what Excel says. */
  readonly fails?: "getFile" | "getSlice" | "close" | "create";
  readonly code?: string;
  /** Fewer bytes come than the file is said to have. */
  readonly isShort?: boolean;
}

type Callback = (result: { status: string; value?: unknown; error?: { message: string } }) => void;

/** Puts `Excel` and `Office` into the global scope, and returns what became of the files. */
export function fakeFile({ bytes, fails, code, isShort = false }: GivenFile) {
  const state = { opened: 0, closed: 0, slices: [] as number[], created: [] as string[] };
  const succeed = (callback: Callback, value?: unknown) => setTimeout(() => callback({ status: "succeeded", value }));
  const fail = (callback: Callback) =>
    setTimeout(() => callback({ status: "failed", error: { message: "Excel's words" } }));

  const getFileAsync = (type: string, { sliceSize }: { sliceSize: number }, callback: Callback) => {
    if (type !== "compressed") throw new Error(`${type} is not a workbook`);
    if (sliceSize > 4_194_304) return fail(callback);
    if (fails === "getFile" || state.opened - state.closed >= 2) return fail(callback);
    state.opened += 1;
    return succeed(callback, {
      size: bytes.length,
      sliceCount: Math.ceil(bytes.length / sliceSize),
      getSliceAsync: (index: number, done: Callback) => {
        if (fails === "getSlice") return fail(done);
        state.slices.push(index);
        const data = [...bytes.subarray(index * sliceSize, (index + 1) * sliceSize)];
        return succeed(done, { data: isShort ? data.slice(1) : data, index, size: data.length });
      },
      closeAsync: (done: Callback) => {
        state.closed += 1;
        return fails === "close" ? fail(done) : succeed(done);
      },
    });
  };
  Object.assign(globalThis, {
    Excel: {
      createWorkbook: (base64: string) => {
        if (fails === "create") return Promise.reject(Object.assign(new Error("Excel's words"), { code }));
        state.created.push(base64);
        return Promise.resolve();
      },
    },
    Office: { FileType: { Compressed: "compressed" }, context: { document: { getFileAsync } } },
  });
  return state;
}
