// What the client of a browser decides, without a socket, on a clock that the test moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { AnswerSchema, Direction, QaTimer_Phase, Reason, Role, StateSchema } from "lectern/v1/session_pb";
import { OutlineSchema, SlideSchema } from "lectern/v1/deck_pb";
import { AskedSchema, ChallengeSchema, PresentedSchema, UnavailableSchema, WelcomeSchema } from "lectern/v1/wire_pb";
import { agreeOnHello, noCertificate } from "../../../remote/web/client/agreement";
import { DeckCache } from "../../../remote/web/client/deck_cache";
import { CloseCode } from "../../../remote/web/client/limits";
import { type Effect, type Event, Machine } from "../../../remote/web/client/machine";
import type { Incoming } from "../../../remote/web/client/wire";

const device = { number: 3, key: new Uint8Array(32).fill(7) };
const nonce = new Uint8Array(32).fill(1);
const presenterNonce = new Uint8Array(32).fill(2);

const stateAt = (revision: number, epoch = 42) => create(StateSchema, {
  revision, epoch, deck: "d", position: { h: revision }, qa: { phase: QaTimer_Phase.OFF },
});

class Meeting {
  now = 1000;
  readonly machine: Machine;

  constructor({ isDevice = false, isTls = false } = {}) {
    this.machine = new Machine({ id: "lisa", name: "a test", role: Role.CONTROLLER, isTls, device: isDevice ? device : undefined }, () => 0.5);
  }

  step(event: Event): Effect[] {
    return this.machine.step(event, this.now);
  }
  receive(message: Incoming): Effect[] {
    return this.step({ kind: "received", message });
  }
  welcome(epoch = 42, proof = new Uint8Array()): Effect[] {
    return this.receive({ case: "welcome", value: create(WelcomeSchema, { version: 1, epoch, role: Role.CONTROLLER, sentMs: 5000n, proof }) });
  }
  state(revision: number, epoch = 42): Effect[] {
    return this.receive({ case: "state", value: stateAt(revision, epoch) });
  }
  join(): this {
    this.step({ kind: "woken" });
    this.step({ kind: "opened", nonce });
    this.welcome();
    this.state(1);
    return this;
  }
  next(ticket = 1): Effect[] {
    return this.step({ kind: "pressed", ticket, press: { step: Direction.NEXT } });
  }
  /** Until it wants to be woken. */
  wait(): Effect[] {
    this.now = Math.max(this.now, this.machine.due ?? this.now);
    return this.step({ kind: "woken" });
  }
  get view() {
    return this.machine.view;
  }
}

const sent = (effects: Effect[]) => effects.flatMap((effect) => (effect.kind === "send" ? [effect.message.case] : []));
const kinds = (effects: Effect[]) => effects.map(({ kind }) => kind);

test("it connects, greets, and is connected with the first state", () => {
  const meeting = new Meeting();
  assert.deepEqual(kinds(meeting.step({ kind: "woken" })), ["connect"]);
  assert.deepEqual(sent(meeting.step({ kind: "opened", nonce })), ["hello"]);
  meeting.welcome();
  assert.equal(meeting.view.link, "connecting");
  assert.deepEqual(sent(meeting.state(1)), ["deckRequest"]);
  assert.equal(meeting.view.link, "connected");
});

test("a device proves itself over plain HTTP, and everything is sealed from then on", () => {
  const meeting = new Meeting({ isDevice: true });
  meeting.step({ kind: "woken" });
  meeting.step({ kind: "opened", nonce });
  const proving = meeting.receive({ case: "challenge", value: create(ChallengeSchema, { nonce: presenterNonce }) });
  assert.deepEqual(kinds(proving), ["send", "seal"]);
  const agreement = agreeOnHello(device, { presenterNonce, nonce, channel: noCertificate }, "lisa", Role.CONTROLLER);
  meeting.welcome(42, agreement.presenterProof);
  meeting.state(1);
  assert.equal(meeting.view.link, "connected");
});

test("who does not know the device's key is not the presenter", () => {
  const meeting = new Meeting({ isDevice: true });
  meeting.step({ kind: "woken" });
  meeting.step({ kind: "opened", nonce });
  meeting.receive({ case: "challenge", value: create(ChallengeSchema, { nonce: presenterNonce }) });
  meeting.welcome(42, new Uint8Array(32));
  assert.equal(meeting.view.link, "refused");
  assert.deepEqual(meeting.wait(), [], "and nothing more is tried");
});

test("a challenge that does not fit the connection is somebody in between", () => {
  for (const isTls of [true, false]) {
    const meeting = new Meeting({ isDevice: true, isTls });
    meeting.step({ kind: "woken" });
    meeting.step({ kind: "opened", nonce });
    const certificate = isTls ? new Uint8Array() : new Uint8Array(32).fill(9);
    const effects = meeting.receive({ case: "challenge", value: create(ChallengeSchema, { nonce: presenterNonce, certificate }) });
    assert.deepEqual(sent(effects), []);
    assert.equal(meeting.view.link, "refused");
  }
});

test("after a break it sends what was not answered again, under the same id, and connects at once when somebody presses", () => {
  const meeting = new Meeting().join();
  const first = meeting.next();
  meeting.step({ kind: "lost", trouble: "gone", closeCode: 0 });
  assert.equal(meeting.view.link, "waiting");
  assert.deepEqual(kinds(meeting.next(2)), ["connect"]);
  meeting.step({ kind: "opened", nonce });
  const again = meeting.welcome();
  const commands = (effects: Effect[]) => effects.flatMap((effect) =>
    effect.kind === "send" && effect.message.case === "command" ? [effect.message.value] : []);
  assert.deepEqual(commands(again), commands(first));
  meeting.receive({ case: "answer", value: create(AnswerSchema, { commandId: 1, outcome: { case: "accepted", value: 2 } }) });
});

test("to a presenter that was started again nothing is sent that was meant for the last", () => {
  const meeting = new Meeting().join();
  meeting.next();
  meeting.step({ kind: "lost", trouble: "gone", closeCode: 1001 });
  meeting.wait();
  meeting.step({ kind: "opened", nonce });
  const effects = meeting.welcome(43);
  assert.ok(!sent(effects).includes("command"));
  assert.deepEqual(effects.flatMap((effect) => (effect.kind === "settled" ? [effect.settled.outcome] : [])), ["unconfirmed"]);
});

test("what was presented in another run is forgotten", () => {
  const meeting = new Meeting().join();
  meeting.receive({ case: "presented", value: create(PresentedSchema, { revision: 1 }) });
  meeting.step({ kind: "lost", trouble: "gone", closeCode: 0 });
  meeting.wait();
  meeting.step({ kind: "opened", nonce });
  meeting.welcome(43);
  assert.equal(meeting.view.presented, 0);
});

test("a connection on which nothing comes is given up after 3.5 s, and after a nudge tried again at once", () => {
  const meeting = new Meeting().join();
  while (meeting.view.link === "connected") meeting.wait();
  assert.equal(meeting.now, 4500);
  assert.equal(meeting.view.link, "waiting");

  const slept = new Meeting().join();
  slept.now += 60_000; // frozen; then seen again
  const effects = slept.step({ kind: "nudged", hasSlept: true });
  assert.deepEqual(kinds(effects), ["disconnect", "connect"]);
});

test("codes after which trying again changes nothing", () => {
  for (const code of [CloseCode.malformed, CloseCode.versionUnsupported, CloseCode.helloExpected, CloseCode.notPaired]) {
    const meeting = new Meeting().join();
    meeting.step({ kind: "lost", trouble: "closed", closeCode: code });
    assert.equal(meeting.view.link, "refused");
    assert.equal(meeting.machine.due, undefined);
  }
  for (const code of [0, CloseCode.goingAway, CloseCode.displaced, CloseCode.full, CloseCode.tooSlow]) {
    const meeting = new Meeting().join();
    meeting.step({ kind: "lost", trouble: "closed", closeCode: code });
    assert.equal(meeting.view.link, "waiting");
  }
});

test("what does not belong where it comes ends the connection", () => {
  const meeting = new Meeting().join();
  meeting.receive({ case: "asked", value: create(AskedSchema, {}) });
  assert.equal(meeting.view.link, "refused");
  const early = new Meeting();
  early.step({ kind: "woken" });
  early.step({ kind: "opened", nonce });
  early.state(1);
  assert.equal(early.view.link, "refused");
});

test("a refusal falls on what hangs on it", () => {
  const meeting = new Meeting().join();
  meeting.next(1);
  meeting.next(2);
  const effects = meeting.receive({ case: "answer", value: create(AnswerSchema, { commandId: 1, outcome: { case: "refused", value: Reason.MOVED_ON } }) });
  assert.deepEqual(effects.flatMap((effect) => (effect.kind === "settled" ? [effect.settled.ticket] : [])), [1, 2]);
});

test("of 65 presses without an answer the last is refused", () => {
  const meeting = new Meeting().join();
  for (let ticket = 1; ticket <= 64; ++ticket) meeting.next(ticket);
  assert.deepEqual(kinds(meeting.next(65)), ["settled"]);
});

test("what was not asked for is not kept, and what is kept has bounds", () => {
  const cache = new DeckCache();
  cache.takeOutline(create(OutlineSchema, { deck: "d", slides: [{ h: 1 }] }));
  assert.equal(cache.get({ kind: "outline", deck: "d" }), undefined);
  const html = "x".repeat(1 << 20);
  for (let number = 1; number <= 20; ++number) {
    cache.want({ kind: "slide", deck: "d", number, step: 0 });
    cache.takeSlide(create(SlideSchema, { deck: "d", number, html }));
  }
  const kept = Array.from({ length: 20 }, (_, i) => cache.get({ kind: "slide", deck: "d", number: i + 1, step: 0 })).filter(Boolean);
  assert.equal(kept.length, 8);
  for (let number = 1; number <= 1000; ++number) cache.want({ kind: "notes", deck: "d", number });
  assert.equal(cache.outstanding().length, DeckCache.keptParts);
});

test("what cannot be had may be asked for again later", () => {
  const cache = new DeckCache();
  const part = { kind: "notes", deck: "d", number: 1 } as const;
  assert.equal(cache.want(part), true);
  assert.equal(cache.want(part), false);
  cache.takeUnavailable(create(UnavailableSchema, { deck: "d", number: 1, message: "not now" }));
  assert.equal(cache.get(part)?.missing, "not now");
  assert.equal(cache.want(part), true);
});
