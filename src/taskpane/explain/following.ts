/*
 * Follows the selection with something that takes a while: one at a time, once the pane is painted, and with an answer
 * only for what is selected when it comes.
 */
import type { Workbook } from "../../workbook/port";
import { painted } from "../painted";

interface Options<Outcome> {
  readonly findWorkbook: () => Promise<Workbook | undefined>;
  readonly work: () => Promise<Outcome>;
  readonly found: (outcome: Outcome, isAskedFor: boolean) => void;
}

export class Following<Outcome> {
  private isFollowing = false;
  private isUnderWay = false;
  /** Something has been selected, or the user has asked, since the work that is under way was begun. */
  private isWanted = false;
  private isAskedFor = false;
  private end: (() => void) | undefined;

  constructor(private readonly options: Options<Outcome>) {}

  /** From now on, or no longer. */
  async follow(isFollowing: boolean): Promise<void> {
    this.isFollowing = isFollowing;
    this.end?.();
    this.end = undefined;
    if (!isFollowing) return;
    void this.do();
    const workbook = await this.options.findWorkbook();
    if (!this.isFollowing || this.end) return;
    this.end = workbook?.onSelectionChange(() => void this.do());
  }

  /** The user asks for it. */
  ask(): Promise<void> {
    this.isAskedFor = true;
    return this.do();
  }

  private async do(): Promise<void> {
    this.isWanted = true;
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    try {
      while (this.isWanted) await this.doOnce();
    } finally {
      // After a defect of ours too, the next selection is followed.
      this.isUnderWay = false;
    }
  }

  private async doOnce(): Promise<void> {
    // Cells that are only passed on the way are not worth it, and a pane that is closed is not painted.
    await painted();
    this.isWanted = false;
    if (!this.isFollowing) return;
    const outcome = await this.options.work();
    if (this.isWanted || !this.isFollowing) return;
    const { isAskedFor } = this;
    this.isAskedFor = false;
    this.options.found(outcome, isAskedFor);
  }
}
