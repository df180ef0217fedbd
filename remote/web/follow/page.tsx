// The page, of what there is to see.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { holdingWords } from "./announce";
import { type Model, type Seen, type Slide, isCutOff } from "./follow";
import { type Language, read } from "./markup";
import { SlidePicture, pictureUrl } from "./picture";
import { shownSeconds, timerText } from "./timer";

export interface Props {
  model: Model;
  seen: Seen;
  /** On the presenter's clock. */
  now: number;
  /** Said politely. */
  said: string;
  look: (number: number | undefined) => void;
  setTextOnly: (on: boolean) => void;
  /** Somebody opens the list of slides. */
  overview: () => void;
}

export function Page(props: Props) {
  const { model, seen, said } = props;
  const { screen } = seen;
  // Nothing that would have to make room a moment later.
  if (screen.is === "connecting") return <main class="is-connecting"><h1 class="quiet">Follow the presentation</h1><Screen {...props} /></main>;
  return (
    <>
      <a class="skip" href="#slide">Skip to the slide</a>
      <Header {...props} />
      <p class="quiet" role="status">{said}</p>
      <Trouble model={model} />
      <main class={`is-${screen.is}`}>
        <Screen {...props} />
      </main>
      <Overview {...props} />
      <Footer {...props} />
    </>
  );
}

function Header({ model, seen, now }: Props) {
  const { timer } = model.told.show ?? {};
  return (
    <header>
      <h1 {...languageOf(seen)}>{seen.title || "Follow the presentation"}</h1>
      <Where seen={seen} model={model} />
      {timer && model.told.show?.isOpen && (
        <p class={shownSeconds(timer, now) < 0 ? "timer is-over" : "timer"} role="timer">
          <span class="label">Questions{!timer.isRunning && ", paused"}</span> {timerText(shownSeconds(timer, now))}
        </p>
      )}
    </header>
  );
}

function Where({ seen: { isLive, screen }, model }: { seen: Seen; model: Model }) {
  if (screen.is === "connecting" || screen.is === "closed") return null;
  if (!isLive) return <p class="where">Looking back</p>;
  if (screen.is === "holding" && screen.holding === "after") return <p class="where">Ended</p>;
  return isCutOff(model) ? <p class="where">Not live</p> : <p class="where is-live">Live</p>;
}

const languages = new WeakMap<Slide, Language>();
const unknown: Language = { lang: "en-GB", dir: "auto" };

/** Titles are in the deck's language, as the newest slide says. */
function languageOf({ screen }: Seen): Language {
  const slide = screen.is === "slide" ? screen.slide : undefined;
  if (!slide) return unknown;
  let language = languages.get(slide);
  if (!language) {
    const { lang = "en-GB", dir = "auto" } = read(slide.html, () => false);
    languages.set(slide, (language = { lang, dir }));
  }
  return language;
}

function Trouble({ model }: { model: Model }) {
  if (model.told.link === "refused")
    return <p class="trouble">This page does not fit the presenter any more. Load it again.</p>;
  if (!isCutOff(model)) return null;
  return <p class="trouble">No connection to the presenter. This page tries again by itself; what you see may be out of date.</p>;
}

function Screen(props: Props) {
  const { seen } = props;
  const { screen } = seen;
  switch (screen.is) {
    case "connecting": return <Card title="Connecting…" />;
    case "closed":
      return (
        <Card title="Not open to follow">
          Nobody has opened this presentation for following yet. When they do, it appears here by itself.
        </Card>
      );
    case "black":
      return (
        <>
          <Card title="The screen is black" isDark>The speaker has blanked it for the moment.</Card>
          <Steps {...props} />
        </>
      );
    case "holding":
      return (
        <>
          <Card title={seen.title} isDark {...languageOf(seen)}>
            {holdingWords[screen.holding]}
            {screen.holding === "after" && seen.choices.length > 0 &&
              (screen.mayRead ? " All its slides are below, to read." : " You can still read the slides that were shown.")}
          </Card>
          <Steps {...props} />
          {screen.reading.map((slide) => <Reading key={slide.number} slide={slide} {...props} />)}
        </>
      );
    case "slide":
      return screen.slide ? <SlideView slide={screen.slide} {...props} /> : <Card title={`Slide ${screen.number}`}>One moment…</Card>;
  }
}

interface CardProps extends Language {
  title: string;
  isDark?: boolean;
  children?: ComponentChildren;
}

function Card({ title, isDark, children, lang = "en-GB", dir = "auto" }: CardProps) {
  return (
    <div id="slide" tabIndex={-1} class={isDark ? "card is-dark" : "card"}>
      <h2 lang={lang} dir={dir}>{title}</h2>
      {children && <p>{children}</p>}
    </div>
  );
}

function SlideView({ slide, ...props }: Props & { slide: Slide }) {
  return (
    <>
      {/* What is in it stands in words beside it. */}
      {!props.model.isTextOnly && slide.picture && <SlidePicture picture={slide.picture} alt="" />}
      <Steps {...props} />
      <article id="slide" tabIndex={-1} class="words" key={slide.number}>
        <Words slide={slide} seen={props.seen} />
      </article>
    </>
  );
}

function Words({ slide, seen: { choices, count } }: { slide: Slide; seen: Seen }) {
  const fragment = useMemo(() => read(slide.html, (number) => choices.some((choice) => choice.number === number)), [slide, choices]);
  const place = slide.number <= count ? `Slide ${slide.number} of ${count}` : `Slide ${slide.number}`;
  return (
    <>
      {fragment.hasHeading ? <p class="number">{place}</p> : <h2 class="number">{place}</h2>}
      {fragment.content}
    </>
  );
}

/** One of all slides, after the end. Its picture is fetched once it comes into sight. */
function Reading({ slide, model, seen }: Props & { slide: Slide }) {
  return (
    <article class="reading">
      {!model.isTextOnly && slide.picture && <img src={pictureUrl(slide.picture, 960)} loading="lazy" width={960} height={540} alt="" />}
      <div class="words"><Words slide={slide} seen={seen} /></div>
    </article>
  );
}

function Steps({ seen: { choices, earlier, later, isLive, liveNumber }, look }: Props) {
  if (choices.length === 0) return null;
  const go = (number: number | undefined) => () => number !== undefined && look(number === liveNumber ? undefined : number);
  return (
    <div class="steps" role="group" aria-label="Look back">
      <button type="button" aria-disabled={earlier === undefined} onClick={go(earlier)}>Earlier</button>
      <button type="button" aria-disabled={later === undefined} onClick={go(later)}>Later</button>
      <button type="button" class="main" aria-disabled={isLive} onClick={() => look(undefined)}>Live</button>
    </div>
  );
}

function Overview({ seen, overview }: Props) {
  const { choices, liveNumber, screen } = seen;
  const language = languageOf(seen);
  const items = useMemo(() => choices.map(({ number, title, isHere }) => (
    <li key={number} value={number}>
      <a href={number === liveNumber ? "#live" : `#slide-${number}`} aria-current={isHere ? "true" : undefined}>
        <span {...language}>{title || `Slide ${number}`}</span>
      </a>
    </li>
  )), [choices, liveNumber, language]);
  if (choices.length === 0) return null;
  return (
    <nav aria-label="Slides so far">
      <details open={screen.is === "holding" && screen.holding === "after"} onToggle={(event) => event.currentTarget.open && overview()}>
        <summary>Slides so far ({choices.length})</summary>
        <ol>{items}</ol>
      </details>
    </nav>
  );
}

function Footer({ model, setTextOnly }: Props) {
  return (
    <footer>
      <button type="button" aria-pressed={model.isTextOnly} onClick={() => setTextOnly(!model.isTextOnly)}>Text only</button>
      <p class="hint">The keys ← and → look back and forward.</p>
      <a href="/accessibility">Accessibility</a>
    </footer>
  );
}
