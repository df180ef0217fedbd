// What tests/vectors and tests/golden/wire say of clients in every language.
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { source } from "./folders";

export type Event = Record<string, unknown> & { do: string };
interface Vectors { cases: { name: string; events: Event[] }[] }

export const readJson = (path: string): unknown => JSON.parse(readFileSync(source(path), "utf8"));

/** A test a case, whose events are given to what `begin` makes for it. */
export function holds(file: string, begin: () => (event: Event) => void): void {
  for (const { name, events } of (readJson(`tests/vectors/${file}`) as Vectors).cases)
    test(name, () => {
      const take = begin();
      for (const event of events) take(event);
    });
}

export interface Fixture { name: string; message: "ClientMessage" | "ServerMessage"; bytes: Uint8Array; json: unknown }

export function fixtures(): Fixture[] {
  return readdirSync(source("tests/golden/wire")).filter((name) => name.endsWith(".json")).map((name) => {
    const { message, bytes, json } = readJson(`tests/golden/wire/${name}`) as { message: Fixture["message"]; bytes: string; json: unknown };
    return { name, message, bytes: Uint8Array.from(bytes.split(/\s+/), (digits) => parseInt(digits, 16)), json };
  });
}
