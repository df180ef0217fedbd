// The Q&A timer: arithmetic on anchors, as docs/protocol.md has it. Pure.

export interface Timer {
  isRunning: boolean;
  limitMs: number;
  spentMs: number;
  /** On the presenter's clock. */
  sinceMs: number;
}

/** What a person reads: 0:01 until the limit is reached, then 0:00, then 0:01 over once a second is over. */
export function shownSeconds({ isRunning, limitMs, spentMs, sinceMs }: Timer, presenterNow: number): number {
  const spent = spentMs + (isRunning ? Math.max(0, presenterNow - sinceMs) : 0);
  return Math.ceil((limitMs - spent) / 1000);
}

/** "4:05", "1:02:03", "0:30 over" */
export function timerText(seconds: number): string {
  const whole = Math.abs(seconds);
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  return seconds < 0 ? `${text} over` : text;
}
