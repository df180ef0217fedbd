// What the Q&A timer reads, as the stage's own does. Pure.
import { type QaTimer, QaTimer_Phase } from "lectern/v1/session_pb";

export interface TimerFace {
  /** "4:59", "1:02:03", in overtime "+0:12" */
  text: string;
  isUp: boolean; // from 0:00 on
  isPaused: boolean;
  /** How much of it is left, 0 to 1. */
  left: number;
}

export function remainingMs({ phase, limitMs, spentMs, sinceMs }: QaTimer, presenterNow: number): number {
  const running = phase === QaTimer_Phase.RUNNING ? Math.max(presenterNow - Number(sinceMs), 0) : 0;
  return limitMs - Math.max(Number(spentMs) + running, 0);
}

const two = (number: number) => String(number).padStart(2, "0");

/** "19:05". By hand: a browser takes longer over its first toLocaleTimeString() than over all else at its start. */
export function timeOfDay(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "1:02:03" */
export function clockFace(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** undefined while the timer is off. */
export function timerFace(timer: QaTimer, presenterNow: number): TimerFace | undefined {
  if (timer.phase !== QaTimer_Phase.RUNNING && timer.phase !== QaTimer_Phase.PAUSED) return undefined;
  const leftMs = remainingMs(timer, presenterNow);
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.trunc(leftMs / 1000);
  return {
    text: (seconds < 0 ? "+" : "") + clockFace(Math.abs(seconds)),
    isUp: seconds <= 0,
    isPaused: timer.phase === QaTimer_Phase.PAUSED,
    left: timer.limitMs > 0 ? Math.min(Math.max(leftMs / timer.limitMs, 0), 1) : 0,
  };
}
