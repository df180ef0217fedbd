// Asks the presenter that served this page to let this device in, to the end: let in or turned away.
import { randomBytes } from "@noble/hashes/utils";
import { Conversation, type Secret, type Turn, failureOf } from "./pairing";
import { Socket } from "./socket";

const answerPatienceMs = 15_000; // for the presenter, which has a queue of PINs to work out
const operatorPatienceMs = 4 * 60_000; // longer than it lets anybody wait

export type Outcome = Exclude<Turn, { say: unknown }>;

/** Tells what comes of it; the last is paired or failed. What it returns breaks it off. */
export function pair(origin: string, secret: Secret, name: string, tell: (outcome: Outcome) => void): () => void {
  const talk = new Conversation(secret, name, origin.startsWith("https:"), randomBytes(32));
  let patience: ReturnType<typeof setTimeout>;
  const wait = (ms: number) => {
    clearTimeout(patience);
    patience = setTimeout(() => end({ failed: "silent" }), ms);
  };
  const leave = () => {
    clearTimeout(patience);
    socket.close();
  };
  const end = (outcome: Outcome) => {
    leave();
    tell(outcome);
  };
  const socket = new Socket(origin, {
    opened: () => socket.send(talk.opening()),
    received: (message) => {
      const turn = talk.take(message);
      if ("say" in turn) return socket.send(turn.say);
      if (!("words" in turn)) return end(turn);
      wait(operatorPatienceMs);
      tell(turn);
    },
    garbled: () => end({ failed: "garbled" }),
    lost: (_, closeCode) => end({ failed: failureOf(closeCode) }),
  }, answerPatienceMs); // a page that has just come over a poor line is still busy
  wait(answerPatienceMs);
  return leave;
}
