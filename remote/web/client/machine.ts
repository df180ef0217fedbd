// What a client does, decided without a socket or a clock: it is told what happens and says what to do. It decides what
// common/client/machine.h decides; beyond that it seals, and fetches slides. Pure: the same events at the same times always have
// the same effects.
import type { Challenge, ClockReading, Pointer, Welcome } from "lectern/v1/wire_pb";
import type { Role, State } from "lectern/v1/session_pb";
import { type Agreement, type Device, agreeOnHello, noCertificate } from "./agreement";
import { Backoff } from "./backoff";
import { areEqual } from "./bytes";
import { ClockEstimate, type ClockSample } from "./clock_estimate";
import { DeckCache, type Got, type Part } from "./deck_cache";
import { CloseCode, connectTimeoutMs, version } from "./limits";
import { Outbox, type Press, type Settled } from "./outbox";
import { Probing } from "./probing";
import { type View, firstView } from "./view";
import type { Incoming, Outgoing } from "./wire";

/** What happens. */
export type Event =
  /** The connection that was asked for is there, with 32 bytes drawn for it. */
  | { kind: "opened"; nonce: Uint8Array }
  | { kind: "received"; message: Incoming }
  /** Something came that is no message. */
  | { kind: "garbled" }
  /** There is no connection any more, or there never was one. Code 0: the presenter gave none. */
  | { kind: "lost"; trouble: string; closeCode: number }
  /** Somebody presses. The ticket is theirs to choose, each once. */
  | { kind: "pressed"; ticket: number; press: Press }
  | { kind: "pointed"; pointer: Pointer }
  | { kind: "wanted"; part: Part }
  /** It may be another by now. */
  | { kind: "outdated"; part: Part }
  /**
   * Another network, or a page that was asleep: what was tried in vain may work by now, and what worked may not. Where it
   * slept, what was known of the presenter's clock may be wrong.
   */
  | { kind: "nudged"; hasSlept: boolean }
  /** `due` has come. */
  | { kind: "woken" }
  /** Nobody needs the client any more. */
  | { kind: "closed" };

/** What is to be done. */
export type Effect =
  /** Make a connection: answered by opened or lost. */
  | { kind: "connect" }
  | { kind: "send"; message: Outgoing }
  /** From here on everything is sealed, in both directions. */
  | { kind: "seal"; toPresenter: Uint8Array; toClient: Uint8Array }
  /** End the connection, or the attempt to make one. The machine wants to hear no more of it. */
  | { kind: "disconnect" }
  | { kind: "settled"; settled: Settled };

export interface Identity {
  id: string;
  /** For the presenter's operator. */
  name: string;
  role: Role;
  device?: Device;
  isTls: boolean;
}

/** Close codes after which another attempt would end in the same way. */
const finalCodes = [CloseCode.malformed, CloseCode.versionUnsupported, CloseCode.helloExpected, CloseCode.notPaired];

type Phase =
  | "waiting" // for retryAt
  | "connecting" // for opened or lost
  | "greeting" // Hello was sent; for Welcome, a device for Challenge before, until welcomeBy
  | "welcomed"
  | "over";

export class Machine {
  private now = 0; // of the step under way
  private effects: Effect[] = [];
  private phase: Phase = "waiting";
  private readonly backoff = new Backoff();
  private retryAt = 0;
  private helloSentAt = 0;
  private welcomeBy = 0;
  private nonce: Uint8Array = noCertificate; // of the connection under way
  private agreement?: Agreement; // that Welcome must confirm
  private hasState = false; // on this connection
  private isNudged = false; // since the attempt under way began
  private probing?: Probing; // while welcomed
  private readonly outbox = new Outbox();
  private readonly decks = new DeckCache();
  private epoch = 0; // that was welcomed to last
  private clock = new ClockEstimate(); // of it
  private known: View;

  /** `random`, evenly spread over 0 to 1, spreads the waits between attempts. */
  constructor(private readonly identity: Identity, private readonly random: () => number) {
    this.known = firstView(identity.id, identity.device?.number ?? 0);
  }

  get view(): View {
    return this.known;
  }

  /** What was wanted of a deck; undefined: nothing yet. */
  part(part: Part): Got | undefined {
    return this.decks.get(part);
  }

  /** Times never go back. The first step connects, whatever it is. */
  step(event: Event, now: number): Effect[] {
    this.now = now;
    this.take(event);
    this.lookAtTime();
    this.tendOutbox();
    return this.effects.splice(0);
  }

  /** When to step with woken, where nothing happens before; undefined: there is nothing to wait for. */
  get due(): number | undefined {
    if (this.phase === "over") return undefined;
    const times: number[] = [];
    if (this.phase === "waiting") times.push(this.retryAt);
    if (this.phase === "greeting") times.push(this.welcomeBy);
    if (this.probing) times.push(this.probing.due);
    if (this.outbox.due !== undefined) times.push(this.outbox.due - this.known.aheadMs);
    return times.length ? Math.min(...times) : undefined;
  }

  private know(change: Partial<View>): void {
    this.known = { ...this.known, ...change };
  }

  private send(message: Outgoing): void {
    this.effects.push({ kind: "send", message });
  }

  private lookAtTime(): void {
    if (this.phase === "greeting" && this.now >= this.welcomeBy) this.giveUp("the presenter does not answer");
    if (this.probing?.isLost(this.now)) this.giveUp("cut off: nothing is heard from the presenter");
    if (this.probing?.asks(this.now))
      this.send({ case: "clockProbe", value: { clientSentMs: BigInt(Math.round(this.now)) } });
    if (this.phase === "waiting" && this.now >= this.retryAt) {
      this.phase = "connecting";
      this.know({ link: "connecting" });
      this.hasState = this.isNudged = false;
      this.effects.push({ kind: "connect" });
    }
  }

  private take(event: Event): void {
    switch (event.kind) {
      case "opened": return this.greet(event.nonce);
      case "received": return this.receive(event.message);
      case "garbled": return this.garbled();
      case "lost":
        if (this.phase !== "waiting" && this.phase !== "over") this.lose(event.trouble, event.closeCode);
        return;
      case "pressed": return this.press(event.ticket, event.press);
      case "pointed":
        if (this.phase === "welcomed" && this.known.state)
          this.send({ case: "point", value: { pointer: event.pointer, seen: this.known.state.revision } });
        return;
      case "wanted": return this.want(event.part);
      case "outdated": return this.decks.forget(event.part);
      case "nudged": return this.nudge(event.hasSlept);
      case "woken": return;
      case "closed":
        if (this.phase !== "waiting" && this.phase !== "over") this.effects.push({ kind: "disconnect" });
        return this.end();
    }
  }

  private greet(nonce: Uint8Array): void {
    if (this.phase !== "connecting") return;
    this.nonce = nonce;
    this.agreement = undefined;
    this.phase = "greeting";
    this.helloSentAt = this.now;
    this.welcomeBy = this.now + connectTimeoutMs;
    const { id, name, role, device } = this.identity;
    const { epoch = 0, revision = 0 } = this.known.state ?? {};
    const proving = device ? { device: device.number, nonce } : {};
    const hello = { versionMin: version, versionMax: version, clientId: id, clientName: name, role, epoch, revision };
    this.send({ case: "hello", value: { ...hello, ...proving } });
  }

  private press(ticket: number, press: Press): void {
    const refuse = (message: string) =>
      this.effects.push({ kind: "settled", settled: { ticket, outcome: "refused", message } });
    if (this.phase === "over" || !this.known.state) return void refuse("there is no presenter to tell");
    if (this.outbox.isFull) return void refuse("too many presses wait for an answer");
    this.outbox.press(ticket, press, this.known.state, this.now + this.known.aheadMs);
    if (this.phase === "waiting") this.retryAt = this.now; // a press does not wait for the next attempt to come round
  }

  private want(part: Part): void {
    if (this.decks.want(part) && this.phase === "welcomed") this.ask(part);
  }

  private ask(part: Part): void {
    switch (part.kind) {
      case "outline": return this.send({ case: "deckRequest", value: { deck: part.deck, part: { case: "outline", value: {} } } });
      case "notes":
        return this.send({ case: "deckRequest", value: { deck: part.deck, part: { case: "notes", value: { number: part.number } } } });
      case "slide":
        return this.send({
          case: "deckRequest",
          value: { deck: part.deck, part: { case: "slide", value: { number: part.number, step: part.step } } },
        });
    }
  }

  private nudge(hasSlept: boolean): void {
    this.isNudged = true;
    this.backoff.reset();
    if (hasSlept) this.clock = new ClockEstimate();
    if (this.phase === "waiting") this.retryAt = this.now;
    this.probing?.doubted(this.now);
  }

  private receive(message: Incoming): void {
    const isGreeting = message.case === "welcome" || message.case === "challenge";
    if (this.phase !== (isGreeting ? "greeting" : "welcomed")) return this.garbled();
    this.probing?.heard(this.now);
    switch (message.case) {
      case "challenge": return this.prove(message.value);
      case "welcome": return this.welcomed(message.value);
      case "state": return this.takeState(message.value);
      case "presented": return this.know({ presented: message.value.revision });
      case "answer": return this.outbox.answered(message.value);
      case "outline": return this.takePart(() => this.decks.takeOutline(message.value));
      case "notes": return this.takePart(() => this.decks.takeNotes(message.value));
      case "slide": return this.takePart(() => this.decks.takeSlide(message.value));
      case "unavailable": return this.takePart(() => this.decks.takeUnavailable(message.value));
      case "pointer": return this.know({ pointer: message.value });
      case "roster": return this.know({ roster: message.value });
      case "pairing": return this.know({ pairing: message.value });
      case "recorded": return this.know({ recorded: message.value });
      case "clockReading": return this.read(message.value);
      case "asked":
      case "paired": return this.garbled();
    }
  }

  private garbled(): void {
    if (this.phase !== "greeting" && this.phase !== "welcomed") return;
    this.giveUp("what the presenter sent is not of this protocol; load the page again", CloseCode.malformed);
  }

  /** A browser does not show its page the certificate: over TLS the presenter's word is taken, to which the key then has to fit. */
  private prove({ nonce, certificate }: Challenge): void {
    const { device, isTls, id, role } = this.identity;
    if (!device || this.agreement || nonce.length !== 32) return this.garbled();
    if (certificate.length !== (isTls ? 32 : 0))
      return this.giveUp("somebody stands between this device and the presenter, so nothing more was said; "
        + "ask the operator whether the network can be trusted", CloseCode.notPaired);
    const channel = isTls ? certificate : noCertificate;
    this.agreement = agreeOnHello(device, { presenterNonce: nonce, nonce: this.nonce, channel }, id, role);
    this.send({ case: "prove", value: { proof: this.agreement.clientProof } });
    const { toPresenter, toClient } = this.agreement;
    if (!isTls) this.effects.push({ kind: "seal", toPresenter, toClient });
  }

  private welcomed({ epoch, role, sentMs, proof }: Welcome): void {
    if (this.identity.device && !(this.agreement && areEqual(proof, this.agreement.presenterProof)))
      return this.giveUp("what answers there is not the presenter that this device was paired with; pair again, or check the address",
                         CloseCode.notPaired);
    this.phase = "welcomed";
    this.probing = new Probing(this.now);
    if (this.epoch !== epoch) this.clock = new ClockEstimate();
    this.epoch = epoch;
    const sent = Number(sentMs);
    this.measured({ asked: this.helloSentAt, received: sent, answered: sent, heard: this.now });
    this.know({ presented: 0, pointer: undefined, recorded: undefined, role, roster: undefined, pairing: undefined });
    for (const part of this.decks.outstanding()) this.ask(part);
    this.outbox.resume(epoch);
  }

  private takeState(state: State): void {
    if (!this.hasState) {
      this.hasState = true;
      this.know({ link: "connected", trouble: "", closeCode: 0, connectionCount: this.known.connectionCount + 1 });
      this.backoff.reset();
    }
    const outline = { kind: "outline", deck: state.deck } as const;
    this.want(outline);
    this.know({ state, outline: this.decks.get(outline)?.outline });
  }

  private takePart(take: () => void): void {
    take();
    const deck = this.known.state?.deck;
    const outline = deck === undefined ? undefined : this.decks.get({ kind: "outline", deck })?.outline;
    this.know({ outline, partCount: this.known.partCount + 1 });
  }

  private read({ clientSentMs, receivedMs, sentMs }: ClockReading): void {
    this.probing?.answered();
    const asked = Math.min(Math.max(Number(clientSentMs), 0), this.now);
    this.measured({ asked, received: Number(receivedMs), answered: Number(sentMs), heard: this.now });
  }

  private measured(sample: ClockSample): void {
    this.clock.take(sample);
    this.know({ aheadMs: this.clock.aheadMs });
  }

  private giveUp(trouble: string, closeCode = 0): void {
    this.effects.push({ kind: "disconnect" });
    this.lose(trouble, closeCode);
  }

  /** What was under way is over: the next attempt comes by itself, where one can help. */
  private lose(trouble: string, closeCode: number): void {
    this.probing = undefined;
    const isFinal = finalCodes.includes(closeCode);
    this.know({ trouble, closeCode, link: isFinal ? "refused" : "waiting" });
    if (isFinal) return this.end();
    this.phase = "waiting";
    this.outbox.disconnected();
    const waitMs = this.backoff.next(this.random());
    this.retryAt = this.isNudged ? this.now : this.now + waitMs;
  }

  private end(): void {
    this.phase = "over";
    this.probing = undefined;
    this.outbox.giveUp();
  }

  /** Sends what may go by now, and tells of what was settled. */
  private tendOutbox(): void {
    this.outbox.expire(this.now + this.known.aheadMs);
    if (this.phase === "welcomed")
      for (const { id, epoch, expiresMs, action } of this.outbox.next())
        this.send({ case: "command", value: { id, epoch, expiresMs: BigInt(Math.round(expiresMs)), action } });
    for (const settled of this.outbox.takeSettled()) this.effects.push({ kind: "settled", settled });
  }
}
