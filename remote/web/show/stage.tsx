// What the audience sees.
import type { Show, Slide } from "./show";

interface Props {
  show: Show;
  slides: Slide[];
  onPress: (forward: boolean) => void;
}

export function Stage({ show, slides, onPress }: Props) {
  if (!show.isOn) return null;
  const slide = slides[show.index];
  const press = (event: MouseEvent) => onPress(event.clientX > window.innerWidth / 4);
  return (
    <main class={show.isBlack ? "stage is-black" : "stage"} tabIndex={-1} onClick={press}>
      <h1 class="quiet" aria-live="polite">
        {show.isBlack ? "Black" : `Slide ${show.index + 1} of ${slides.length}: ${slide?.title ?? ""}`}
      </h1>
      {!show.isBlack && <img alt="" src={slide?.pictures[show.step]} />}
      {show.typed !== "" && <p class="typed">{show.typed}</p>}
    </main>
  );
}
