// A pocket is no button: while this is up, touches do nothing but unlock, and that takes a way or a second.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { slideCount } from "../view/place";
import type { Act } from "./app";
import { Icon } from "./icons";
import { type Shown, showOf } from "./shown";
import { TimerStrip } from "./timer";
import { say } from "./words";

const holdMs = 1000;
const wayToUnlock = 0.6; // of the edge's height

export function LockPage({ shown, act }: { shown: Shown; act: (act: Act) => void }) {
  const show = showOf(shown);
  const outline = shown.view?.outline;
  return (
    <main class="locked">
      <div class="locked-text">
        <p class="clock"><time>{shown.clock}</time></p>
        {show && outline && <p class="count">{say.place(show.here.number, slideCount(outline))}</p>}
        <TimerStrip shown={{ ...shown, view: shown.view && { ...shown.view, role: 0 } }} act={act} />
        <h1>{say.locked}</h1>
        <p id="unlock-help">{say.unlockHelp}</p>
      </div>
      <Edge unlock={() => act({ do: "lock", isLocked: false })} />
    </main>
  );
}

function Edge({ unlock }: { unlock: () => void }) {
  const [way, setWay] = useState(0);
  const begun = useRef<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(unlock, holdMs);
  };
  const end = () => {
    clearTimeout(timer.current);
    begun.current = undefined;
    setWay(0);
  };
  const edge: JSX.HTMLAttributes<HTMLButtonElement> = {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      begun.current = event.clientY;
      begin();
    },
    onPointerMove: (event) => {
      if (begun.current === undefined) return;
      const moved = (begun.current - event.clientY) / event.currentTarget.clientHeight;
      if (Math.abs(moved) > 0.05) clearTimeout(timer.current);
      if (moved > wayToUnlock) unlock();
      else setWay(Math.max(moved, 0));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown: (event) => {
      if ((event.key === "Enter" || event.key === " ") && !event.repeat) begin();
    },
    onKeyUp: end,
    onBlur: end,
    onContextMenu: (event) => event.preventDefault(),
    onClick: (event) => {
      if (event.detail === 0 && begun.current === undefined && !timer.current) unlock(); // a screen reader's own press
    },
  };
  return (
    <button type="button" class="edge" aria-describedby="unlock-help" {...edge}>
      <span class="handle" style={{ transform: `translateY(${-way * 100}cqh)` }}><Icon name="lock" /></span>
      <span class="label">{say.unlock}</span>
    </button>
  );
}
