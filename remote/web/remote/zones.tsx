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
const clickFollowsMs = 700;

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

/**
 * For a zone: a finger or mouse that goes down and up in it, without the wait and the guesses of a browser's click. What clicks
 * without a pointer, a key or a screen reader, presses too.
 */
function usePressed(press: () => void): JSX.DOMAttributes<HTMLElement> {
  const down = useRef<{ x: number; id: number }>();
  const pressedAt = useRef(-Infinity);
  return {
    onPointerDown: ({ clientX: x, pointerId: id, button }) => {
      down.current = button === 0 ? { x, id } : undefined;
    },
    onPointerCancel: () => {
      down.current = undefined;
    },
    onPointerUp: ({ clientX, clientY, pointerId, currentTarget, timeStamp }) => {
      const from = down.current;
      down.current = undefined;
      const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
      const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      pressedAt.current = timeStamp; // whatever comes of it: its click has nothing more to say
      if (from?.id === pointerId && isInside && Math.abs(clientX - from.x) <= leastSwipePixels) press();
    },
    onClick: ({ timeStamp, detail }) => {
      if (detail === 0 || timeStamp - pressedAt.current > clickFollowsMs) press();
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
    <button type="button" class={`zone ${direction}`} data-became={press?.became ?? ""}
            {...usePressed(() => pressStep(act, direction))}>
      <Icon name={direction} />
      <span class="label">{say[direction]}</span>
      <Mark press={press} />
    </button>
  );
}
