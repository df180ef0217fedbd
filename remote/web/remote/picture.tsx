// A slide's picture, in the size that it is shown at; the browser chooses by its screen.
import type { Slide } from "lectern/v1/deck_pb";
import type { Ref } from "preact";
import { say } from "./words";

const widths = [320, 480, 640, 960, 1280, 1920];
const address = (picture: string, width: number) => `/v1/picture/${picture}?width=${width}`;

/** `sizes` says how wide it is, as in HTML. */
export function Picture({ slide, number, title, sizes, isLazy, isLater, imageRef }: {
  slide?: Slide; number: number; title: string; sizes: string; isLazy?: boolean; isLater?: boolean; imageRef?: Ref<HTMLImageElement>;
}) {
  if (!slide?.picture) return <p class="no-picture">{number > 0 ? say.slideAlt(number, title) : say.noPicture}</p>;
  return (
    <img ref={imageRef} alt={say.slideAlt(number, title)} src={address(slide.picture, 640)} sizes={sizes} draggable={false}
         srcset={widths.map((width) => `${address(slide.picture, width)} ${width}w`).join(", ")} loading={isLazy ? "lazy" : "eager"}
         fetchpriority={isLater ? "low" : "auto"} />
  );
}
