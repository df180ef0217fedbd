// What a client says to people, in the words of the native one.
import { Reason } from "lectern/v1/session_pb";
import { CloseCode } from "./limits";

export const unconfirmedWords = "no answer came; look at the display before pressing again";

/** Why a press was not even sent. */
export function neverSent(reason: Reason): string {
  switch (reason) {
    case Reason.OTHER_EPOCH: return "the presenter was started again since you pressed";
    case Reason.EXPIRED: return "it arrived too late to be still meant";
    case Reason.PREDECESSOR_REFUSED: return "the press before it was refused";
    default: return "rejected";
  }
}

/** Why a connection is over. */
export function closedBecause(code: number): string {
  switch (code) {
    case CloseCode.goingAway: return "the presenter ends";
    case CloseCode.malformed: return "not a message of this protocol";
    case CloseCode.versionUnsupported: return "no common protocol version";
    case CloseCode.helloExpected: return "hello expected, once, first and soon";
    case CloseCode.displaced: return "another connection took its place";
    case CloseCode.full: return "too many clients";
    case CloseCode.notPaired: return "this device is not paired here, or not any more; pair it again";
    case CloseCode.tooSlow: return "too slow in taking what it is sent";
    case CloseCode.pairingClosed: return "pairing is not open, or the code was used or is too old; ask the operator to open it";
    case CloseCode.pairingWrong: return "that is not the PIN, or not the code that is shown now; look at it again";
    case CloseCode.pairingBusy: return "too many devices ask at once; try again in a moment";
    case CloseCode.pairingDeclined: return "the operator declined";
    case CloseCode.pairingUnanswered: return "the operator did not answer; ask them, then try again";
    default: return "the connection broke";
  }
}
