// How long to wait before the next attempt to connect: longer each time, and never the same for everyone. Pure.

export class Backoff {
  static readonly firstMs = 250;
  static readonly longestMs = 5000;
  private baseMs = Backoff.firstMs;

  /** The next wait: doubles from the first to the longest, then ±50 % by `random`, evenly spread over 0 to 1. */
  next(random: number): number {
    const baseMs = this.baseMs;
    this.baseMs = Math.min(baseMs * 2, Backoff.longestMs);
    return Math.trunc(baseMs * (0.5 + random));
  }

  /** After a connection that worked. */
  reset(): void {
    this.baseMs = Backoff.firstMs;
  }
}
