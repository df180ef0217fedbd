// What this device keeps for this presenter: a browser's storage is by the origin of the page. Where it has none, or the user
// forbids it, everything lasts as long as the page.
import { Role } from "lectern/v1/session_pb";
import type { Device } from "./agreement";
import { fromBase64url, toBase64url } from "./bytes";

const memory = new Map<string, string>();

export function keep(name: string, value: string | undefined): void {
  if (value === undefined) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === undefined) localStorage.removeItem(`lectern.${name}`);
    else localStorage.setItem(`lectern.${name}`, value);
  } catch {
    // This page's only, then.
  }
}

export function kept(name: string): string | undefined {
  try {
    return memory.get(name) ?? localStorage.getItem(`lectern.${name}`) ?? undefined;
  } catch {
    return memory.get(name);
  }
}

/** A device, and the most that it is granted. */
export interface KeptDevice extends Device { role: Role }

export function keepDevice(device: KeptDevice | undefined): void {
  keep("device", device && JSON.stringify({ ...device, key: toBase64url(device.key) }));
}

export function keptDevice(): KeptDevice | undefined {
  try {
    const { number, key, role } = JSON.parse(kept("device") ?? "") as Record<string, unknown>;
    const bytes = typeof key === "string" ? fromBase64url(key) : undefined;
    if (typeof number === "number" && number > 0 && bytes?.length === 32 && typeof role === "number" && role in Role)
      return { number, key: bytes, role };
  } catch {
    // Nothing that was kept by us.
  }
  return undefined;
}
