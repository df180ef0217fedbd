// The keyboard, and clickers, which are keyboards: R400 and R800 send PageUp, PageDown, `.`, and F5 and Escape in turn.
import type { Action } from "./show";

export type Wish = Action | { is: "fullscreen" } | { is: "notes" };

const wishes: Record<string, Wish> = {
  ArrowRight: { is: "next" }, ArrowDown: { is: "next" }, PageDown: { is: "next" }, " ": { is: "next" }, n: { is: "next" },
  ArrowLeft: { is: "previous" }, ArrowUp: { is: "previous" }, PageUp: { is: "previous" }, Backspace: { is: "previous" },
  p: { is: "previous" },
  Home: { is: "first" }, End: { is: "last" },
  ".": { is: "black" }, b: { is: "black" },
  Enter: { is: "enter" }, Escape: { is: "leave" }, F5: { is: "begin" },
  f: { is: "fullscreen" }, s: { is: "notes" },
};

/** Of what is not the show's, undefined. A held key repeats, and counts once. */
export function wishOf(event: KeyboardEvent): Wish | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key === " " && event.shiftKey) return { is: "previous" };
  if (/^[0-9]$/.test(event.key)) return { is: "digit", digit: event.key };
  return wishes[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** While the document is there to be read, its keys are the browser's. */
export function isForDocument(wish: Wish): boolean {
  return wish.is === "begin" || wish.is === "notes";
}

/** A press of a button is the button's. */
export function isOnControl(event: KeyboardEvent): boolean {
  const element = event.target as Element | null;
  return (event.key === " " || event.key === "Enter") && !!element?.closest?.("button, a, summary");
}
