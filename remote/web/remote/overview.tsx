// All slides, to jump to. A slide's picture is asked for once it comes into sight.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { SlideEntry } from "lectern/v1/deck_pb";
import { findSlides } from "../view/place";
import type { Act } from "./app";
import { Picture } from "./picture";
import type { Show, Shown } from "./shown";
import { say } from "./words";

const smallSizes = "(min-width: 1000px) 160px, 30vw";

type Acts = { act: (act: Act) => void };

export function Overview({ shown, show, act }: Acts & { shown: Shown; show?: Show }) {
  const [typed, setTyped] = useState("");
  const { outline, partCount } = shown.view ?? {};
  const here = show?.here.number;
  const found = useMemo(() => (outline ? findSlides(outline, typed) : []), [outline, typed]);
  const jump = (number: number) => {
    act({ do: "jump", number });
    setTyped("");
  };
  // There may be two thousand: they are made anew only where something of them is another.
  const items = useMemo(() => found.map(({ number, entry }) => (
    <Item key={number} number={number} entry={entry} isHere={here === number} shown={shown} jump={jump} />
  )), [found, here, partCount]);
  if (!outline) return null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (found[0] && typed.trim()) jump(found[0].number);
  };
  return (
    <section class="overview" aria-labelledby="overview-title">
      <form class="panel-head" role="search" onSubmit={submit}>
        <h2 id="overview-title">{say.overview}</h2>
        <label class="hidden" for="search">{say.search}</label>
        <input id="search" type="search" autoComplete="off" placeholder={say.search} value={typed}
               onInput={(event) => setTyped(event.currentTarget.value)} />
        <button type="submit" class="small">{say.go}</button>
      </form>
      {found.length === 0 && <p role="status" class="hint">{say.noneFound}</p>}
      <ol class="sheet">{items}</ol>
    </section>
  );
}

function Item({ number, entry, isHere, shown, jump }: {
  number: number; entry: SlideEntry; isHere: boolean; shown: Shown; jump: (number: number) => void;
}) {
  const [element, isSeen] = useSeen<HTMLLIElement>();
  useEffect(() => {
    if (isHere) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isHere]);
  return (
    <li ref={element} value={number}>
      <button type="button" aria-current={isHere ? "true" : undefined} onClick={() => jump(number)}>
        <span class="frame">
          {isSeen && <Picture slide={shown.slide({ number, step: entry.stepCount })} number={number} title="" sizes={smallSizes} isLazy />}
        </span>
        <span class="caption"><span class="number">{number}</span> {entry.title || say.slideAlt(number, "")}
          {isHere && <span class="tag">{say.isCurrent}</span>}</span>
      </button>
    </li>
  );
}

/** Whether it has come into sight. */
function useSeen<Kind extends Element>() {
  const element = useRef<Kind>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
                                           { rootMargin: "200px" });
    if (element.current) watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return [element, isSeen] as const;
}
