// Stands between a page and the presenter: carries, holds everything back (the cable is out, and nobody is told), or cuts. To the
// page it is a presenter at another address of this machine, so it says the presenter's own in what it carries. It may be slow, as a
// bad mobile network is.
import { type Server, type Socket, connect, createServer } from "node:net";

/** Each way takes so long, at random up to so much more or less, and so many bytes a second go each way on all connections together. */
export interface Slow { wayMs: number; jitterMs?: number; bytesPerSecond?: number }

/** One way of a slow network. What comes first leaves first. */
class Lane {
  private freeAt = 0;
  private lastAt = 0;
  private readonly queue: { bytes: Buffer; to: Socket; at: number }[] = [];

  constructor(private readonly slow: Slow | undefined) {}

  carry(bytes: Buffer, to: Socket): void {
    if (!this.slow) return void to.write(bytes);
    const { wayMs, jitterMs = 0, bytesPerSecond = Infinity } = this.slow;
    this.freeAt = Math.max(this.freeAt, performance.now()) + (bytes.length / bytesPerSecond) * 1000;
    this.lastAt = Math.max(this.lastAt, this.freeAt + wayMs + (2 * Math.random() - 1) * jitterMs);
    this.queue.push({ bytes, to, at: this.lastAt });
    if (this.queue.length === 1) this.wait();
  }

  private wait(): void {
    const [first] = this.queue;
    if (first) setTimeout(() => this.leave(), Math.max(first.at - performance.now(), 0));
  }

  private leave(): void {
    while (this.queue[0] && this.queue[0].at <= performance.now() + 1) {
      const { bytes, to } = this.queue.shift()!;
      if (to.writable) to.write(bytes);
    }
    this.wait();
  }
}

export class Proxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private isHeld = false;
  private readonly server: Server;
  private readonly there: Lane;
  private readonly back: Lane;

  private constructor(readonly host: string, private readonly behind: string, readonly port: number, slow?: Slow) {
    this.there = new Lane(slow);
    this.back = new Lane(slow);
    this.server = createServer((near) => this.carry(near));
  }

  /** On another address of the loopback interface, at the presenter's port; addresses are of one length. */
  static async start(host: string, behind: string, port: number, slow?: Slow): Promise<Proxy> {
    const proxy = new Proxy(host, behind, port, slow);
    await new Promise<void>((resolve, reject) => proxy.server.once("error", reject).listen(port, host, resolve));
    return proxy;
  }

  private carry(near: Socket): void {
    const far = connect(this.port, this.behind);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    let isHead = true; // of the first request, and of each later one that is no WebSocket's
    near.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      isHead = isHead || /^(GET|POST) /.test(text);
      const ours = `${this.host}:${this.port}`;
      this.there.carry(isHead ? Buffer.from(text.replaceAll(ours, `${this.behind}:${this.port}`), "latin1") : bytes, far);
      isHead = false;
    });
    far.on("data", (bytes) => this.back.carry(bytes, near));
    for (const [one, other] of [pair, [far, near]] as const)
      one.on("error", () => undefined).on("close", () => {
        this.pairs.delete(pair);
        other.destroy();
      });
    if (this.isHeld) for (const each of pair) each.pause();
  }

  /** From now on nothing passes, in either direction, and nobody is told. */
  hold(): void {
    this.isHeld = true;
    for (const pair of this.pairs) for (const each of pair) each.pause();
  }

  letGo(): void {
    this.isHeld = false;
    for (const pair of this.pairs) for (const each of pair) each.resume();
  }

  /** Every connection breaks. */
  cut(): void {
    for (const [near, far] of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  async end(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
