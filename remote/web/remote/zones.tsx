// The two huge zones, and the swipe that does the same.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Act } from "./app";
import { Icon } from "./icons";
import { step } from "./keys";
import { Mark } from "./press_told";
import { toldOf } from "./presses";
import type { Shown } from "./shown";
import { say } from "./words";

type Direction = "next" | "previous";

export function pressStep(act: (act: Act) => void, direction: Direction): void {
  const meant = step(direction);
  if (typeof meant === "object" && "press" in meant) act({ do: "press", ...meant });
}

const leastSwipePixels = 48;

type Swipes = Pick<JSX.DOMAttributes<HTMLElement>, "onPointerDown" | "onPointerUp" | "onPointerCancel">;

/** For an element on which a finger that moves to the left means next. */
export function useSwipes(act: (act: Act) => void): Swipes {
  const begun = useRef<{ x: number; y: number; id: number }>();
  return {
    onPointerDown: ({ clientX: x, clientY: y, pointerId: id, pointerType, isPrimary }) => {
      begun.current = isPrimary && pointerType !== "mouse" ? { x, y, id } : undefined;
    },
    onPointerCancel: () => {
      begun.current = undefined;
    },
    onPointerUp: ({ clientX, clientY, pointerId }) => {
      const from = begun.current?.id === pointerId ? begun.current : undefined;
      begun.current = undefined;
      if (!from) return;
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (Math.abs(x) > leastSwipePixels && Math.abs(x) > 2 * Math.abs(y)) pressStep(act, x < 0 ? "next" : "previous");
    },
  };
}

export function Zones({ shown, act }: { shown: Shown; act: (act: Act) => void }) {
  return (
    <div class="zones" role="group" aria-label={say.drive} {...useSwipes(act)}>
      <Zone direction="previous" shown={shown} act={act} />
      <Zone direction="next" shown={shown} act={act} />
    </div>
  );
}

function Zone({ direction, shown, act }: { direction: Direction; shown: Shown; act: (act: Act) => void }) {
  const press = toldOf(shown.presses, (control) => control === direction);
  return (
    <button type="button" class={`zone ${direction}`} data-became={press?.became ?? ""} onClick={() => pressStep(act, direction)}>
      <Icon name={direction} />
      <span class="label">{say[direction]}</span>
      <Mark press={press} />
    </button>
  );
}
