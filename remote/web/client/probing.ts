// Whether the presenter is still there, and when to ask it what time it is: one question does for both. Pure.

/**
 * Of one connection. A run of questions at its start and every half minute measures the clock; one now and then keeps a silent
 * connection under watch.
 */
export class Probing {
  static readonly runLength = 8;
  static readonly runIntervalMs = 30_000;
  static readonly quietMs = 1000; // after which it is asked
  static readonly silenceMs = 3500; // after which it is given up
  static readonly doubtMs = 1500; // likewise, once there is reason to

  private silentAt: number;
  private quietAt: number;
  private runAt: number; // when the next run begins
  private leftInRun = 0;
  private isAsked = false; // and not answered

  constructor(now: number) {
    this.silentAt = now + Probing.silenceMs;
    this.quietAt = now + Probing.quietMs;
    this.runAt = now;
  }

  /** Anything came from the presenter. */
  heard(now: number): void {
    this.silentAt = now + Probing.silenceMs;
    this.quietAt = now + Probing.quietMs;
  }

  /** Something happened here after which connections are often dead: it has to answer soon. */
  doubted(now: number): void {
    this.silentAt = Math.min(this.silentAt, now + Probing.doubtMs);
    this.quietAt = now;
  }

  /** Whether a question is to be asked now; it counts as asked. */
  asks(now: number): boolean {
    if (this.isAsked) return false;
    if (now >= this.runAt) {
      this.runAt = now + Probing.runIntervalMs;
      this.leftInRun = Probing.runLength;
    }
    if (this.leftInRun === 0 && now < this.quietAt) return false;
    this.leftInRun = Math.max(this.leftInRun - 1, 0);
    this.isAsked = true;
    return true;
  }

  answered(): void {
    this.isAsked = false;
  }

  /** Nothing was heard for too long: the connection is dead, whatever the browser says. */
  isLost(now: number): boolean {
    return now >= this.silentAt;
  }

  /** When to look again. */
  get due(): number {
    return this.isAsked ? this.silentAt : Math.min(this.silentAt, this.quietAt, this.runAt);
  }
}
