// How a device asks to be let in: what is said on one connection, decided without a socket. Pure.
import { Role } from "lectern/v1/session_pb";
import { type Asked, type Challenge, type Paired, Pair_By } from "lectern/v1/wire_pb";
import { type Agreement, type Device, agreeOnPin, agreeOnToken, noCertificate } from "./agreement";
import { areEqual } from "./bytes";
import type { Invitation } from "./invitation";
import { CloseCode } from "./limits";
import { pinIdentity, srpAnswer } from "./srp";
import type { Incoming, Outgoing } from "./wire";

export type Secret = { pin: string } | { invitation: Invitation };

/** Why it came to nothing. */
export type Failure =
  | "closed" // pairing is not open, or the code was used or is too old
  | "wrong" // not the PIN, or not the code
  | "busy"
  | "declined"
  | "unanswered"
  | "unreachable"
  | "silent" // it does not answer
  | "impostor" // what answers does not know the secret, or somebody stands in between
  | "garbled";

export type Turn =
  | { say: Outgoing }
  /** The presenter has proved itself, and its operator is asked: both screens show these words. */
  | { words: string }
  | { paired: Device; role: Role }
  | { failed: Failure };

export function failureOf(closeCode: number): Failure {
  switch (closeCode) {
    case CloseCode.pairingClosed: return "closed";
    case CloseCode.pairingWrong: return "wrong";
    case CloseCode.pairingBusy: return "busy";
    case CloseCode.pairingDeclined: return "declined";
    case CloseCode.pairingUnanswered: return "unanswered";
    case CloseCode.malformed: return "garbled";
    default: return "unreachable";
  }
}

export class Conversation {
  private agreement?: Agreement;
  private isProved = false; // the presenter

  /** `nonce` are 32 bytes drawn for this connection. */
  constructor(private readonly secret: Secret, private readonly name: string, private readonly isTls: boolean,
              private readonly nonce: Uint8Array) {}

  opening(): Outgoing {
    const by = "pin" in this.secret ? Pair_By.PIN : Pair_By.TOKEN;
    return { case: "pair", value: { by, name: this.name, nonce: this.nonce } };
  }

  take(message: Incoming): Turn {
    switch (message.case) {
      case "challenge": return this.prove(message.value);
      case "asked": return this.asked(message.value);
      case "paired": return this.paired(message.value);
      default: return { failed: "garbled" };
    }
  }

  private prove(challenge: Challenge): Turn {
    const { nonce: presenterNonce, certificate } = challenge;
    if (this.agreement || presenterNonce.length !== 32) return { failed: "garbled" };
    if (certificate.length !== (this.isTls ? 32 : 0)) return { failed: "impostor" };
    const channel = this.isTls ? certificate : noCertificate;
    const meeting = { presenterNonce, nonce: this.nonce, channel };
    if ("pin" in this.secret) return this.provePin(this.secret.pin, challenge, meeting);
    const { invitation } = this.secret;
    if (this.isTls && !areEqual(certificate, invitation.certificate)) return { failed: "impostor" };
    this.agreement = agreeOnToken(invitation.token, meeting, this.name);
    return { say: { case: "prove", value: { proof: this.agreement.clientProof } } };
  }

  private provePin(pin: string, { srpSalt: salt, srpKey: presenter }: Challenge,
                   meeting: { presenterNonce: Uint8Array; nonce: Uint8Array; channel: Uint8Array }): Turn {
    const answer = srpAnswer(pinIdentity(meeting.channel), pin, salt, presenter);
    if (!answer) return { failed: "garbled" };
    const { publicKey: client, secret } = answer;
    this.agreement = agreeOnPin(secret, meeting, this.name, { salt, presenter, client });
    return { say: { case: "prove", value: { proof: this.agreement.clientProof, srpKey: client } } };
  }

  private asked({ proof }: Asked): Turn {
    if (!this.agreement || !areEqual(proof, this.agreement.presenterProof)) return { failed: "impostor" };
    this.isProved = true;
    return { words: this.agreement.words };
  }

  private paired({ device, role }: Paired): Turn {
    if (!this.agreement || !this.isProved || device === 0) return { failed: "garbled" };
    return { paired: { number: device, key: this.agreement.deviceKey }, role };
  }
}
