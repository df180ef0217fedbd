// Everything that the page shows, as one value.
import type { Notes, Slide } from "lectern/v1/deck_pb";
import type { Failure } from "../client/pairing";
import type { View } from "../client/view";
import { type Place, nextPlace, placeOf } from "../view/place";
import type { Awake } from "./awake";
import type { Presses } from "./presses";

/** On the way in; undefined once the show is there. */
export type Coming =
  | { at: "opening"; trouble: string }
  | { at: "pin"; note?: string }
  | { at: "asking" }
  | { at: "words"; words: string }
  | { at: "failed"; failure: Failure }
  | { at: "refused"; why: string };

export type Mode = "drive" | "clicker" | "pointer" | "overview" | "more";

export interface Preferences { notesSize: number; letterKeys: boolean; minutes: number }

export interface Shown {
  coming?: Coming;
  /** What the operator sees of this device. */
  name: string;
  view?: View;
  /** On the presenter's clock, and on the page's own. */
  presenterNow: number;
  now: number;
  /** The time of day. */
  clock: string;
  presses: Presses;
  mode: Mode;
  /** There is room for a whole speaker's view. */
  isWide: boolean;
  isLocked: boolean;
  preferences: Preferences;
  awake: Awake;
  /** What was fetched of slides, as far as it is here. */
  slide(place: Place): Slide | undefined;
  notes(number: number): Notes | { missing: string } | undefined;
}

/** Where the show is, what comes next, and what the audience has. undefined as long as too little is known. */
export interface Show { here: Place; next?: Place; stage: Place }

export function showOf({ view }: Shown): Show | undefined {
  const { state, outline } = view ?? {};
  if (!state?.position || !outline) return undefined;
  const here = placeOf(outline, state.position);
  const isOtherDeck = state.frozen && state.frozen.deck !== state.deck;
  const stage = state.frozen?.position && !isOtherDeck ? placeOf(outline, state.frozen.position) : here;
  return { here, next: nextPlace(outline, here), stage };
}
