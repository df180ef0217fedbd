// One client of the presenter that served this page: connects, keeps connected, knows the newest of everything, and sends
// commands. What decides is in machine.ts; here it meets a socket, a clock and what the browser says of sleep and networks.
import { type MessageInitShape, create } from "@bufbuild/protobuf";
import { bytesToHex, randomBytes } from "@noble/hashes/utils";
import type { Role } from "lectern/v1/session_pb";
import { PointerSchema } from "lectern/v1/wire_pb";
import type { Device } from "./agreement";
import { OwnClock } from "./clock";
import type { Got, Part } from "./deck_cache";
import { maxPointsASecond } from "./limits";
import { type Effect, type Event, Machine } from "./machine";
import type { Press, Settled } from "./outbox";
import { Socket } from "./socket";
import type { View } from "./view";

export interface Options {
  /** Of the page: http://HOST:PORT. */
  origin: string;
  /** For the presenter's operator; at most 64 bytes. */
  name: string;
  role: Role;
  device?: Device;
}

export type PointerInit = MessageInitShape<typeof PointerSchema>;

export class Client {
  private readonly machine: Machine;
  private readonly clock = new OwnClock();
  private socket?: Socket;
  private alarm?: ReturnType<typeof setTimeout>;
  private lastTicket = 0;
  private readonly pressed = new Map<number, (settled: Settled) => void>();
  private readonly listeners = new Set<() => void>();
  private readonly ended = new AbortController();
  private pointing?: { newest: PointerInit; timer: ReturnType<typeof setTimeout> };
  private pointedAt = -Infinity;

  constructor(private readonly options: Options) {
    const { origin, name, role, device } = options;
    const id = bytesToHex(randomBytes(16)); // another for each page: two pages of one device are two clients
    this.machine = new Machine({ id, name, role, device, isTls: origin.startsWith("https:") }, Math.random);
    this.watchTheBrowser();
    this.happen({ kind: "woken" });
  }

  get view(): View {
    return this.machine.view;
  }

  /** The presenter's clock, as well as it is known. */
  get presenterNow(): number {
    return this.clock.now() + this.view.aheadMs;
  }

  /** `listener` is called after every change, until what this returns is called. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends a command; settles once it is known what became of it. */
  press(press: Press): Promise<Settled> {
    const ticket = ++this.lastTicket;
    return new Promise((resolve) => {
      this.pressed.set(ticket, resolve);
      this.happen({ kind: "pressed", ticket, press });
    });
  }

  /** Points: of what comes faster than the presenter takes it, the newest is sent. */
  point(pointer: PointerInit): void {
    const leastMs = 1000 / maxPointsASecond + 1;
    const waitMs = this.pointedAt + leastMs - this.clock.now();
    if (this.pointing) this.pointing.newest = pointer;
    else if (waitMs <= 0) this.pointNow(pointer);
    else this.pointing = { newest: pointer, timer: setTimeout(() => this.pointNow(this.pointing!.newest), waitMs) };
  }

  private pointNow(pointer: PointerInit): void {
    this.pointing = undefined;
    this.pointedAt = this.clock.now();
    this.happen({ kind: "pointed", pointer: create(PointerSchema, pointer) });
  }

  /** A part of a deck, which is asked for once where it is not here; undefined: it is not here yet. */
  part(part: Part): Got | undefined {
    const got = this.machine.part(part);
    if (!got) this.happen({ kind: "wanted", part }, "quietly");
    return got;
  }

  /** It may be another by now: the next part() asks for it anew. */
  forget(part: Part): void {
    this.happen({ kind: "outdated", part }, "quietly");
  }

  /** Something happened after which connections are often dead. */
  nudge(): void {
    const wasConnecting = this.socket?.isConnecting ? this.socket : undefined;
    this.happen({ kind: "nudged", hasSlept: this.clock.takeSleep() });
    if (wasConnecting === this.socket) wasConnecting?.abandon(); // it may hang on what was there before
  }

  /** Says goodbye and connects no more. */
  close(): void {
    this.ended.abort();
    this.listeners.clear();
    clearTimeout(this.pointing?.timer);
    this.happen({ kind: "closed" });
  }

  private happen(event: Event, how: "aloud" | "quietly" = "aloud"): void {
    for (const effect of this.machine.step(event, this.clock.now())) this.perform(effect);
    this.setAlarm();
    if (how === "aloud") for (const listener of [...this.listeners]) listener();
  }

  private perform(effect: Effect): void {
    switch (effect.kind) {
      case "connect": return this.connect();
      case "send": return this.socket?.send(effect.message);
      case "seal": return this.socket?.seal(effect.toPresenter, effect.toClient);
      case "disconnect":
        this.socket?.close();
        this.socket = undefined;
        return;
      case "settled":
        this.pressed.get(effect.settled.ticket)?.(effect.settled);
        this.pressed.delete(effect.settled.ticket);
    }
  }

  private connect(): void {
    this.socket = new Socket(this.options.origin, {
      opened: () => this.happen({ kind: "opened", nonce: randomBytes(32) }),
      received: (message) => this.happen({ kind: "received", message }),
      garbled: () => this.happen({ kind: "garbled" }),
      lost: (trouble, closeCode) => {
        this.socket = undefined;
        this.happen({ kind: "lost", trouble, closeCode });
      },
    });
  }

  /**
   * A page that nobody sees waits for nothing, since its timers come late or not at all: the browser answers the presenter's
   * pings, and what is up is looked into when it is seen again. Timers stand still while the device sleeps, and our clock does
   * not: at least once a second both are looked at.
   */
  private setAlarm(): void {
    clearTimeout(this.alarm);
    const { due } = this.machine;
    if (due === undefined || document.hidden) return;
    const waitMs = Math.min(Math.max(due - this.clock.now(), 0), 1000);
    this.alarm = setTimeout(() => (this.clock.takeSleep() ? this.wakeUp() : this.happen({ kind: "woken" })), waitMs);
  }

  private wakeUp(): void {
    this.happen({ kind: "nudged", hasSlept: true });
  }

  private watchTheBrowser(): void {
    const { signal } = this.ended;
    const nudge = () => this.nudge();
    document.addEventListener("visibilitychange", () => (document.hidden ? this.setAlarm() : this.nudge()), { signal });
    document.addEventListener("resume", nudge, { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.nudge(), { signal });
    window.addEventListener("online", nudge, { signal });
    window.addEventListener("offline", nudge, { signal });
    const { connection } = navigator as { connection?: EventTarget };
    connection?.addEventListener("change", nudge, { signal });
  }
}
