// The real programs: the presenter, headless on a free port of the loopback interface, and lectern-remote.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { bin, source, temporaryFolder } from "./folders";

export const patienceMs = Number(process.env.LECTERN_PATIENCE_MS ?? 30_000); // for what comes at once unless something is broken

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** A program whose output is read line by line. */
export class Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  private readonly lines: string[] = [];
  private isOver = false;
  private tell = () => {};

  constructor(command: string, words: string[], environment: NodeJS.ProcessEnv) {
    this.child = spawn(command, words, { env: environment, stdio: ["pipe", "pipe", "inherit"] });
    running.add(this.child);
    this.ended = new Promise((resolve) => this.child.on("close", (code) => {
      running.delete(this.child);
      this.isOver = true;
      this.tell();
      resolve(code);
    }));
    createInterface({ input: this.child.stdout! }).on("line", (line) => {
      this.lines.push(line);
      this.tell();
    });
  }

  /** The next line that holds; those before it are passed over. Throws where none comes. */
  async line(holds: (line: string) => boolean): Promise<string> {
    const until = Date.now() + patienceMs;
    for (let last = "none"; ;) {
      for (let line = this.lines.shift(); line !== undefined; line = this.lines.shift()) {
        if (holds(line)) return line;
        last = line;
      }
      if (this.isOver || Date.now() > until) throw new Error(`the line did not come; the last was ${last}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, until - Date.now() + 1);
        this.tell = () => { clearTimeout(timer); resolve(); };
      });
    }
  }

  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}

export interface Show {
  /** A file or a folder; the council's example where there is none. */
  deck?: string;
  options?: string[];
  /** Another run of a presenter that ended, with what that one left on the disk. */
  again?: Presenter;
}

/** What lectern-remote says of where the show stands. */
export interface Told {
  revision: number; presented_revision: number; number: number; count: number; slide: string; title: string; black: boolean;
  frozen: boolean; holding: string; qa: { phase: string; limit: number; remaining: number };
  driver: { name: string; locked: boolean } | null;
  pointer: { kind: string; x: number; y: number };
  [name: string]: unknown;
}

/** What the operator is told of who may come in. */
export interface Pairing {
  window: { pin: string; invitations: string[] } | null;
  asking: { device: number; name: string; words: string }[];
  devices: { device: number; name: string; role: string; pinned: boolean }[];
}

export class Presenter {
  readonly origin: string;

  private constructor(readonly program: Program, readonly port: number, readonly state: string) {
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async start({ deck = source("examples/council/slides.md"), options = [], again }: Show = {}): Promise<Presenter> {
    const state = again?.state ?? temporaryFolder();
    const port = again ? String(again.port) : "0";
    const program = new Program(bin("lectern-presenter"),
      [deck, "--headless", ...(options.includes("--size") ? [] : ["--size", "640x360"]), "--port", port, ...options], environmentIn(state));
    const ready = await program.line((line) => line.startsWith("ready "));
    return new Presenter(program, Number(/:(\d+)\//.exec(ready)![1]), state);
  }

  end(signal?: NodeJS.Signals): Promise<void> {
    return this.program.end(signal);
  }

  private words(words: string[]): string[] {
    return ["--host", `127.0.0.1:${this.port}`, ...words];
  }

  /** lectern-remote with these words, to its end; what it prints. Throws where it does not exit with 0. */
  async remote(...words: string[]): Promise<string> {
    const ran = await promisify(execFile)(bin("lectern-remote"), this.words(words),
      { env: environmentIn(this.state), timeout: patienceMs });
    return ran.stdout;
  }

  /** lectern-remote that goes on until it is ended. */
  remoteThatStays(...words: string[]): Program {
    return new Program(bin("lectern-remote"), this.words(words), environmentIn(this.state));
  }

  async status(): Promise<Told> {
    return JSON.parse(await this.remote("status", "--json")) as Told;
  }

  /** Where the show stands, once that holds of it and the audience sees it. */
  async until(holds: (told: Told) => boolean): Promise<Told> {
    const watch = this.remoteThatStays("watch", "--json");
    try {
      const line = await watch.line((said) => {
        const told = JSON.parse(said) as Told;
        return told.presented_revision >= told.revision && holds(told);
      });
      return JSON.parse(line) as Told;
    } finally {
      await watch.end();
    }
  }

  /** Anew, with another PIN and code. */
  async openPairing(): Promise<Operator> {
    await this.remote("pairing", "close").catch(() => undefined); // it may be closed
    const operator = new Operator(this);
    await operator.until((pairing) => pairing.window !== null);
    return operator;
  }
}

/** Who sits at the display machine and says who may come in. */
export class Operator {
  newest: Pairing = { window: null, asking: [], devices: [] };
  private readonly program: Program;
  private readonly accepted = new Set<number>();

  constructor(private readonly presenter: Presenter) {
    this.program = presenter.remoteThatStays("pairing", "open", "--json");
  }

  get window() {
    return this.newest.window!;
  }

  async until(holds: (pairing: Pairing) => boolean): Promise<Pairing> {
    if (!holds(this.newest))
      await this.program.line((line) => holds((this.newest = JSON.parse(line) as Pairing)));
    return this.newest;
  }

  /** Lets in whoever asks next; says what their two words are. */
  async accept(role: "follower" | "notes" | "timer" | "controller" = "controller"): Promise<string> {
    const isNew = ({ device }: { device: number }) => !this.accepted.has(device);
    const { asking } = await this.until((pairing) => pairing.asking.some(isNew));
    const { device, words } = asking.find(isNew)!;
    this.accepted.add(device);
    await this.presenter.remote("pairing", "accept", String(device), role);
    return words;
  }

  end(): Promise<void> {
    return this.program.end();
  }
}

/** Where what a presenter leaves for remotes and for its next start is nobody else's. */
function environmentIn(state: string): NodeJS.ProcessEnv {
  return { ...process.env, XDG_STATE_HOME: state, XDG_RUNTIME_DIR: state };
}
