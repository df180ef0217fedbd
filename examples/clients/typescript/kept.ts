// What there is on the disk: the operator's token, and the devices that were let in.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { type Device, bytesToHex, hexToBytes, randomBytes } from "./pairing";

function stateHome(): string {
  return process.env.XDG_STATE_HOME || `${homedir()}/.local/state`;
}

/** What lets the programs of the presenter's own user drive; empty where there is none, and never for another machine. */
export function operatorsToken(at: string): string {
  const [host, port] = at.split(":");
  if (host !== "127.0.0.1") return "";
  try {
    return readFileSync(`${process.env.XDG_RUNTIME_DIR || stateHome()}/lectern/operator-${port}`, "utf8");
  } catch {
    return "";
  }
}

const keptIn = () => `${stateHome()}/lectern/example-typescript.json`;
type Kept = Record<string, { device: number; key: string }>;

function allKept(): Kept {
  try {
    return JSON.parse(readFileSync(keptIn(), "utf8")) as Kept;
  } catch {
    return {};
  }
}

export function keptDevice(at: string): Device | undefined {
  const kept = allKept()[at];
  return kept && { number: kept.device, key: hexToBytes(kept.key) };
}

/** In a file that nobody but its user can read, at once or not at all. */
export function keepDevice(at: string, device: Device): void {
  mkdirSync(`${stateHome()}/lectern`, { recursive: true, mode: 0o700 });
  const all: Kept = { ...allKept(), [at]: { device: device.number, key: bytesToHex(device.key) } };
  const fresh = `${keptIn()}.${bytesToHex(randomBytes(8))}`;
  writeFileSync(fresh, JSON.stringify(all, null, 1), { mode: 0o600, flag: "wx" });
  renameSync(fresh, keptIn());
}
