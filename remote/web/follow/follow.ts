// Where somebody who follows is, and what they are to see. Pure.
import type { Deck, Holding, Told } from "./told";

/** A slide as it may be read and seen. */
export interface Slide {
  deck: string;
  number: number;
  step: number;
  title: string;
  html: string;
  picture: string;
}

/** A slide that is needed: at the stage's step, or with as many as the audience has seen. */
export interface Wanted {
  deck: string;
  number: number;
  step?: number;
}

export interface Model {
  told: Told;
  /** The newest there was, which stands while another is on its way. */
  deck?: Deck;
  slides: ReadonlyMap<string, Slide>;
  /** Numbers that the audience has seen since the deck's outline came. */
  seen: ReadonlySet<number>;
  /** Of an earlier slide; undefined: live. */
  looking?: number;
  /** What was up last, of the live ones. */
  live?: Slide;
  isTextOnly: boolean;
}

export type Event =
  | { is: "told"; told: Told }
  | { is: "came"; wanted: Wanted; slide: Slide }
  | { is: "look"; number: number | undefined }
  | { is: "text only"; on: boolean };

export const nothingYet: Model = { told: { link: "connecting" }, slides: new Map(), seen: new Set(), isTextOnly: false };

export function update(model: Model, event: Event): Model {
  switch (event.is) {
    case "told": return settle(hear(model, event.told));
    case "came": return settle({ ...model, slides: withSlide(model.slides, event.wanted, event.slide) });
    case "look": return settle({ ...model, looking: event.number });
    case "text only": return { ...model, isTextOnly: event.on };
  }
}

function hear(model: Model, told: Told): Model {
  const deck = told.deck ?? model.deck;
  const isOther = deck?.hash !== model.deck?.hash;
  const heard = { ...model, told, deck, ...(isOther ? { seen: new Set<number>(), looking: undefined } : {}) };
  return { ...heard, slides: withoutOutdated(heard, told.show?.isWhole !== model.told.show?.isWhole) };
}

/** Of a slide that is up more steps may be seen by now, and of all once they may be read whole. */
function withoutOutdated(model: Model, isAll: boolean): Model["slides"] {
  const number = isUp(model) ? liveNumber(model) : undefined;
  const isOutdated = (key: string, slide: Slide) => key.endsWith(" most") && (isAll || slide.number === number);
  const kept = [...model.slides].filter(([key, slide]) => !isOutdated(key, slide));
  return kept.length === model.slides.size ? model.slides : new Map(kept);
}

/** What follows from what was heard. */
function settle(model: Model): Model {
  const number = liveNumber(model);
  const isSeen = number !== undefined && isUp(model);
  const seen = isSeen && !model.seen.has(number) ? new Set([...model.seen, number]) : model.seen;
  const slide = wantedLive(model) && model.slides.get(keyOf(wantedLive(model)!));
  const isThere = model.looking !== undefined && mayLook({ ...model, seen }, model.looking);
  const isLive = model.looking === number && isUp(model);
  return { ...model, seen, live: slide ?? model.live, looking: isThere && !isLive ? model.looking : undefined };
}

const keptSlides = 240;

/** Of a deck that is read after the end: that many on one page, the others one by one; and so many are asked for at a time. */
const maxReading = 200, maxAsked = 4;

function withSlide(slides: Model["slides"], wanted: Wanted, slide: Slide): Model["slides"] {
  const others = [...slides].filter(([key]) => key !== keyOf(wanted)).slice(1 - keptSlides);
  return new Map([...others, [keyOf(wanted), slide]]);
}

export const keyOf = ({ deck, number, step }: Wanted) => `${deck} ${number} ${step ?? "most"}`;

/** Of the slide that the stage shows, or has behind what is in front of it; undefined: not known yet. */
function liveNumber({ told: { show }, deck }: Model): number | undefined {
  if (!show || deck?.hash !== show.deck) return undefined;
  const index = deck.slides.findIndex(({ h, v }) => h === show.h && v === show.v);
  return index < 0 ? undefined : index + 1;
}

/** A slide is up, and nothing in front of it. */
function isUp({ told: { show } }: Model): boolean {
  return show !== undefined && !show.isBlack && show.holding === "none";
}

function mayLook({ told: { show }, deck, seen }: Model, number: number): boolean {
  if (!show?.isOpen || deck?.hash !== show.deck) return false;
  const entry = deck.slides[number - 1];
  return entry !== undefined && (show.isWhole || entry.isSeen || seen.has(number));
}

function wantedLive(model: Model): Wanted | undefined {
  const number = liveNumber(model);
  const { show } = model.told;
  if (!show?.isOpen || number === undefined || !isUp(model)) return undefined;
  return { deck: show.deck, number, step: show.step };
}

/** All of the deck may be read, and nothing else is looked at. */
function wantedReading({ told: { show }, deck, looking }: Model): Wanted[] {
  if (!show?.isWhole || show.isBlack || looking !== undefined || deck?.hash !== show.deck) return [];
  return deck.slides.slice(0, maxReading).map((_, index) => ({ deck: show.deck, number: index + 1 }));
}

/** What must be asked for, what is up first. */
export function wants(model: Model): Wanted[] {
  const { looking, told: { show } } = model;
  const up = [wantedLive(model), show && looking !== undefined ? { deck: show.deck, number: looking } : undefined];
  const isMissing = (one: Wanted | undefined): one is Wanted => one !== undefined && !model.slides.has(keyOf(one));
  return [...up.filter(isMissing), ...wantedReading(model).filter(isMissing).slice(0, maxAsked)];
}

/** What is up may be out of date. */
export const isCutOff = ({ told: { link, show } }: Model) => show !== undefined && link !== "connected";

export interface Choice {
  number: number;
  title: string;
  isHere: boolean;
}

/** What there is to see. */
export type Screen =
  | { is: "connecting" | "closed" | "black" }
  /** `reading`: all that may be read, as far as it is here. */
  | { is: "holding"; holding: Holding; mayRead: boolean; reading: Slide[] }
  /** `slide` may be the one before, until this one is here. */
  | { is: "slide"; number: number; slide?: Slide };

export interface Seen {
  title: string;
  screen: Screen;
  isLive: boolean;
  /** On the stage, whatever is looked at; undefined: no slide is up. */
  liveNumber?: number;
  /** That people count to. */
  count: number;
  /** All that may be looked at, in the order of the deck. */
  choices: Choice[];
  earlier?: number;
  /** The stage's own is `undefined` and stands for *live*. */
  later?: number;
}

export function see(model: Model): Seen {
  const { deck, looking } = model;
  const number = liveNumber(model);
  const here = looking ?? (isUp(model) ? number : undefined);
  const choices = (deck?.slides ?? []).map((entry, index) => ({ number: index + 1, title: entry.title || titleOf(model, index + 1), isHere: index + 1 === here }))
    .filter((choice) => mayLook(model, choice.number));
  const place = here ?? Infinity;
  return {
    title: deck?.title ?? "",
    screen: screen(model, number),
    isLive: looking === undefined,
    liveNumber: isUp(model) ? number : undefined,
    count: (deck?.slides ?? []).reduce((last, { isCounted }, index) => (isCounted ? index + 1 : last), 0),
    choices,
    earlier: choices.filter((choice) => choice.number < place).pop()?.number,
    later: choices.find((choice) => choice.number > place)?.number,
  };
}

/** As it came with the slide, where the outline is older than the slide's turn. */
function titleOf({ slides }: Model, number: number): string {
  for (const slide of slides.values()) if (slide.number === number && slide.title) return slide.title;
  return "";
}

function screen(model: Model, number: number | undefined): Screen {
  const { told: { show }, looking, slides, live } = model;
  if (!show) return { is: "connecting" };
  if (!show.isOpen) return { is: "closed" };
  if (looking !== undefined)
    return { is: "slide", number: looking, slide: slides.get(keyOf({ deck: show.deck, number: looking })) };
  if (show.isBlack) return { is: "black" };
  if (show.holding !== "none") {
    const reading = wantedReading(model).map((one) => slides.get(keyOf(one))).filter((slide): slide is Slide => slide !== undefined);
    return { is: "holding", holding: show.holding, mayRead: show.isWhole, reading };
  }
  if (number === undefined || !live) return { is: "connecting" };
  return { is: "slide", number, slide: live };
}
