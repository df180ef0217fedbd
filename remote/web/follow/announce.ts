// What is said of a change to those who do not see it: what is new, and nothing twice. Pure but for reading HTML.
import { linesOf } from "./markup";
import type { Seen, Slide } from "./follow";

const maxSaid = 400; // letters: more is better read at the listener's own pace

export const holdingWords: Record<string, string> = {
  before: "The presentation is about to start.", pause: "There is a short break.", after: "The presentation has ended.",
};

/** Empty: nothing. */
export function announcement(before: Seen | undefined, after: Seen, linkChanged: string): string {
  return [linkChanged, change(before, after)].filter((words) => words !== "").join(" ");
}

function change(before: Seen | undefined, { screen, isLive, count, liveNumber }: Seen): string {
  const earlier = before?.screen;
  if (!isLive && before && !before.isLive && liveNumber !== undefined && liveNumber !== before.liveNumber)
    return `The screen now shows slide ${liveNumber}.`;
  switch (screen.is) {
    case "connecting": return "";
    case "closed": return earlier?.is === "closed" ? "" : "The presentation is not open to follow.";
    case "black": return earlier?.is === "black" ? "" : "The screen is black.";
    case "holding":
      return earlier?.is === "holding" && earlier.holding === screen.holding ? "" : holdingWords[screen.holding] ?? "";
    case "slide": {
      if (!screen.slide || screen.slide.number !== screen.number) return "";
      const was = earlier?.is === "slide" ? earlier.slide : undefined;
      return ofSlide(was, screen.slide, count);
    }
  }
}

function ofSlide(was: Slide | undefined, is: Slide, count: number): string {
  if (was === is) return "";
  if (was?.number !== is.number || was.deck !== is.deck)
    return `Slide ${is.number} of ${count}${is.title && `: ${is.title}`}.`;
  const known = linesOf(was.html);
  const fresh = linesOf(is.html).filter((line) => {
    const at = known.indexOf(line);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  }).join(". ");
  return fresh.length > maxSaid ? `${fresh.slice(0, maxSaid)}…` : fresh;
}
