// Where the show of an exported file stands, and what follows from what is done. Pure.

export interface Slide {
  title: string;
  /** Of each of its steps, from 0: none is missing. */
  pictures: string[];
}

export interface Show {
  /** Of the slide, from 0. */
  index: number;
  step: number;
  /** The document makes way for it. */
  isOn: boolean;
  isBlack: boolean;
  /** Digits of a slide's number that is being typed. */
  typed: string;
  /** When the speaker began, by the wall clock, in ms; null: not yet. */
  beganAt: number | null;
}

export type Action =
  | { is: "next" | "previous" | "first" | "last" | "black" | "begin" | "leave" | "enter" | "restart clock" }
  | { is: "digit"; digit: string };

export const start: Show = { index: 0, step: 0, isOn: false, isBlack: false, typed: "", beganAt: null };

export function update(show: Show, action: Action, slides: Slide[], now: number): Show {
  const bare = { ...show, typed: "" };
  switch (action.is) {
    case "next":
      return show.isBlack ? { ...bare, isBlack: false } : { ...bare, ...next(show, slides) };
    case "previous":
      return show.isBlack ? { ...bare, isBlack: false } : { ...bare, ...previous(show, slides) };
    case "first":
      return { ...bare, index: 0, step: 0, isBlack: false };
    case "last":
      return { ...bare, index: slides.length - 1, step: 0, isBlack: false };
    case "black":
      return { ...bare, isBlack: !show.isBlack };
    case "begin":
      return { ...bare, isOn: true, beganAt: show.beganAt ?? now };
    case "leave":
      return show.typed !== "" ? bare : show.isBlack ? { ...bare, isBlack: false } : { ...bare, isOn: false };
    case "digit":
      return { ...show, typed: (show.typed + action.digit).slice(-4) };
    case "enter":
      return show.typed === "" ? update(show, { is: "next" }, slides, now) : { ...bare, ...typed(show, slides) };
    case "restart clock":
      return { ...bare, beganAt: now };
  }
}

const lastStep = (slide: Slide | undefined) => Math.max(0, (slide?.pictures.length ?? 1) - 1);

function next({ index, step }: Show, slides: Slide[]): Partial<Show> {
  if (step < lastStep(slides[index])) return { step: step + 1 };
  return index + 1 < slides.length ? { index: index + 1, step: 0 } : {};
}

function previous({ index, step }: Show, slides: Slide[]): Partial<Show> {
  if (step > 0) return { step: step - 1 };
  return index > 0 ? { index: index - 1, step: lastStep(slides[index - 1]) } : {};
}

/** A number that no slide has leads nowhere. */
function typed(show: Show, slides: Slide[]): Partial<Show> {
  const number = Number(show.typed);
  return number >= 1 && number <= slides.length ? { index: number - 1, step: 0, isBlack: false } : {};
}

/** What the audience would see after *next*; undefined: that is the end. */
export function pictureAfter(show: Show, slides: Slide[]): string | undefined {
  const after = { ...show, ...next(show, slides) };
  const isSame = after.index === show.index && after.step === show.step;
  return isSame ? undefined : slides[after.index]?.pictures[after.step];
}
