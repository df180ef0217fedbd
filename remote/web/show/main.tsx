// The script of an exported file: the document becomes a show, with a window for the speaker. It runs from file://, where
// windows have no origin in common but may look at what they opened themselves.
import { render } from "preact";
import { readDocument, slotMs } from "./document";
import { isForDocument, isOnControl, type Wish, wishOf } from "./keys";
import { start, update } from "./show";
import { Speaker } from "./speaker";
import { Stage } from "./stage";

const slides = readDocument();
const slot = slotMs();
let show = start;
let speaker: Window | null = null;

const parts = [...document.body.children];
const stage = document.createElement("div");

function draw(): void {
  if (show.isOn !== stage.isConnected) document.body.replaceChildren(...(show.isOn ? [stage] : parts));
  render(<Stage show={show} slides={slides} onPress={(forward) => wish({ is: forward ? "next" : "previous" })} />, stage);
  drawSpeaker();
}

function drawSpeaker(): void {
  if (!speaker || speaker.closed) return;
  render(<Speaker show={show} slides={slides} slotMs={slot} now={Date.now()} wish={wish} />, speaker.document.body);
}

function wish(what: Wish): void {
  if (what.is === "fullscreen") return setFullscreen(!document.fullscreenElement);
  if (what.is === "notes") return openSpeaker();
  const before = show;
  show = update(show, what, slides, Date.now());
  if (show.isOn && !before.isOn) setFullscreen(true);
  if (!show.isOn && before.isOn) setFullscreen(false);
  draw();
  if (show.isOn && !before.isOn) document.querySelector<HTMLElement>(".stage")?.focus();
  if (!show.isOn && before.isOn) document.getElementById(`slide-${show.index + 1}`)?.scrollIntoView();
  fetchNext();
}

/** So that a press is not the moment when a large picture is decoded. */
function fetchNext(): void {
  const next = update(show, { is: "next" }, slides, 0);
  const image = new Image();
  image.src = slides[next.index]?.pictures[next.step] ?? "";
  image.decode?.().catch(() => {});
}

function setFullscreen(isWanted: boolean): void {
  if (isWanted === !!document.fullscreenElement) return;
  // Where the browser will not, the show fills the window.
  const change = isWanted ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  change?.catch(() => {});
}

function openSpeaker(): void {
  if (speaker && !speaker.closed) return speaker.focus();
  speaker = window.open("", "lectern-notes", "popup,width=1100,height=760");
  if (!speaker) return tell("The browser blocked the window. Allow pop-ups for this file, then press S.");
  const page = speaker.document;
  page.title = `Notes: ${document.title}`;
  page.documentElement.lang = "en";
  page.body.replaceChildren();
  page.head.querySelector("style")?.remove();
  const style = page.createElement("style");
  style.textContent = document.querySelector("style")?.textContent ?? "";
  page.head.append(style);
  page.addEventListener("keydown", onKey);
  drawSpeaker();
}

function onKey(event: KeyboardEvent): void {
  const what = wishOf(event);
  const isOfSpeaker = speaker !== null && event.view === speaker;
  if (!what || isOnControl(event) || (!show.isOn && !isOfSpeaker && !isForDocument(what))) return;
  event.preventDefault();
  if (!event.repeat) wish(what);
}

function tell(words: string): void {
  const line = document.getElementById("show-says");
  if (line) line.textContent = words;
}

function addControls(): void {
  const controls = document.createElement("div");
  controls.className = "controls";
  document.querySelector("header")?.append(controls);
  render(
    <>
      <button type="button" class="main" onClick={() => wish({ is: "begin" })}>Start the show (F5)</button>
      <button type="button" onClick={() => wish({ is: "notes" })}>Notes and timer (S)</button>
      <p>
        In the show: <kbd>→</kbd> or <kbd>Page Down</kbd> goes on, <kbd>←</kbd> or <kbd>Page Up</kbd> back, a number
        and <kbd>Enter</kbd> to that slide; <kbd>B</kbd> is black, <kbd>F</kbd> the full screen, <kbd>Esc</kbd> the end.
      </p>
      <p id="show-says" role="status"></p>
    </>, controls);
}

addControls();
document.addEventListener("keydown", onKey);
window.addEventListener("pagehide", () => speaker?.close());
setInterval(drawSpeaker, 500);
