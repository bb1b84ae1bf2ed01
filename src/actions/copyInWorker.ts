/*
 * Has the copy made by its worker (copyWorker.ts), and ends it when it is done or wanted no more.
 */
import type { CopyAnswer, CopyRequest } from "./copyWorker";
import type { FrozenCopy } from "./frozenCopy";
import type { Freeze } from "./sendCopy";

export const copyInWorker: Freeze = async (bytes, options, { progress, signal }) => {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./copyWorker.ts", import.meta.url), { name: "copy" });
  const made = new Promise<FrozenCopy>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
      if (data.kind === "progress") progress?.(data.done, data.total);
      else if (data.kind === "broken") reject(new Error(data.message));
      else resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message || "copy.js"));
    signal?.addEventListener("abort", () => reject(signal.reason as Error));
    // The bytes are handed over, not copied: nobody else needs them.
    worker.postMessage({ bytes, ...options } satisfies CopyRequest, [bytes.buffer as ArrayBuffer]);
  });
  return made.finally(() => worker.terminate());
};
