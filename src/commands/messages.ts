/*
 * What a command has to say, or has a view of the pane do. Commands run in the pane's page, whether the pane is shown
 * or not: a listening pane gets it at once, one that is not built yet finds it when it is.
 */
export interface Notice {
  readonly kind: "done" | "problem" | "hint";
  readonly text: string;
}

/** What a view of the pane is to do: it shows there how far it has come, and what came of it. */
export interface Job {
  readonly kind: "job";
  readonly view: "check";
  readonly name: "check" | "repair" | "sendCopy";
}

export type Message = Notice | Job;

type Listener = (message: Message) => void;

const listeners = new Set<Listener>();
let waiting: Message | undefined;

/** Whether the pane must be open for it: that all went well is news for a moment only. */
export function mustBeSeen({ kind }: Message): boolean {
  return kind !== "done";
}

/** What must be seen is kept for who asks later, unless somebody listens now. */
export function giveMessage(message: Message): void {
  waiting = listeners.size === 0 && mustBeSeen(message) ? message : undefined;
  for (const listener of listeners) listener(message);
}

/** Calls the listener for every message from now on; what is returned ends that. */
export function onMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The last of what must be seen that nobody has heard of, once. */
export function takeMessage(): Message | undefined {
  const taken = waiting;
  waiting = undefined;
  return taken;
}
