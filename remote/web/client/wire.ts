// Messages ⇄ bytes. The only place, beside types, that knows protobuf.
import { type MessageInitShape, create, fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  type ClientMessage, ClientMessageSchema, type Pairing, type Roster, type ServerMessage, ServerMessageSchema,
} from "lectern/v1/wire_pb";
import type { Outline } from "lectern/v1/deck_pb";
import { type Position, QaTimer_Phase, type State } from "lectern/v1/session_pb";
import { maxDecks, maxPeople, maxServerMessageBytes, maxSlides } from "./limits";

export type Outgoing = NonNullable<Exclude<MessageInitShape<typeof ClientMessageSchema>["kind"], { case: undefined }>>;
export type Incoming = Exclude<ServerMessage["kind"], { case: undefined }>;

export function toMessage(kind: Outgoing): ClientMessage {
  return create(ClientMessageSchema, { kind } as MessageInitShape<typeof ClientMessageSchema>);
}

export function encode(kind: Outgoing): Uint8Array {
  return toBinary(ClientMessageSchema, toMessage(kind));
}

/**
 * undefined: it is no message of this protocol, or larger than any. "unknown": of a later version. What it says is within the
 * protocol's bounds, so that nobody who reads it has to ask again.
 */
export function decode(bytes: Uint8Array): Incoming | "unknown" | undefined {
  if (bytes.length > maxServerMessageBytes) return undefined;
  try {
    const { kind } = fromBinary(ServerMessageSchema, bytes, { readUnknownFields: false });
    if (kind.case === undefined) return "unknown";
    return isSound(kind) ? kind : undefined;
  } catch {
    return undefined;
  }
}

function isSound(kind: Incoming): boolean {
  switch (kind.case) {
    case "state": return isSoundState(kind.value);
    case "outline": return isSoundOutline(kind.value);
    case "roster": return isSoundRoster(kind.value);
    case "pairing": return isSoundPairing(kind.value);
    case "pointer": return [kind.value.x, kind.value.y].every((part) => part >= 0 && part <= 1) && kind.value.size >= 0;
    case "answer": return kind.value.outcome.case !== undefined;
    case "slide": return kind.value.number >= 1 && /^[0-9a-f]{0,64}$/.test(kind.value.picture);
    default: return true;
  }
}

const isSoundPosition = (position: Position | undefined): boolean =>
  position !== undefined && position.h >= 1 && Math.max(position.h, position.v, position.step) <= 100_000;

function isSoundState({ position, qa, decks, frozen, back }: State): boolean {
  return isSoundPosition(position) && qa !== undefined && qa.phase !== QaTimer_Phase.UNSPECIFIED && decks.length <= maxDecks
    && (!frozen || isSoundPosition(frozen.position)) && (!back || isSoundPosition(back));
}

function isSoundOutline({ slides }: Outline): boolean {
  return slides.length >= 1 && slides.length <= maxSlides
    && slides.every(({ h, v, stepCount }) => h >= 1 && Math.max(h, v, stepCount) <= 100_000);
}

const isSoundRoster = ({ entries }: Roster): boolean => entries.length <= maxPeople;

const isSoundPairing = ({ asking, devices }: Pairing): boolean => asking.length <= maxPeople && devices.length <= maxPeople;
