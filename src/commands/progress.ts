/*
 * Progress of a command's long work, as notices: not of what is soon done, and not more often than can be read aloud.
 */
import { giveNotice } from "./notices";

const between = 2000;

export function tellingProgress(say: (percent: number) => string): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (now - last < between) return;
    last = now;
    giveNotice({ kind: "progress", text: say(Math.floor((100 * done) / Math.max(1, total))) });
  };
}
