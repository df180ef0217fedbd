// Where the show is in the deck, as people say it. Pure.
import type { Outline, SlideEntry } from "lectern/v1/deck_pb";
import { type Position, Position_Holding } from "lectern/v1/session_pb";

export interface Place {
  /** From 1; 0: the outline does not have it. */
  number: number;
  step: number;
  entry?: SlideEntry;
}

export function placeOf(outline: Outline | undefined, position: Position): Place {
  const index = outline?.slides.findIndex(({ h, v }) => h === position.h && v === position.v) ?? -1;
  return { number: index + 1, step: position.step, entry: outline?.slides[index] };
}

/** What one press of next would bring: a step, else the next slide. undefined: the end. */
export function nextPlace(outline: Outline | undefined, { number, step, entry }: Place): Place | undefined {
  if (!outline || !entry) return undefined;
  if (step < entry.stepCount) return { number, step: step + 1, entry };
  const next = outline.slides[number];
  return next && { number: number + 1, step: 0, entry: next };
}

/** How many slides people are told of: the last that counts is "28 of 28". */
export function slideCount({ slides }: Outline): number {
  for (let count = slides.length; count > 0; --count) if (!slides[count - 1]!.uncounted) return count;
  return slides.length;
}

export const isHolding = (position: Position) => position.holding !== Position_Holding.UNSPECIFIED;

/** The slides whose number or title that is, or has in it; all of them where nothing was typed. */
export function findSlides({ slides }: Outline, typed: string): { number: number; entry: SlideEntry }[] {
  const all = slides.map((entry, index) => ({ number: index + 1, entry }));
  const words = typed.trim().toLowerCase();
  if (!words) return all;
  const exact = all.filter(({ number }) => String(number) === words);
  return exact.length ? exact : all.filter(({ entry }) => entry.title.toLowerCase().includes(words));
}
