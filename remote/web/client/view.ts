// What a client knows of its presenter.
import type { Outline } from "lectern/v1/deck_pb";
import { Role, type State } from "lectern/v1/session_pb";
import type { Pairing, Pointer, Recorded, Roster } from "lectern/v1/wire_pb";

export type Link =
  | "connecting"
  | "connected" // Welcome and the first state are here
  | "waiting" // the last attempt failed or the connection broke; the next attempt comes by itself
  | "refused"; // trying again would change nothing, so nothing is tried

/** A value: another object after every change. Kept over a broken connection, as the last that was known. */
export interface View {
  readonly link: Link;
  /** Why `waiting` or `refused`, for a person; empty while connected. */
  readonly trouble: string;
  /** That came with it; 0: none. */
  readonly closeCode: number;
  readonly state?: State;
  /** Connections that came to a state. */
  readonly connectionCount: number;
  /** 0: nothing yet in this epoch. */
  readonly presented: number;
  /** On the stage, whoever points. */
  readonly pointer?: Pointer;
  /** Our own. */
  readonly clientId: string;
  /** That we are, where we were paired; else 0. */
  readonly device: number;
  /** That the presenter grants us. */
  readonly role: Role;
  /** Not told (yet), as a follower never is. */
  readonly roster?: Roster;
  /** Not told (yet), as only the operator is. */
  readonly pairing?: Pairing;
  /** By the presenter, for its next start. */
  readonly recorded?: Recorded;
  /** The presenter's clock − ours. */
  readonly aheadMs: number;
  /** Of the deck in `state`, once it is here. */
  readonly outline?: Outline;
  /** Counts what came of decks, so that whoever looks into the cache looks again. */
  readonly partCount: number;
}

export function firstView(clientId: string, device: number): View {
  return {
    link: "connecting", trouble: "", closeCode: 0, connectionCount: 0, presented: 0, clientId, device, role: Role.FOLLOWER,
    aheadMs: 0, partCount: 0,
  };
}
