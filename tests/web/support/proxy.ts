// Stands between a page and the presenter: carries, holds everything back (the cable is out, and nobody is told), or cuts. To the
// page it is a presenter at another address of this machine, so it says the presenter's own in what it carries.
import { type Server, type Socket, connect, createServer } from "node:net";

export class Proxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private isHeld = false;
  private readonly server: Server;

  private constructor(readonly host: string, private readonly behind: string, readonly port: number) {
    this.server = createServer((near) => this.carry(near));
  }

  /** On another address of the loopback interface, at the presenter's port; addresses are of one length. */
  static async start(host: string, behind: string, port: number): Promise<Proxy> {
    const proxy = new Proxy(host, behind, port);
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
      far.write(isHead ? Buffer.from(text.replaceAll(`${this.host}:${this.port}`, `${this.behind}:${this.port}`), "latin1") : bytes);
      isHead = false;
    });
    far.on("data", (bytes) => near.write(bytes));
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
