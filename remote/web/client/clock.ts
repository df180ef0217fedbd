// Our own clock: milliseconds that never go back, and go on while the device sleeps, which performance.now() does on some
// systems only.

export class OwnClock {
  static readonly leastSleepMs = 500;
  private aheadMs = 0; // of performance.now()
  private lastLeadMs: number; // of the wall clock
  private sleepMs = 0; // not told yet

  constructor(private readonly performanceNow = () => performance.now(), private readonly wallNow = () => Date.now()) {
    this.lastLeadMs = wallNow() - performanceNow();
  }

  now(): number {
    const running = this.performanceNow();
    const leadMs = this.wallNow() - running;
    const sleptMs = leadMs - this.lastLeadMs;
    if (sleptMs > OwnClock.leastSleepMs) {
      this.aheadMs += sleptMs;
      this.sleepMs += sleptMs;
    }
    if (Math.abs(sleptMs) > OwnClock.leastSleepMs) this.lastLeadMs = leadMs; // or somebody set the wall clock
    return Math.round(running + this.aheadMs);
  }

  /** Whether the device slept since this was asked last. */
  takeSleep(): boolean {
    this.now();
    return this.sleepMs > 0 && ((this.sleepMs = 0), true);
  }
}
