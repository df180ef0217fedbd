// What a key or a clicker's button asks for: the stage's own keys (presenter/stage/keys.h), as far as a browser leaves them to a
// page. A held key acts once. Pure.
import { Direction, GoToEnd_End, type State } from "lectern/v1/session_pb";
import type { Press } from "../client/outbox";

export interface Key { key: string; shift: boolean; control: boolean; isRepeat: boolean }

export type Intent =
  | { press: Press; control: string }
  | { digit: string }
  | "enter" // ends a number
  | "overview"
  | "nothing"; // it is ours, and means nothing now

export const step = (direction: "next" | "previous"): Intent =>
  ({ press: { step: direction === "next" ? Direction.NEXT : Direction.PREVIOUS }, control: direction });

const toEnd = (end: GoToEnd_End): Intent => ({ press: { action: { case: "goToEnd", value: { end } } }, control: "jump" });

const next = new Set(["n", "j", "ArrowRight", "ArrowDown", "PageDown"]);
const previous = new Set(["p", "h", "k", "ArrowLeft", "ArrowUp", "PageUp"]);
const black = new Set(["b", "v", ".", "/"]);

/** undefined: it is none of ours, and the browser's. */
export function intent({ key, shift, control, isRepeat }: Key, state: State): Intent | undefined {
  if (control) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const found = meant(name, shift, state);
  return found && isRepeat ? "nothing" : found;
}

function meant(key: string, shift: boolean, state: State): Intent | undefined {
  if (/^\d$/.test(key)) return { digit: key };
  if (key === "Enter") return "enter";
  if (key === "o") return "overview";
  if (black.has(key)) return { press: { action: { case: "setBlack", value: { black: !state.black } } }, control: "black" };
  if (key === "Home" || (shift && (key === "ArrowLeft" || key === "ArrowUp"))) return state.black ? "nothing" : toEnd(GoToEnd_End.FIRST);
  if (key === "End" || (shift && (key === "ArrowRight" || key === "ArrowDown"))) return state.black ? "nothing" : toEnd(GoToEnd_End.LAST);
  if (key === "Backspace")
    return state.back && !state.black ? { press: { action: { case: "goBack", value: {} } }, control: "jump" } : "nothing";
  if (key === " ") return step(shift ? "previous" : "next");
  if (next.has(key)) return step("next");
  if (previous.has(key)) return step("previous");
  return undefined;
}

/** A slide's number, typed blindly: each digit waits so long for the next key. */
export const typingMs = 3000;

export class TypedNumber {
  private digits = "";
  private lastAt = -Infinity;

  /** The number that Enter ends; any other key than a digit forgets what was typed. */
  take(intent: Intent | undefined, now: number): number | undefined {
    const typed = now - this.lastAt < typingMs ? this.digits : "";
    this.lastAt = now;
    this.digits = typeof intent === "object" && "digit" in intent ? (typed + intent.digit).slice(-5) : "";
    return intent === "enter" && typed ? Number(typed) : undefined;
  }
}
