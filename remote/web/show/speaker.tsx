// What the speaker sees in a window of their own: notes, time, and what comes next.
import type { DocumentSlide } from "./document";
import type { Wish } from "./keys";
import { pictureAfter, type Show } from "./show";

interface Props {
  show: Show;
  slides: DocumentSlide[];
  /** How long the talk may take. */
  slotMs?: number;
  now: number;
  wish: (wish: Wish) => void;
}

export function Speaker({ show, slides, slotMs, now, wish }: Props) {
  const spentMs = show.beganAt === null ? 0 : now - show.beganAt;
  const slide = slides[show.index];
  const after = pictureAfter(show, slides);
  const stepCount = (slide?.pictures.length ?? 1) - 1;
  return (
    <main class="speaker">
      <header>
        <h1>Slide {show.index + 1} of {slides.length}{stepCount > 0 && `, step ${show.step} of ${stepCount}`}</h1>
        <p class="clock"><span class="label">Time</span> {clock(now)}</p>
        <p class={slotMs !== undefined && spentMs > slotMs ? "clock is-over" : "clock"}>
          <span class="label">Elapsed</span> {span(spentMs)}{slotMs !== undefined && ` of ${span(slotMs)}`}
        </p>
      </header>
      <section class="now" aria-label="On the screen">
        <h2>Now{show.isBlack && ": black"}</h2>
        <img class={show.isBlack ? "is-black" : ""} alt={slide?.title ?? ""} src={slide?.pictures[show.step]} />
      </section>
      <section class="after" aria-label="Next">
        <h2>Next</h2>
        {after ? <img alt="" src={after} /> : <p>This is the end.</p>}
      </section>
      <section class="notes" aria-label="Notes" tabIndex={0}>
        <h2>Notes</h2>
        <SpeakerNotes slide={slide} step={show.step} />
      </section>
      <Controls show={show} wish={wish} />
    </main>
  );
}

/** They are the file's own, made by the presenter as it made the document. */
function SpeakerNotes({ slide, step }: { slide: DocumentSlide | undefined; step: number }) {
  const notes = slide?.notes.filter((one) => one.step <= step) ?? [];
  if (notes.length === 0) return <p>No notes.</p>;
  return <>{notes.map((one) => <div key={one.step} dangerouslySetInnerHTML={{ __html: one.html }} />)}</>;
}

function Controls({ show, wish }: { show: Show; wish: (wish: Wish) => void }) {
  return (
    <div class="controls" role="group" aria-label="Show">
      <button type="button" onClick={() => wish({ is: "previous" })}>Previous</button>
      <button type="button" class="main" onClick={() => wish({ is: "next" })}>Next</button>
      <button type="button" aria-pressed={show.isBlack} onClick={() => wish({ is: "black" })}>Black</button>
      <button type="button" onClick={() => wish({ is: "restart clock" })}>Restart the clock</button>
    </div>
  );
}

const two = (number: number) => String(number).padStart(2, "0");

function clock(now: number): string {
  const time = new Date(now);
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

/** "04:05", "1:02:03" */
function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
