/*
 * The workbook's file out of Excel, slice by slice, and a file into Excel as a new workbook.
 */
import { Stopped } from "./officeContents";
import type { LongWork } from "./wholeWorkbook";

/** Excel gives at most 4 MB at once; with less, progress can be told. */
const sliceSize = 1_048_576;

export async function readFile({ progress, signal }: LongWork): Promise<Uint8Array> {
  const file = await answerOf<Office.File>((callback) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, callback),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let length = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      if (signal?.aborted) throw new Stopped();
      progress?.(index, file.sliceCount);
      const answer = await answerOf<Office.Slice>((callback) => file.getSliceAsync(index, callback));
      const slice = answer.data as ArrayLike<number>;
      if (length + slice.length > file.size) throw new Error("Excel handed over more than the file has");
      bytes.set(slice, length);
      length += slice.length;
    }
    if (length < file.size) throw new Error("Excel handed over only a part of the file");
    return bytes;
  } finally {
    // Excel keeps two files at most: one that stays open would be in the way of the next.
    await answerOf<void>((callback) => file.closeAsync(callback)).catch((error: unknown) => console.error(error));
  }
}

/** What one of Office's older functions answers, or throws. */
function answerOf<Value>(ask: (callback: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      // By its value, as the enumeration is not there before Office is.
      if (String(status) === "succeeded") resolve(value);
      else reject(new Error(error?.message ?? String(status)));
    });
  });
}
