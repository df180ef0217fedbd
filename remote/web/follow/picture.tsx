// A slide's picture, as sharp as the viewer's screen, which changes only once the next one is here.
import { useEffect, useRef, useState } from "preact/hooks";

/** What the presenter makes them in. */
const widths = [320, 480, 640, 960, 1280, 1920, 2560];

export function pictureUrl(picture: string, pixels: number): string {
  return `/v1/picture/${picture}?width=${widths.find((width) => width >= pixels) ?? Math.max(...widths)}`;
}

/** How many of the screen's own pixels an element is wide; 0: not known yet. Told by the browser, once it has laid out. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.ceil((entry?.contentRect.width ?? 0) * window.devicePixelRatio)));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

interface Shown {
  /** Empty: none yet. */
  url: string;
  /** Which it takes the place of. */
  before?: string;
  /** Its own size, so that the page knows its shape. */
  width?: number;
  height?: number;
}

interface Props {
  /** Its name; empty: there is none. */
  picture: string;
  alt: string;
}

export function SlidePicture({ picture, alt }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [shown, setShown] = useState<Shown>({ url: "" });
  const wanted = picture && width > 0 ? pictureUrl(picture, width) : "";
  useEffect(() => {
    if (!wanted || wanted === shown.url) return undefined;
    let isWanted = true;
    const image = new Image();
    image.src = wanted;
    const show = () => isWanted && setShown(({ url }) =>
      ({ url: wanted, before: url || undefined, width: image.naturalWidth, height: image.naturalHeight }));
    image.decode().then(show, () => {}); // where it cannot be had, the one before stays; its words are there
    return () => { isWanted = false; };
  }, [wanted]);
  return (
    <div class="picture-frame" ref={frame}>
      {shown.before && <img key={`${shown.before} before`} class="before" src={shown.before} alt="" />}
      {shown.url !== "" && <img key={shown.url} class="after" src={shown.url} width={shown.width} height={shown.height} alt={alt} />}
    </div>
  );
}
