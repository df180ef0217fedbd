// What the presenter has told, as far as the page has to do with it.
import type { View } from "../client/view";
import { Position_Holding, QaTimer_Phase, type State } from "lectern/v1/session_pb";
import type { Outline } from "lectern/v1/deck_pb";
import type { Timer } from "./timer";

export type Holding = "none" | "before" | "pause" | "after";

export interface Told {
  /** "waiting": cut off, and trying again; "refused": trying again would change nothing. */
  link: View["link"];
  /** Once there is a state, however old. */
  show?: Show;
  deck?: Deck;
}

export interface Show {
  deck: string;
  h: number;
  v: number;
  step: number;
  holding: Holding;
  isBlack: boolean;
  /** Whoever follows may read what the audience has seen. */
  isOpen: boolean;
  /** They may read all of it. */
  isWhole: boolean;
  timer?: Timer;
}

export interface Deck {
  hash: string;
  title: string;
  slides: Entry[];
}

export interface Entry {
  h: number;
  v: number;
  title: string;
  isSeen: boolean;
  isCounted: boolean;
}

export function toldOf({ link, state, outline }: View): Told {
  return { link, show: state && showOf(state), deck: outline && deckOf(outline) };
}

function showOf({ deck, position, black, qa, following }: State): Show {
  const holding = holdings[position?.holding ?? 0] ?? "none";
  return {
    deck, h: position?.h ?? 1, v: position?.v ?? 0, step: position?.step ?? 0, holding, isBlack: black,
    isOpen: following?.open ?? false,
    isWhole: holding === "after" && (following?.open ?? false) && (following?.afterEnd ?? false),
    timer: qa && (qa.phase === QaTimer_Phase.RUNNING || qa.phase === QaTimer_Phase.PAUSED)
      ? { isRunning: qa.phase === QaTimer_Phase.RUNNING, limitMs: qa.limitMs, spentMs: Number(qa.spentMs), sinceMs: Number(qa.sinceMs) }
      : undefined,
  };
}

const holdings: Record<number, Holding> = {
  [Position_Holding.BEFORE]: "before", [Position_Holding.PAUSE]: "pause", [Position_Holding.AFTER]: "after",
};

const deckOf = ({ deck, title, slides }: Outline): Deck => ({
  hash: deck, title,
  slides: slides.map(({ h, v, title: name, unseen, uncounted }) => ({ h, v, title: name, isSeen: !unseen, isCounted: !uncounted })),
});
