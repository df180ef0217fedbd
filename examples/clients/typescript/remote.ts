// A remote for Lectern in one file, written from docs/protocol.md alone.
//
//   node remote.js [--at HOST:PORT] status | next | previous | goto H[.V] | watch
//
// It needs npm's `ws`; a browser has WebSocket of its own. The exit code is 0 once the audience sees it, 1 where
// the presenter refuses, and 3 where there is none.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import WebSocket from "ws";

const subprotocol = "lectern.v1.json";
const pressLastsMs = 2000; // later than this a press is not meant any more
const finalCodes = [4000, 4001, 4002]; // trying again changes nothing

// What is 0, false or empty may be left out of a message. 64-bit numbers are strings.
export interface Position { h: number; v?: number; step?: number; holding?: string }
export interface State {
  revision: number; epoch: number; deck: string; position: Position; black?: boolean;
  frozen?: { since: number };
}
export interface Slide { h: number; v?: number; title?: string; uncounted?: boolean }
export interface Outline { deck: string; title?: string; slides: Slide[] }
export interface Answer { commandId: number; accepted?: number; refused?: string; message?: string }
export interface Welcome { version: number; epoch: number; sentMs?: string }
export interface ServerMessage {
  welcome?: Welcome; state?: State; presented?: { revision?: number }; answer?: Answer; outline?: Outline;
}
export type Action = { step: object } | { goTo: { h: number; v: number } };
type Command = { id: number; epoch: number; expiresMs: string } & Action;

/** What lets the programs of the presenter's own user drive; empty where there is none, and never for another machine. */
function operatorsToken(at: string): string {
  const [host, port] = at.split(":");
  if (host !== "127.0.0.1") return "";
  const home = process.env.XDG_STATE_HOME || `${homedir()}/.local/state`;
  try {
    return readFileSync(`${process.env.XDG_RUNTIME_DIR || home}/lectern/operator-${port}`, "utf8");
  } catch {
    return "";
  }
}

/** There is no presenter to speak of. */
export class Gone extends Error {}

/** What a client knows, and one connection after another. `take` is all that makes anything of a message. */
export class Remote {
  welcome?: Welcome;
  state?: State;
  outline?: Outline;
  presented = 0;

  private socket?: WebSocket;
  private readonly clientId = randomBytes(16).toString("hex"); // kept over reconnects
  private readonly unanswered = new Map<number, Command>();
  private readonly answers = new Map<number, Answer>();
  private lastId = 0;
  private clockAheadMs = 0; // the presenter's clock, less ours
  private helloSentMs = 0;
  private attempts = 0;
  private gone?: Gone;
  private waiting: (() => void)[] = [];

  constructor(private readonly at: string, private readonly name = "an example in TypeScript") {}

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
    const socket = new WebSocket(`ws://${this.at}/v1/session`, subprotocol, { perMessageDeflate: false });
    this.socket = socket;
    socket.on("open", () => this.greet());
    socket.on("message", (data) => {
      this.take(JSON.parse(data.toString()) as ServerMessage);
      this.tell();
    });
    socket.on("error", () => undefined); // `close` follows
    socket.on("close", (code, reason) => this.lost(code, reason.toString()));
  }

  private lost(code: number, reason: string): void {
    if (this.gone) return;
    if (finalCodes.includes(code)) this.gone = new Gone(reason);
    if (++this.attempts > 4) this.gone = new Gone(`no presenter answers at ${this.at}`);
    const pauseMs = Math.min(250 * 2 ** (this.attempts - 1), 5000) * (0.5 + Math.random());
    if (!this.gone) setTimeout(() => this.open(), pauseMs);
    this.tell();
  }

  private greet(): void {
    this.helloSentMs = performance.now();
    const hello = { versionMin: 1, versionMax: 1, clientId: this.clientId, clientName: this.name };
    this.send({ hello: { ...hello, role: "ROLE_CONTROLLER", operatorToken: operatorsToken(this.at) } });
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Kinds that are not known, such as those of a later version, are passed over. */
  take(message: ServerMessage): void {
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

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const at = words[0] === "--at" ? (words.splice(0, 2)[1] ?? "") : "127.0.0.1:7070";
  const [verb = "status", target = ""] = words;
  const remote = new Remote(at);
  try {
    process.exitCode = await run(remote, verb, target);
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    console.error(error.message);
    process.exitCode = 3;
  }
  remote.close();
}

if (require.main === module) void main();
