// One WebSocket to the presenter that served this page, sealed once that is wanted. Knows nothing of what it carries.
import { openSocket, takeEarly } from "./early";
import { connectTimeoutMs } from "./limits";
import { Seal } from "./seal";
import { type Incoming, type Outgoing, decode, encode } from "./wire";
import { closedBecause } from "./words";

export interface Hears {
  opened(): void;
  received(message: Incoming): void;
  garbled(): void;
  lost(trouble: string, closeCode: number): void;
}

export class Socket {
  private readonly socket: WebSocket;
  private toPresenter?: Seal;
  private toClient?: Seal;
  private readonly patience: ReturnType<typeof setTimeout>;
  private isOpen = false;

  /** `origin` is that of the page: http://HOST:PORT. */
  constructor(origin: string, private hears: Hears | undefined, patienceMs = connectTimeoutMs) {
    this.socket = takeEarly() ?? openSocket(origin);
    this.patience = setTimeout(() => this.isOpen || this.lose(0), patienceMs);
    if (this.socket.readyState === WebSocket.OPEN) setTimeout(() => this.opened());
    this.socket.onopen = () => this.opened();
    this.socket.onmessage = ({ data }: MessageEvent<unknown>) => this.read(data);
    this.socket.onclose = ({ code }) => this.lose(code);
  }

  private opened(): void {
    this.isOpen = true;
    this.hears?.opened();
  }

  get isConnecting(): boolean {
    return this.socket.readyState === WebSocket.CONNECTING;
  }

  send(message: Outgoing): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    const bytes = encode(message);
    this.socket.send(this.toPresenter?.close(bytes) ?? bytes);
  }

  /** From the next message on, in both directions. */
  seal(toPresenter: Uint8Array, toClient: Uint8Array): void {
    this.toPresenter = new Seal(toPresenter);
    this.toClient = new Seal(toClient);
  }

  /** Nothing more is heard of it. */
  close(): void {
    this.hears = undefined;
    clearTimeout(this.patience);
    this.socket.close();
  }

  /** As if it had broken. */
  abandon(): void {
    this.lose(0);
  }

  private read(data: unknown): void {
    const sealed = data instanceof ArrayBuffer ? new Uint8Array(data) : undefined;
    const bytes = sealed && this.toClient ? this.toClient.open(sealed) : sealed;
    const message = bytes && decode(bytes);
    if (message === "unknown") return;
    if (message) this.hears?.received(message);
    else this.hears?.garbled();
  }

  private lose(code: number): void {
    const hears = this.hears;
    this.close();
    const isPresenters = code === 1001 || code >= 4000;
    if (isPresenters) hears?.lost(closedBecause(code), code);
    else hears?.lost(this.isOpen ? "the connection broke" : "no presenter answers", 0);
  }
}
