// The slide that is up and the one that comes: pictures, with what lies in front of them.
import { Position_Holding } from "lectern/v1/session_pb";
import { slideCount } from "../view/place";
import type { Act } from "./app";
import { Picture } from "./picture";
import type { Show, Shown } from "./shown";
import { say } from "./words";
import { useSwipes } from "./zones";

const holdingWords = {
  [Position_Holding.UNSPECIFIED]: "", [Position_Holding.BEFORE]: say.holding.before,
  [Position_Holding.PAUSE]: say.holding.pause, [Position_Holding.AFTER]: say.holding.after,
} satisfies Record<Position_Holding, string>;

/** What the audience sees instead of the slide; empty: nothing. */
export function coverOf({ view }: Shown, { here, stage }: Show): string {
  const state = view?.state;
  if (!state) return "";
  if (state.black) return say.isBlack;
  if (state.frozen) return say.isFrozen(stage.number || here.number);
  return holdingWords[state.position?.holding ?? Position_Holding.UNSPECIFIED];
}

const currentSizes = "(min-width: 1000px) 58vw, (orientation: landscape) 40vw, 60vw";

export function Slides({ shown, show, act }: { shown: Shown; show: Show; act: (act: Act) => void }) {
  const { here, next } = show;
  const cover = coverOf(shown, show);
  const stepCount = here.entry?.stepCount ?? 0;
  const swiping = useSwipes(act);
  return (
    <>
      <section class="slide current" aria-labelledby="current-title" {...swiping}>
        <div class="frame" data-covered={cover !== ""}>
          <Picture slide={shown.slide(here)} number={here.number} title={here.entry?.title ?? ""} sizes={currentSizes} />
          {cover && <p class="cover">{cover}</p>}
        </div>
        <h2 id="current-title"><span class="quiet">{cover ? say.hereNow : say.now}</span> {here.entry?.title}
          {stepCount > 0 && <span class="quiet"> {say.step(here.step, stepCount)}</span>}</h2>
      </section>
      <section class="slide next" aria-labelledby="next-title" {...swiping}>
        <div class="frame">
          {next
            ? <Picture slide={shown.slide(next)} number={next.number} title={next.entry?.title ?? ""} sizes={currentSizes} isLater />
            : <p class="no-picture">{say.theEnd}</p>}
        </div>
        <h2 id="next-title"><span class="quiet">{say.nextUp}</span> {next && (next.number === here.number
          ? say.step(next.step, stepCount) : next.entry?.title)}</h2>
      </section>
    </>
  );
}

/** Says a new slide to who does not see it. */
export function Announcer({ shown, show }: { shown: Shown; show?: Show }) {
  const outline = shown.view?.outline;
  const cover = show ? coverOf(shown, show) : "";
  return (
    <p class="hidden" aria-live="polite">
      {show?.here.number && outline ? say.announce(show.here.number, slideCount(outline), show.here.entry?.title ?? "") : ""}
      {cover && `. ${cover}`}
    </p>
  );
}
