// The remote: what somebody does with the page goes in, and what is to be shown comes out.
import { type Driver, Role } from "lectern/v1/session_pb";
import { Pointer_Kind } from "lectern/v1/wire_pb";
import { Client } from "../client/client";
import type { Part } from "../client/deck_cache";
import { type Invitation, readInvitation } from "../client/invitation";
import { type KeptDevice, keep, keepDevice, kept, keptDevice } from "../client/kept";
import { CloseCode, maxNameBytes } from "../client/limits";
import type { Press } from "../client/outbox";
import { type Outcome, pair } from "../client/pair";
import type { Secret } from "../client/pairing";
import type { View } from "../client/view";
import { timeOfDay } from "../view/timer_face";
import { KeepsAwake } from "./awake";
import { clipName, deviceName } from "./device_name";
import { type Intent, TypedNumber, intent } from "./keys";
import { readPreferences, writePreferences } from "./preferences";
import * as presses from "./presses";
import type { Coming, Mode, Preferences, Shown } from "./shown";
import { say } from "./words";

/** Whatever somebody does. */
export type Act =
  | { do: "ask"; pin: string; name: string }
  | { do: "use a pin" }
  | { do: "try again" }
  | { do: "forget" }
  | { do: "press"; press: Press; control: string }
  | { do: "jump"; number: number }
  | { do: "point"; kind: Pointer_Kind; x: number; y: number }
  | { do: "mode"; mode: Mode }
  | { do: "lock"; isLocked: boolean }
  | { do: "prefer"; change: Partial<Preferences> };

/** What is older than this when it comes was meant for what was up then. */
const staleMs = 2000;

/** What comes within that time is shown at once. */
const togetherMs = 8;

export class App {
  private client?: Client;
  private coming?: Coming = { at: "opening", trouble: "" };
  private invitation?: Invitation;
  private stopAsking?: () => void;
  private secret?: Secret; // that was asked by last
  private presses = presses.noPresses;
  private mode: Mode = "drive";
  private isLocked = false;
  private awake: Shown["awake"] = "none";
  private name = kept("name") ?? deviceName(navigator.userAgent);
  private preferences = readPreferences();
  private readonly typed = new TypedNumber();
  private alarm?: ReturnType<typeof setTimeout>;
  private isToChange = false;
  private readonly wide = matchMedia("(min-width: 1000px) and (min-height: 600px)"); // as in drive.css

  /** `show` is called whenever there is something else to show. */
  constructor(private readonly origin: string, private readonly show: (shown: Shown) => void) {
    new KeepsAwake((awake) => {
      this.awake = awake;
      this.changed();
    });
    window.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("popstate", () => this.setMode("drive"));
    window.addEventListener("hashchange", () => this.arrive());
    document.addEventListener("visibilitychange", () => this.changed());
    this.wide.addEventListener("change", () => this.changed());
    this.arrive();
  }

  /** From outside: with an invitation behind the #, which then goes from the address bar and the history. */
  private arrive(): void {
    const invitation = readInvitation(location.hash);
    if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
    if (this.client && !invitation) return;
    this.invitation = invitation ?? this.invitation;
    const device = keptDevice();
    if (device) this.connect(device);
    else this.comeIn();
  }

  private comeIn(note?: string): void {
    const { invitation } = this;
    this.invitation = undefined; // it is good for once
    if (invitation) this.ask({ invitation });
    else this.come({ at: "pin", note });
  }

  private come(coming: Coming | undefined): void {
    this.coming = coming;
    this.changed();
  }

  private ask(secret: Secret): void {
    this.stopAsking?.();
    this.secret = secret;
    this.come({ at: "asking" });
    this.stopAsking = pair(this.origin, secret, this.name, (outcome) => this.asked(outcome));
  }

  /** By the same code, where that was not used up. */
  private tryAgain(): void {
    const failure = this.coming?.at === "failed" ? this.coming.failure : undefined;
    const isGood = failure === "unreachable" || failure === "busy";
    if (isGood && this.secret && "invitation" in this.secret) this.ask(this.secret);
    else this.come({ at: "pin" });
  }

  private asked(outcome: Outcome): void {
    if ("words" in outcome) return this.come({ at: "words", words: outcome.words });
    if ("failed" in outcome) return this.come({ at: "failed", failure: outcome.failed });
    const device = { ...outcome.paired, role: outcome.role };
    keepDevice(device);
    this.connect(device);
  }

  private connect(device: KeptDevice): void {
    this.client?.close();
    this.come({ at: "opening", trouble: "" });
    const client = new Client({ origin: this.origin, name: this.name, role: device.role, device });
    this.client = client;
    client.subscribe(() => this.client === client && this.heard(client.view));
  }

  private heard(view: View): void {
    if (view.link === "refused") return this.refused(view);
    const isIn = view.connectionCount > 0;
    if (!isIn) this.coming = { at: "opening", trouble: view.trouble };
    else if (this.coming?.at === "opening") this.coming = undefined;
    this.changedSoon();
  }

  /** Much comes at once when a connection is new: it is shown together. */
  private changedSoon(): void {
    if (this.isToChange) return;
    this.isToChange = true;
    setTimeout(() => this.isToChange && this.changed(), togetherMs);
  }

  private refused({ closeCode, trouble }: View): void {
    this.leave();
    if (closeCode !== CloseCode.notPaired) return this.come({ at: "refused", why: trouble });
    keepDevice(undefined);
    this.comeIn(say.putOut);
  }

  private leave(): void {
    const { client } = this;
    this.client = undefined; // of its goodbye nothing is heard
    client?.close();
    this.mode = "drive";
    this.isLocked = false;
    this.presses = presses.noPresses;
  }

  act(act: Act): void {
    switch (act.do) {
      case "ask":
        this.name = clipName(act.name, maxNameBytes) || deviceName(navigator.userAgent);
        keep("name", this.name);
        return this.ask({ pin: act.pin });
      case "use a pin":
        this.stopAsking?.();
        return this.come({ at: "pin" });
      case "try again": return this.tryAgain();
      case "forget":
        keepDevice(undefined);
        this.leave();
        return this.come({ at: "pin" });
      case "press": return this.press(act.press, act.control);
      case "jump": return this.jump(act.number);
      case "point":
        return this.client?.point({ kind: act.kind, x: act.x, y: act.y });
      case "mode":
        if (act.mode !== "drive" && this.mode === "drive") history.pushState({ mode: act.mode }, "");
        else if (act.mode === "drive" && this.mode !== "drive") return history.back();
        return this.setMode(act.mode);
      case "lock":
        this.isLocked = act.isLocked;
        return this.changed();
      case "prefer":
        this.preferences = { ...this.preferences, ...act.change };
        writePreferences(this.preferences);
        return this.changed();
    }
  }

  private setMode(mode: Mode): void {
    const before = this.mode;
    if (before === "pointer" && mode !== "pointer") this.client?.point({ kind: Pointer_Kind.NONE });
    this.mode = mode;
    this.changed();
    if (mode === "drive") document.querySelector<HTMLElement>(`[data-leads-to=${before}]`)?.focus(); // where they came from
  }

  /** A page that was asleep gets what was pressed meanwhile when it wakes up: nobody means it any more. */
  private isStale(): boolean {
    const { event } = window;
    return event !== undefined && event.timeStamp > 0 && performance.now() - event.timeStamp > staleMs;
  }

  private press(press: Press, control: string): void {
    const { client } = this;
    if (!client?.view.state || this.isStale()) return;
    this.presses = presses.pressed(this.presses, control, client.view, performance.now());
    const id = this.presses.lastId;
    void client.press(press).then((settled) => {
      this.presses = presses.settled(this.presses, id, settled, performance.now());
      this.changed();
    });
    this.changed();
  }

  private jump(number: number): void {
    const entry = this.client?.view.outline?.slides[number - 1];
    if (entry) this.press({ action: { case: "goTo", value: { h: entry.h, v: entry.v } } }, "jump");
  }

  private key(event: KeyboardEvent): void {
    const state = this.client?.view.state;
    if (!state || this.coming || !this.mayDrive() || event.defaultPrevented || isTyping(event)) return;
    if (event.key === "Escape" && this.mode !== "drive") return this.act({ do: "mode", mode: "drive" });
    if (isOwnOfElement(event)) return;
    const { key, shiftKey: shift, repeat: isRepeat } = event;
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (key.length === 1 && key !== " " && !this.preferences.letterKeys) return;
    const meant = intent({ key, shift, control: isChord, isRepeat }, state);
    const number = this.typed.take(meant, event.timeStamp);
    if (meant === undefined) return;
    if (meant !== "enter" || number !== undefined) event.preventDefault();
    if (number !== undefined) this.jump(number);
    else this.follow(meant);
  }

  private follow(meant: Intent): void {
    if (typeof meant === "object" && "press" in meant) this.press(meant.press, meant.control);
    if (meant === "overview") this.act({ do: "mode", mode: this.mode === "overview" ? "drive" : "overview" });
  }

  private mayDrive(): boolean {
    return (this.client?.view.role ?? Role.FOLLOWER) >= Role.CONTROLLER;
  }

  private part(part: Part) {
    return this.client?.part(part);
  }

  /** Looks at everything again, shows it, and says when to look next. */
  private changed(): void {
    this.isToChange = false;
    const now = performance.now();
    const before = this.presses;
    if (this.client) this.presses = presses.seen(this.presses, this.client.view, now);
    feel(before, this.presses);
    this.show(this.shown(now));
    clearTimeout(this.alarm);
    if (!document.hidden) this.alarm = setTimeout(() => this.changed(), this.untilNext(now));
  }

  /** The next second of the clocks on it, or the time of a press. */
  private untilNext(now: number): number {
    const untilSecond = 1000 - (Date.now() % 1000);
    const untilTimer = 1000 - ((((this.client?.presenterNow ?? 0) % 1000) + 1000) % 1000);
    const untilPress = (presses.due(this.presses) ?? Infinity) - now;
    return Math.max(Math.min(untilSecond, untilTimer, untilPress), 0) + 1;
  }

  private shown(now: number): Shown {
    const { client, coming, name, mode, isLocked, preferences, awake } = this;
    const deck = client?.view.state?.deck ?? "";
    return {
      coming, name, view: client?.view, presenterNow: client?.presenterNow ?? 0, now, presses: this.presses, mode,
      isWide: this.wide.matches, isLocked, preferences,
      awake,
      clock: timeOfDay(new Date()),
      slide: ({ number, step }) => (number > 0 ? this.part({ kind: "slide", deck, number, step })?.slide : undefined),
      notes: (number) => {
        const got = number > 0 ? this.part({ kind: "notes", deck, number }) : undefined;
        return got?.notes ?? (got?.missing !== undefined ? { missing: got.missing } : undefined);
      },
    };
  }
}

/** Whether that client, or the device it belongs to, holds control. */
export function isMine(driver: Driver | undefined, { clientId, device }: View): boolean {
  return driver !== undefined && (driver.client === clientId || (driver.device !== 0 && driver.device === device));
}

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches("input:not([type=radio],[type=checkbox]), textarea, select");

/** What the element in focus does with that key itself. */
function isOwnOfElement({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === " " || key === "Enter") return target.matches("a, button, summary, [role=button], input");
  if (/^Arrow/.test(key)) return target.matches("[data-keys~=arrows], input[type=radio]");
  return /^Arrow(Up|Down)$/.test(key) && target.matches("[data-keys~=scroll]");
}

/** What became of a press is felt, where a device can be. */
function feel(before: presses.Presses, after: presses.Presses): void {
  for (const { id, became } of after.list) {
    if (before.list.find((press) => press.id === id)?.became === became) continue;
    if (became === "shown" || became === "frozen" || became === "same") vibrate([25]);
    if (became === "refused") vibrate([80, 60, 80]);
    if (became === "unconfirmed" || became === "late") vibrate([40, 40, 40, 40, 40]);
  }
}

function vibrate(pattern: number[]): void {
  if ("vibrate" in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(pattern);
}
