/*
 * What a command has to say. Commands run in the pane's page, whether the pane is shown or not: a listening pane gets
 * the notice at once, one that is not built yet finds it when it is.
 */
export interface Notice {
  readonly kind: "done" | "problem";
  readonly text: string;
}

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();
let waiting: Notice | undefined;

/** A problem is kept for who asks later, unless somebody listens now; that all went well is news for a moment only. */
export function giveNotice(notice: Notice): void {
  waiting = listeners.size === 0 && notice.kind === "problem" ? notice : undefined;
  for (const listener of listeners) listener(notice);
}

/** Calls the listener for every notice from now on; what is returned ends that. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The last problem that nobody has heard of, once. */
export function takeNotice(): Notice | undefined {
  const taken = waiting;
  waiting = undefined;
  return taken;
}
