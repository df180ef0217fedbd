// Nothing but the picture, as a source for a video mixer: `?plain`.
import { holdingWords } from "./announce";
import type { Seen } from "./follow";
import { SlidePicture } from "./picture";

export function Plain({ seen }: { seen: Seen }) {
  const { screen } = seen;
  return (
    <main class={screen.is === "black" ? "plain is-black" : "plain"}>
      <h1 class="quiet">{seen.title || "Presentation"}</h1>
      {screen.is === "slide" && screen.slide && <SlidePicture picture={screen.slide.picture} alt={screen.slide.title} />}
      {screen.is === "holding" && (
        <div class="card is-dark">
          <h2>{seen.title}</h2>
          <p>{holdingWords[screen.holding]}</p>
        </div>
      )}
    </main>
  );
}
