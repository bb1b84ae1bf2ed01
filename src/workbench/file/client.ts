/*
 * The page's side of the files' worker, which is started when it is first needed. Should it die, for want of memory
 * perhaps, another takes its place and is given the opened file again: what is in the grid can still be saved.
 */
import { WorkbookError } from "../../xlsx/problem";
import type { Answer, Asked } from "./messages";
import type { Opened, Saved, SaveRequest, Tell } from "./service";

/** The worker is no more, and the work is not done. */
export class Stopped extends Error {}

type Question = Asked extends infer Each ? (Each extends Asked ? Omit<Each, "id"> : never) : never;

interface Waiting {
  readonly tell: Tell | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface KnownFile {
  readonly bytes: Uint8Array;
  /** By which the present worker knows it; undefined where it has not been given it. */
  token: number | undefined;
}

export class FileClient {
  #worker: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #files = new Map<number, KnownFile>();

  constructor(private readonly start = () => new Worker("/files-worker.js")) {}

  async open(bytes: Uint8Array, tell?: Tell): Promise<Opened> {
    const opened = (await this.#ask({ kind: "open", bytes }, tell)) as Opened;
    const token = this.#next++;
    this.#files.set(token, { bytes, token: opened.token });
    return { ...opened, token };
  }

  async save(request: SaveRequest, tell?: Tell): Promise<Saved> {
    const file = request.token === undefined ? undefined : this.#files.get(request.token);
    if (!file) return (await this.#ask({ kind: "save", request }, tell)) as Saved;
    file.token ??= ((await this.#ask({ kind: "open", bytes: file.bytes }, tell)) as Opened).token;
    return (await this.#ask({ kind: "save", request: { ...request, token: file.token } }, tell)) as Saved;
  }

  forget(token: number): void {
    const known = this.#files.get(token)?.token;
    this.#files.delete(token);
    if (this.#worker && known !== undefined) void this.#ask({ kind: "forget", token: known }).catch(() => undefined);
  }

  /** Stops what is being done. */
  cancel(): void {
    this.#stop("");
  }

  #ask(question: Question, tell?: Tell): Promise<unknown> {
    this.#worker ??= this.#begin();
    const id = this.#next++;
    const answered = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { tell, resolve, reject }));
    this.#worker.postMessage({ id, ...question });
    return answered;
  }

  #begin(): Worker {
    const worker = this.start();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
    worker.onerror = (event) => this.#stop(event.message);
    worker.onmessageerror = () => this.#stop("");
    return worker;
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.kind === "progress") return waiting.tell?.(answer.step, answer.done, answer.total);
    this.#waiting.delete(answer.id);
    if (answer.kind === "done") waiting.resolve(answer.value);
    else if (answer.kind === "refused") waiting.reject(new WorkbookError(answer.problem));
    else waiting.reject(new Error(answer.message));
  }

  #stop(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const file of this.#files.values()) file.token = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Stopped(reason));
    this.#waiting.clear();
  }
}
