// What the client decides about time and order, as tests/vectors says it of clients in every language.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { create } from "@bufbuild/protobuf";
import { AnswerSchema, Direction, GoToEnd_End, PositionSchema, type Position, Reason, StateSchema } from "lectern/v1/session_pb";
import { Backoff } from "../../../remote/web/client/backoff";
import { ClockEstimate } from "../../../remote/web/client/clock_estimate";
import { Outbox, type Press, type Request, type Settled } from "../../../remote/web/client/outbox";
import { Probing } from "../../../remote/web/client/probing";
import { type Event, holds } from "../support/vectors";

const number = (event: Event, name: string) => event[name] as number;
const text = (event: Event, name: string) => event[name] as string;

describe("the wait between attempts", () => holds("backoff.json", () => {
  const backoff = new Backoff();
  return (event) => {
    if (event.do === "reset") backoff.reset();
    else assert.equal(backoff.next(number(event, "random")), number(event, "wait"));
  };
}));

describe("the presenter's clock", () => holds("clock_estimate.json", () => {
  const estimate = new ClockEstimate();
  return (event) => {
    const [asked, received, answered, heard] = ["asked", "received", "answered", "heard"].map((name) => number(event, name));
    estimate.take({ asked: asked!, received: received!, answered: answered!, heard: heard! });
    assert.equal(estimate.aheadMs, number(event, "ahead"));
  };
}));

describe("whether it is still there", () => holds("probing.json", () => {
  const probing = new Probing(1000);
  return (event) => {
    const at = number(event, "at");
    if (event.do === "heard") return probing.heard(at);
    if (event.do === "doubted") return probing.doubted(at);
    if (event.do === "answered") return probing.answered();
    assert.equal(probing.isLost(at), event.lost, JSON.stringify(event));
    assert.equal(probing.asks(at), event.asks, JSON.stringify(event));
    if ("due" in event) assert.equal(probing.due, event.due, JSON.stringify(event));
  };
}));

/** "3.2/1" */
function placeOf(words: string): Position {
  const [h, v, step] = words.split(/[./]/).map(Number);
  return create(PositionSchema, { h, v, step });
}

const presses: Record<string, Press> = {
  next: { step: Direction.NEXT },
  previous: { step: Direction.PREVIOUS },
  black: { action: { case: "setBlack", value: { black: true } } },
  last: { action: { case: "goToEnd", value: { end: GoToEnd_End.LAST } } },
};

function whatOf({ action }: Request): string {
  if (action.case === "setBlack") return "black";
  if (action.case !== "step") return "last";
  const { direction, start } = action.value;
  const which = direction === Direction.NEXT ? "next" : "previous";
  if (start?.case === "after") return `${which} after ${start.value}`;
  const { h, v, step } = start!.value as Position;
  return `${which} from ${h}.${v}/${step}`;
}

const sentWords = (request: Request) => `${request.id}@${request.epoch} by ${request.expiresMs}: ${whatOf(request)}`;

function becameWords({ ticket, outcome, revision, reason }: Settled): string {
  const more = outcome === "accepted" ? ` ${revision}` : outcome === "refused" ? ` ${Reason[reason!].toLowerCase()}` : "";
  return `${ticket} ${outcome}${more}`;
}

function answerOf(event: Event) {
  const refused = Reason[text(event, "refused")?.toUpperCase() as keyof typeof Reason];
  const outcome = "accepted" in event ? { case: "accepted" as const, value: number(event, "accepted") } : { case: "refused" as const, value: refused };
  return create(AnswerSchema, { commandId: number(event, "id"), outcome });
}

describe("a press's way through the outbox", () => holds("outbox.json", () => {
  const outbox = new Outbox();
  return (event) => {
    const why = JSON.stringify(event);
    switch (event.do) {
      case "resume": return outbox.resume(number(event, "epoch"));
      case "disconnect": return outbox.disconnected();
      case "expire": return outbox.expire(number(event, "at"));
      case "give_up": return outbox.giveUp();
      case "answer": return outbox.answered(answerOf(event));
      case "send": return assert.deepEqual(outbox.next().map(sentWords), event.sends, why);
      case "settled": return assert.deepEqual(outbox.takeSettled().map(becameWords), event.are, why);
      case "due": return assert.equal(outbox.due ?? null, event.is, why);
      case "press": {
        const state = create(StateSchema, { revision: number(event, "revision"), epoch: number(event, "epoch"), position: placeOf(text(event, "place")) });
        return outbox.press(number(event, "ticket"), presses[text(event, "what")]!, state, number(event, "at"));
      }
      default: assert.fail(`what is ${event.do}?`);
    }
  };
}));
