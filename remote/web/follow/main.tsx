// The audience's page: what the presenter tells goes into the model, and what there is to see of it onto the page.
import { render } from "preact";
import { Role } from "lectern/v1/session_pb";
import { Client } from "../client/client";
import type { Part } from "../client/deck_cache";
import { keep, kept } from "../client/kept";
import { announcement } from "./announce";
import { type Event, type Model, type Seen, isCutOff, keyOf, nothingYet, see, update, wants } from "./follow";
import { Page } from "./page";
import { Plain } from "./plain";
import { toldOf } from "./told";

const words = new URLSearchParams(location.search);
const isPlain = words.has("plain");
const app = document.getElementById("app")!;

const client = new Client({ origin: location.origin, name: "follower", role: Role.FOLLOWER });
let model: Model = { ...nothingYet, isTextOnly: words.has("text") || kept("text only") === "yes" };
let seen: Seen = see(model);
let said = "";
let ticking: ReturnType<typeof setInterval> | undefined;

function happen(event: Event): void {
  const before = { model, seen };
  model = update(model, event);
  seen = see(model);
  askForSlides();
  say(before);
  tick();
  draw();
}

function draw(): void {
  if (isPlain) return render(<Plain seen={seen} />, app);
  document.title = [title(), seen.title].filter((part, i, all) => part !== "" && all.indexOf(part) === i).join(" – ") || "Follow the presentation";
  render(<Page model={model} seen={seen} now={client.presenterNow} said={said} look={look} setTextOnly={setTextOnly} overview={askForOutline} />, app);
}

const title = () => (seen.screen.is === "slide" ? seen.screen.slide?.title ?? "" : "");

/** By what was asked for, the state in which it was not to be had: another may be asked in. */
const refused = new Map<string, unknown>();

/** What came is taken; what is not here is asked for, and what may be another by now is asked for anew. */
function askForSlides(): void {
  const { state } = client.view;
  for (const wanted of wants(model)) {
    if (refused.get(keyOf(wanted)) === state) continue;
    const part: Part = { kind: "slide", ...wanted };
    const got = client.part(part);
    if (!got) continue;
    client.forget(part);
    if (got.slide) return happen({ is: "came", wanted, slide: got.slide });
    refused.set(keyOf(wanted), state);
    if (wanted.step === undefined) return look(undefined);
  }
}

/** Which slides were seen meanwhile, and what they are called. */
function askForOutline(): void {
  const { state } = client.view;
  if (!state) return;
  client.forget({ kind: "outline", deck: state.deck });
  client.part({ kind: "outline", deck: state.deck });
}

function hear(): void {
  const before = model.told;
  happen({ is: "told", told: toldOf(client.view) });
  const cameBack = before.link !== "connected" && model.told.link === "connected" && client.view.connectionCount > 1;
  const cameOpen = !before.show?.isWhole && model.told.show?.isWhole;
  if (cameBack || cameOpen) askForOutline();
}

function say(before: { model: Model; seen: Seen }): void {
  const [was, is] = [isCutOff(before.model), isCutOff(model)];
  const ofLink = is && !was ? "No connection to the presenter." : was && !is ? "Connected again." : "";
  said = announcement(before.seen, seen, ofLink) || said;
}

/** Only what runs needs a clock. */
function tick(): void {
  const isRunning = model.told.show?.timer?.isRunning ?? false;
  if (isRunning === (ticking !== undefined)) return;
  clearInterval(ticking);
  ticking = isRunning ? setInterval(draw, 250) : undefined;
}

/** By the address, so that the browser's own *back* goes back. */
function look(number: number | undefined): void {
  location.hash = number === undefined ? "live" : `slide-${number}`;
}

function readAddress(): void {
  const number = /^#slide-(\d+)$/.exec(location.hash)?.[1];
  if (number !== undefined || location.hash === "#live" || location.hash === "")
    happen({ is: "look", number: number === undefined ? undefined : Number(number) });
}

function setTextOnly(on: boolean): void {
  keep("text only", on ? "yes" : undefined);
  happen({ is: "text only", on });
}

function onKey(event: KeyboardEvent): void {
  const isOurs = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  const target = event.key === "ArrowLeft" ? seen.earlier : event.key === "ArrowRight" ? seen.later : undefined;
  if (isOurs && target !== undefined) look(target === seen.liveNumber ? undefined : target);
}

if (isPlain) document.documentElement.className = words.get("plain") === "black" ? "plain on-black" : "plain";
else {
  window.addEventListener("hashchange", readAddress);
  document.addEventListener("keydown", onKey);
}
client.subscribe(hear);
hear();
