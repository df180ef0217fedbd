// The presenter's clock as seen from here, from exchanges of timestamps. Pure.

/** One question for the time and its answer: `asked` and `heard` on our clock, the others on the presenter's. */
export interface ClockSample { asked: number; received: number; answered: number; heard: number }

/**
 * Each sample says between which two values the difference of the clocks lies: no message took less than no time. Of the last
 * samples the quickest way there and the quickest way back count; the difference is taken to be in the middle.
 */
export class ClockEstimate {
  static readonly keptSamples = 8;
  private samples: ClockSample[] = [];
  private leastMs = 0;
  private mostMs = 0;

  take(sample: ClockSample): void {
    this.samples = [...this.samples, sample].slice(-ClockEstimate.keptSamples);
    this.mostMs = Math.min(...this.samples.map(({ received, asked }) => received - asked));
    this.leastMs = Math.max(...this.samples.map(({ answered, heard }) => answered - heard));
  }

  /** The presenter's clock − ours; zero as long as nothing was measured. */
  get aheadMs(): number {
    return this.leastMs + Math.trunc((this.mostMs - this.leastMs) / 2);
  }
}
