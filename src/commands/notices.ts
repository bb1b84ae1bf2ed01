/*
 * What a command has to say. Commands run in the pane's page, whether the pane is shown or not: a listening pane gets
 * the notice at once, one that is not built yet finds it when it is.
 */
export interface Notice {
  /** `answer`: what was asked for is the text itself. `progress`: how far long work has come. */
  readonly kind: "done" | "problem" | "answer" | "progress";
  readonly text: string;
}

/** What an action came to. */
export type Ending = Notice & { readonly kind: "done" | "problem" };

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();
let waiting: Notice | undefined;

/** Whether it must be seen: that all went well is news for a moment only. */
export function mustBeSeen({ kind }: Notice): boolean {
  return kind === "problem" || kind === "answer";
}

/** What must be seen is kept for who asks later, unless somebody listens now. */
export function giveNotice(notice: Notice): void {
  waiting = listeners.size === 0 && mustBeSeen(notice) ? notice : undefined;
  for (const listener of listeners) listener(notice);
}

/** Calls the listener for every notice from now on; what is returned ends that. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The last of what must be seen that nobody has heard of, once. */
export function takeNotice(): Notice | undefined {
  const taken = waiting;
  waiting = undefined;
  return taken;
}
