// Pointing at the stage, by touching the picture of what it shows.
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Pointer_Kind } from "lectern/v1/wire_pb";
import type { Act } from "./app";
import { Picture } from "./picture";
import { type Show, type Shown } from "./shown";
import { coverOf } from "./slides";
import { say } from "./words";

const kinds = { laser: Pointer_Kind.LASER, spotlight: Pointer_Kind.SPOTLIGHT, zoom: Pointer_Kind.ZOOM } as const;
type Kind = keyof typeof kinds;

const part = (number: number) => Math.min(Math.max(number, 0), 1);
const keyStep = 0.03;

export function PointerPage({ shown, show, act }: { shown: Shown; show: Show; act: (act: Act) => void }) {
  const [kind, setKind] = useState<Kind>("laser");
  const at = useRef({ x: 0.5, y: 0.5 });
  const image = useRef<HTMLImageElement>(null);
  const point = (x: number, y: number) => {
    at.current = { x: part(x), y: part(y) };
    act({ do: "point", kind: kinds[kind], ...at.current });
  };
  const end = () => act({ do: "point", kind: Pointer_Kind.NONE, x: 0, y: 0 });
  const touch = (event: PointerEvent) => {
    const box = image.current?.getBoundingClientRect();
    if (box && event.buttons !== 0) point((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  const surface: JSX.HTMLAttributes<HTMLDivElement> = {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      touch(event);
    },
    onPointerMove: touch,
    onPointerUp: () => kind === "laser" && end(),
    onPointerCancel: () => kind === "laser" && end(),
    onKeyDown: (event) => byKey(event, at.current, point),
  };
  const place = show.stage;
  return (
    <section class="pointing" aria-labelledby="pointer-title">
      <h2 id="pointer-title">{say.pointer}</h2>
      <div class="surface" role="application" aria-label={say.pointerSurface} aria-describedby="pointer-help" tabIndex={0}
           data-keys="arrows" {...surface}>
        <Picture slide={shown.slide(place)} number={place.number} title={place.entry?.title ?? ""} sizes="100vw" imageRef={image} />
        {coverOf(shown, show) && <p class="cover">{coverOf(shown, show)}</p>}
      </div>
      <p id="pointer-help" class="hint">{say.pointerHelp}</p>
      <fieldset class="choice">
        <legend class="hidden">{say.pointer}</legend>
        {(Object.keys(kinds) as Kind[]).map((each) => (
          <label key={each}><input type="radio" name="kind" value={each} checked={kind === each} onChange={() => { setKind(each); end(); }} />
            <span>{say.pointerKinds[each]}</span></label>
        ))}
      </fieldset>
      <button type="button" onClick={end}>{say.pointerEnd}</button>
    </section>
  );
}

function byKey(event: KeyboardEvent, { x, y }: { x: number; y: number }, point: (x: number, y: number) => void): void {
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-keyStep, 0], ArrowRight: [keyStep, 0], ArrowUp: [0, -keyStep], ArrowDown: [0, keyStep],
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  point(x + move[0], y + move[1]);
}
