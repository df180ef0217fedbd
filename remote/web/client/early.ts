// A connection that is opened while the page's own script is still on its way, which takes some time on a slow phone.
import { sessionPath, subprotocol } from "./limits";

/** The presenter waits no longer than 5 s for whoever says nothing. */
const goodForMs = 3000;

declare global {
  interface Window { early?: { socket: WebSocket; since: number } }
}

export function openSocket(origin: string): WebSocket {
  const socket = new WebSocket(origin.replace(/^http/, "ws") + sessionPath, subprotocol);
  socket.binaryType = "arraybuffer";
  return socket;
}

export function openEarly(): void {
  window.early = { socket: openSocket(location.origin), since: performance.now() };
}

/** Once; undefined: there is none that is still good. */
export function takeEarly(): WebSocket | undefined {
  const { early } = window;
  window.early = undefined;
  const isGood = early && early.socket.readyState <= WebSocket.OPEN && performance.now() - early.since < goodForMs;
  if (!isGood) early?.socket.close();
  return isGood ? early.socket : undefined;
}
