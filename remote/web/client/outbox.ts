// Commands from press to answer: numbered, given an expiry, sent one after the other, sent again after a broken connection, and
// settled once each. Pure; times are on the presenter's clock.
import { type MessageInitShape } from "@bufbuild/protobuf";
import { type Answer, type CommandSchema, type Direction, Reason, type State } from "lectern/v1/session_pb";
import { maxRequestsInFlight } from "./limits";
import { neverSent, unconfirmedWords } from "./words";

export const stepPatienceMs = 2000; // a press of next or previous
export const commandPatienceMs = 10_000; // anything else

type AnyAction = NonNullable<Exclude<MessageInitShape<typeof CommandSchema>["action"], { case: undefined }>>;
export type Action = Exclude<AnyAction, { case: "step" }>;

/** What a person asks for. A step is given its start by the outbox. */
export type Press = { step: Direction } | { action: Action };

export interface Request { id: number; epoch: number; expiresMs: number; action: AnyAction }

export type Outcome = "accepted" | "refused" | "unconfirmed";

/** What became of a press. */
export interface Settled {
  /** Whoever pressed knows it by this. */
  ticket: number;
  outcome: Outcome;
  /** Where accepted. */
  revision?: number;
  /** Where refused. */
  reason?: Reason;
  /** Where not accepted, for a person. */
  message?: string;
}

interface Waiting {
  request: Request;
  ticket: number;
  moves: boolean; // the show
  isSent: boolean; // on this connection
  wasSent: boolean; // on any: it may have happened
}

/** Whether it can leave the show at another place: what comes after has to wait for it. */
const movesTheShow = new Set<AnyAction["case"]>(["step", "goTo", "goToEnd", "goBack", "setHolding", "openDeck", "takeEdit"]);

/** For what was sent, once more the patience: an answer may be on its way for what arrived just in time. */
const hopelessAfter = ({ request, wasSent }: Waiting) => request.expiresMs + (wasSent ? stepPatienceMs : 0);

const chainedTo = ({ request: { action } }: Waiting) =>
  action.case === "step" && action.value.start?.case === "after" ? action.value.start.value : undefined;

/**
 * One command that moves the show is under way at a time; whatever was pressed after it waits behind it. A step that was pressed
 * before the one before it was settled names that one, and falls with it.
 */
export class Outbox {
  private epoch = 0;
  private lastId = 0;
  private lastMove = 0;
  private lastMoveAccepted: number | undefined; // the revision; undefined: it waits, or was not accepted
  private waiting: Waiting[] = []; // not settled; oldest first
  private settled: Settled[] = [];

  /**
   * A press made while looking at `state`. A step starts from what `state` shows; or, where an earlier move of ours is not in
   * `state` yet, from wherever that one leaves the show.
   */
  press(ticket: number, press: Press, state: State, now: number): void {
    const isStep = "step" in press;
    const action = isStep ? this.stepFrom(press.step, state) : press.action;
    const expiresMs = now + (isStep ? stepPatienceMs : commandPatienceMs);
    const request = { id: ++this.lastId, epoch: state.epoch, expiresMs, action };
    const moves = movesTheShow.has(action.case);
    if (moves) {
      this.lastMove = request.id;
      this.lastMoveAccepted = undefined;
    }
    this.waiting.push({ request, ticket, moves, isSent: false, wasSent: false });
  }

  private stepFrom(direction: Direction, { deck, position, revision }: State): AnyAction {
    const stateLags = this.waiting.some(({ moves }) => moves)
      || (this.lastMoveAccepted !== undefined && this.lastMoveAccepted > revision);
    const start = stateLags ? { case: "after" as const, value: this.lastMove } : { case: "from" as const, value: position! };
    return { case: "step", value: { direction, deck, start } };
  }

  /** What is to be sent now, in order. */
  next(): Request[] {
    const requests: Request[] = [];
    let isMoveUnderWay = false;
    for (const waiting of this.waiting) {
      if (waiting.moves) {
        if (isMoveUnderWay) break;
        isMoveUnderWay = true;
      }
      if (!waiting.isSent) requests.push(waiting.request);
      waiting.isSent = waiting.wasSent = true;
    }
    return requests;
  }

  answered({ commandId, outcome, message }: Answer): void {
    const waiting = this.waiting.find(({ request }) => request.id === commandId);
    if (!waiting?.wasSent) return;
    const revision = outcome.case === "accepted" ? outcome.value : undefined;
    if (commandId === this.lastMove) this.lastMoveAccepted = revision;
    if (revision !== undefined) this.settle(waiting, { outcome: "accepted", revision });
    else this.settle(waiting, { outcome: "refused", reason: outcome.value ?? Reason.UNSPECIFIED, message });
  }

  /** The connection is gone: what was sent may never have arrived. */
  disconnected(): void {
    for (const waiting of this.waiting) waiting.isSent = false;
  }

  /** A new one is there, to `epoch`. What was meant for another is never sent again. */
  resume(epoch: number): void {
    if (this.epoch !== epoch) this.lastMoveAccepted = undefined;
    this.epoch = epoch;
    this.dropWhere(({ request }) => request.epoch !== epoch, Reason.OTHER_EPOCH);
  }

  /** Settles what has waited too long, and what no answer can be hoped for any more. */
  expire(now: number): void {
    this.dropWhere((waiting) => hopelessAfter(waiting) < now, Reason.EXPIRED);
  }

  /** When expire() will next settle something. */
  get due(): number | undefined {
    return this.waiting.length ? Math.min(...this.waiting.map(hopelessAfter)) + 1 : undefined;
  }

  /** Settles everything: there will be no more answers. */
  giveUp(): void {
    while (this.waiting[0]) this.settle(this.waiting[0], { outcome: "unconfirmed", message: unconfirmedWords });
  }

  /** What was settled since this was asked last. */
  takeSettled(): Settled[] {
    return this.settled.splice(0);
  }

  /** No more may be pressed before something is settled: the presenter takes so many and no more. */
  get isFull(): boolean {
    return this.waiting.length >= maxRequestsInFlight;
  }

  /** What was sent may have happened all the same; what was not is rejected here. */
  private dropWhere(isOver: (waiting: Waiting) => boolean, reason: Reason): void {
    for (let waiting = this.waiting.find(isOver); waiting; waiting = this.waiting.find(isOver))
      this.settle(waiting, waiting.wasSent ? { outcome: "unconfirmed", message: unconfirmedWords } : rejected(reason));
  }

  private settle(waiting: Waiting, became: Omit<Settled, "ticket">): void {
    this.settled.push({ ticket: waiting.ticket, ...became });
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
    if (became.outcome !== "accepted") this.fall(waiting.request.id);
  }

  /** The step that would have started where that one left the show; and so what hangs on that. */
  private fall(id: number): void {
    const hanging = this.waiting.find((waiting) => chainedTo(waiting) === id && !waiting.wasSent);
    if (hanging) this.settle(hanging, rejected(Reason.PREDECESSOR_REFUSED));
  }
}

/** For what was never sent. */
function rejected(reason: Reason): Omit<Settled, "ticket"> {
  return { outcome: "refused", reason, message: neverSent(reason) };
}
