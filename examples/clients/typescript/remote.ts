// A remote for Lectern, written from docs/protocol.md alone.
//
//   node remote.js [--at HOST:PORT] status | next | previous | goto H[.V] | watch
//   node remote.js [--name NAME] pair      reads an invitation, which is what the QR code says, from standard input
//
// On the display machine it drives by the token of the user who runs the presenter. From another one it has to be let in
// first, by `pair`, and does as a phone does: plain HTTP, on which everything is sealed from then on. It needs npm's `ws`; a
// browser has WebSocket of its own. The exit code is 0 once the audience sees it, 1 where the presenter refuses, and 3 where
// there is none.
import { readFileSync } from "node:fs";
import WebSocket from "ws";
import { keepDevice, keptDevice, operatorsToken } from "./kept";
import {
  type Agreement, type Device, Seal, agreeOnDevice, agreeOnToken, bytesToHex, fromBase64, randomBytes, readInvitation,
  toBase64, utf8ToBytes,
} from "./pairing";

const subprotocol = "lectern.v1.json";
const pressLastsMs = 2000; // later than this a press is not meant any more
const finalCodes = [4000, 4001, 4002, 4006, 4020, 4021, 4022, 4023, 4024]; // trying again changes nothing
const controller = 4; // among the roles

// What is 0, false or empty may be left out of a message. 64-bit numbers are strings.
export interface Position { h: number; v?: number; step?: number; holding?: string }
export interface State {
  revision: number; epoch: number; deck: string; position: Position; black?: boolean;
  frozen?: { since: number };
}
export interface Slide { h: number; v?: number; title?: string; uncounted?: boolean }
export interface Outline { deck: string; title?: string; slides: Slide[] }
export interface Answer { commandId: number; accepted?: number; refused?: string; message?: string }
export interface Welcome { version: number; epoch: number; sentMs?: string; proof?: string }
export interface Challenge { nonce: string }
export interface ServerMessage {
  challenge?: Challenge; asked?: { proof: string }; paired?: { device: number; role: string };
  welcome?: Welcome; state?: State; presented?: { revision?: number }; answer?: Answer; outline?: Outline;
}
export type Action = { step: object } | { goTo: { h: number; v: number } };
type Command = { id: number; epoch: number; expiresMs: string } & Action;

/** There is no presenter to speak of. */
export class Gone extends Error {}

/** There is one, and it says why not. */
export class Refused extends Error {}

const open = (at: string) => new WebSocket(`ws://${at}/v1/session`, subprotocol, { perMessageDeflate: false });

/** What a client knows, and one connection after another. `take` is all that makes anything of a message. */
export class Remote {
  welcome?: Welcome;
  state?: State;
  outline?: Outline;
  presented = 0;

  private socket?: WebSocket;
  private readonly clientId = bytesToHex(randomBytes(16)); // kept over reconnects
  private readonly unanswered = new Map<number, Command>();
  private readonly answers = new Map<number, Answer>();
  private lastId = 0;
  private clockAheadMs = 0; // the presenter's clock, less ours
  private helloSentMs = 0;
  private attempts = 0;
  private gone?: Gone | Refused;
  private nonce = new Uint8Array(32);
  private agreement?: Agreement; // of a device, from its Prove on; everything is sealed then
  private toPresenter?: Seal;
  private toClient?: Seal;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly at: string,
    private readonly name = "an example in TypeScript",
    private readonly device?: Device,
  ) {}

  /** Keeps connected from now on; settles at the first state. */
  async connect(): Promise<void> {
    this.open();
    await this.until(() => this.state !== undefined);
  }

  close(): void {
    this.gone = new Gone("closed");
    this.socket?.close(1000);
  }

  private open(): void {
    const socket = open(this.at);
    this.socket = socket;
    socket.on("open", () => this.greet());
    socket.on("message", (data) => this.read(data as Buffer));
    socket.on("error", () => undefined); // `close` follows
    socket.on("close", (code, reason) => this.lost(code, reason.toString()));
  }

  private lost(code: number, reason: string): void {
    if (this.gone) return;
    if (finalCodes.includes(code)) this.gone = new Refused(reason);
    else if (++this.attempts > 4) this.gone = new Gone(`no presenter answers at ${this.at}`);
    const pauseMs = Math.min(250 * 2 ** (this.attempts - 1), 5000) * (0.5 + Math.random());
    if (!this.gone) setTimeout(() => this.open(), pauseMs);
    this.tell();
  }

  private greet(): void {
    this.helloSentMs = performance.now();
    this.agreement = this.toPresenter = this.toClient = undefined;
    this.nonce = randomBytes(32);
    const hello = { versionMin: 1, versionMax: 1, clientId: this.clientId, clientName: this.name, role: "ROLE_CONTROLLER" };
    const proving = this.device && { device: this.device.number, nonce: toBase64(this.nonce) };
    this.send({ hello: { ...hello, ...(proving ?? { operatorToken: operatorsToken(this.at) }) } });
  }

  private prove(device: Device, challenge: Challenge): void {
    const agreement = agreeOnDevice(device, fromBase64(challenge.nonce), this.nonce, this.clientId, controller);
    this.send({ prove: { proof: toBase64(agreement.proof("client")) } });
    this.agreement = agreement;
    this.toPresenter = new Seal(agreement.derive("to presenter"));
    this.toClient = new Seal(agreement.derive("to client"));
  }

  private send(message: object): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    const text = JSON.stringify(message);
    this.socket.send(this.toPresenter ? this.toPresenter.close(utf8ToBytes(text)) : text);
  }

  private read(data: Buffer): void {
    const message = this.opened(data);
    if (message) this.take(message);
    else this.breakOff("what comes is not what the presenter sent");
    this.tell();
  }

  private opened(data: Buffer): ServerMessage | undefined {
    try {
      const text = this.toClient ? Buffer.from(this.toClient.open(data)) : data;
      return JSON.parse(text.toString()) as ServerMessage;
    } catch {
      return undefined;
    }
  }

  private breakOff(why: string): void {
    this.gone = new Gone(why);
    this.socket?.close(4000);
  }

  /** Kinds that are not known, such as those of a later version, are passed over. */
  take(message: ServerMessage): void {
    if (message.challenge && this.device) this.prove(this.device, message.challenge);
    if (message.welcome) this.welcomed(message.welcome);
    if (message.state) this.state = message.state;
    if (message.presented) this.presented = message.presented.revision ?? 0;
    if (message.outline) this.outline = message.outline;
    if (message.answer) {
      this.answers.set(message.answer.commandId, message.answer);
      this.unanswered.delete(message.answer.commandId);
    }
  }

  private welcomed(welcome: Welcome): void {
    if (this.device && !this.agreement?.isProof("presenter", fromBase64(welcome.proof ?? "")))
      return this.breakOff("what answers there does not know this device's key");
    // The presenter read its clock about half-way between our hello and now.
    this.clockAheadMs = Number(welcome.sentMs ?? 0) - (this.helloSentMs + performance.now()) / 2;
    // What was meant for another run of the presenter is not meant for this one.
    if (this.welcome && this.welcome.epoch !== welcome.epoch) this.unanswered.clear();
    this.welcome = welcome;
    this.presented = 0;
    this.attempts = 0;
    // As it was: if it had arrived, it is answered again and not done again.
    for (const command of this.unanswered.values()) this.send({ command });
  }

  private tell(): void {
    for (const look of this.waiting.splice(0)) look();
  }

  /** The next change of anything. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.gone) throw this.gone;
      await this.changed();
    }
  }

  /** Sends a command and waits for its answer and, where it is accepted, until the audience sees it. */
  async press(action: Action): Promise<Answer> {
    const id = ++this.lastId;
    const expiresMs = Math.round(performance.now() + this.clockAheadMs + pressLastsMs).toString();
    const command = { id, epoch: this.welcome!.epoch, expiresMs, ...action };
    this.unanswered.set(id, command);
    this.send({ command });
    await this.until(() => !this.unanswered.has(id));
    const answer = this.answers.get(id) ?? { commandId: id, message: "the presenter was started again" };
    this.answers.delete(id);
    const revision = answer.accepted;
    if (revision !== undefined) await this.until(() => this.isShown(revision));
    return answer;
  }

  /** Nobody waits for what a frozen stage holds back. */
  private isShown(revision: number): boolean {
    const held = this.state!.frozen?.since ?? revision;
    return this.state!.revision >= revision && this.presented >= Math.min(revision, held);
  }

  /** From the place in the newest state, so that two people who press at once move one slide, not two. */
  step(direction: "NEXT" | "PREVIOUS"): Promise<Answer> {
    const start = { deck: this.state!.deck, from: this.state!.position };
    return this.press({ step: { direction: `DIRECTION_${direction}`, ...start } });
  }

  async knowTheDeck(): Promise<void> {
    if (this.outline?.deck === this.state!.deck) return;
    this.send({ deckRequest: { deck: this.state!.deck, outline: {} } });
    await this.until(() => this.outline?.deck === this.state!.deck);
  }

  /** Such as "2 of 28 · 1.2 · This evening · black". */
  line(): string {
    const { h, v = 0 } = this.state!.position;
    const slides = this.outline!.slides;
    const index = slides.findIndex((slide) => slide.h === h && (slide.v ?? 0) === v);
    const count = Math.max(...slides.map((slide, i) => (slide.uncounted ? 0 : i + 1)));
    const words = [`${index + 1} of ${count}`, v ? `${h}.${v}` : `${h}`, slides[index]?.title ?? ""];
    return words.concat(this.state!.black ? ["black"] : []).join(" · ");
  }
}

/** The two that both screens show. */
function wordsOf(agreement: Agreement): string {
  const words = readFileSync(`${__dirname}/words.txt`, "utf8").split("\n");
  return agreement.words().map((place) => words[place]).join(" ");
}

/** Asks to be let in; settles once the operator has said yes or no. */
function beLetIn(at: string, token: Uint8Array, name: string): Promise<[Device, string]> {
  return new Promise((resolve, reject) => {
    const socket = open(at);
    const nonce = randomBytes(32);
    let agreement: Agreement | undefined;
    let isThePresenter = false;
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on("open", () => say({ pair: { by: "BY_TOKEN", name, nonce: toBase64(nonce) } }));
    socket.on("message", (data) => {
      const { challenge, asked, paired } = JSON.parse(data.toString()) as ServerMessage;
      if (challenge) {
        agreement = agreeOnToken(token, fromBase64(challenge.nonce), nonce, name);
        return say({ prove: { proof: toBase64(agreement.proof("client")) } });
      }
      isThePresenter ||= agreement?.isProof("presenter", fromBase64(asked?.proof ?? "")) ?? false;
      if (!agreement || !isThePresenter) reject(new Refused("what answers there does not know the invitation"));
      else if (asked)
        return console.log(`if the display machine shows “${wordsOf(agreement)}” too, have this device accepted there`);
      else if (paired) resolve([{ number: paired.device, key: agreement.derive("device key") }, paired.role]);
      socket.close(1000);
    });
    socket.on("error", () => undefined); // `close` follows
    socket.on("close", (code, reason) =>
      reject(code >= 4000 ? new Refused(reason.toString()) : new Gone(`no presenter answers at ${at}`)));
  });
}

async function pair(url: string, name: string): Promise<void> {
  const invitation = readInvitation(url);
  if (!invitation) throw new Refused("that is no invitation: http://HOST:PORT/remote#v1.…");
  const [device, role] = await beLetIn(invitation.at, invitation.token, name);
  keepDevice(invitation.at, device);
  console.log(`let in as ${role.replace("ROLE_", "").toLowerCase()}; drive with --at ${invitation.at}`);
}

function goTo(address: string): Action {
  const [h, v] = address.split(".").map(Number);
  return { goTo: { h: h ?? 1, v: v ?? 0 } };
}

async function run(remote: Remote, verb: string, target: string): Promise<number> {
  await remote.connect();
  let answer: Answer | undefined;
  if (verb === "next" || verb === "previous") answer = await remote.step(verb === "next" ? "NEXT" : "PREVIOUS");
  if (verb === "goto") answer = await remote.press(goTo(target));
  if (answer && answer.accepted === undefined) {
    console.error("refused:", answer.message);
    return 1;
  }
  for (let last = ""; ; await remote.changed()) {
    await remote.knowTheDeck();
    const line = remote.line();
    if (line !== last) console.log(line);
    if (verb !== "watch") return 0;
    last = line;
  }
}

/** Takes an option and its value out of the words. */
function option(words: string[], name: string, otherwise: string): string {
  const place = words.indexOf(name);
  return place < 0 ? otherwise : (words.splice(place, 2)[1] ?? "");
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const at = option(words, "--at", "127.0.0.1:7070");
  const name = option(words, "--name", "an example in TypeScript");
  const [verb = "status", target = ""] = words;
  const remote = new Remote(at, name, keptDevice(at));
  try {
    if (verb === "pair") await pair(readFileSync(0, "utf8").trim(), name);
    else process.exitCode = await run(remote, verb, target);
  } catch (error) {
    if (!(error instanceof Gone) && !(error instanceof Refused)) throw error;
    console.error(error instanceof Refused ? `refused: ${error.message}` : error.message);
    process.exitCode = error instanceof Refused ? 1 : 3;
  }
  remote.close();
}

if (require.main === module) void main();
