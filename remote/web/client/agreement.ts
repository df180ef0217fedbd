// What follows from a secret that both ends know, and from the transcript of what they have said (docs/protocol.md, Proofs).
// A page that came over plain HTTP has no WebCrypto, so noble does it everywhere.
import { expand, extract } from "@noble/hashes/hkdf";
import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils";
import words from "../../../common/trust/words.txt";

/** Of the certificate, without TLS. */
export const noCertificate = new Uint8Array(32);

/** What both ends have drawn or seen on one connection. */
export interface Meeting { presenterNonce: Uint8Array; nonce: Uint8Array; channel: Uint8Array }

export interface Agreement {
  transcript: Uint8Array;
  clientProof: Uint8Array;
  presenterProof: Uint8Array;
  deviceKey: Uint8Array;
  toPresenter: Uint8Array;
  toClient: Uint8Array;
  /** Two, that both screens show: "amber river". */
  words: string;
}

function transcriptOf(fields: (Uint8Array | string)[]): Uint8Array {
  return concatBytes(...fields.flatMap((field) => {
    const bytes = typeof field === "string" ? utf8ToBytes(field) : field;
    return [Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes];
  }));
}

function agree(secret: Uint8Array, purpose: string, { presenterNonce, nonce, channel }: Meeting,
               ...fields: (Uint8Array | string)[]): Agreement {
  const transcript = transcriptOf([`lectern v1 ${purpose}`, presenterNonce, nonce, channel, ...fields]);
  const root = extract(sha256, secret, sha256(transcript));
  const derive = (info: string) => expand(sha256, root, utf8ToBytes(info), 32);
  const [first = 0, second = 0] = derive("words");
  const all = words.split("\n");
  return {
    transcript,
    clientProof: hmac(sha256, derive("client proof"), transcript),
    presenterProof: hmac(sha256, derive("presenter proof"), transcript),
    deviceKey: derive("device key"),
    toPresenter: derive("to presenter"),
    toClient: derive("to client"),
    words: `${all[first]} ${all[second]}`,
  };
}

export function agreeOnToken(token: Uint8Array, meeting: Meeting, name: string): Agreement {
  return agree(token, "token", meeting, name);
}

export interface SrpKeys { salt: Uint8Array; presenter: Uint8Array; client: Uint8Array }

export function agreeOnPin(secret: Uint8Array, meeting: Meeting, name: string, keys: SrpKeys): Agreement {
  return agree(secret, "pin", meeting, name, keys.salt, keys.presenter, keys.client);
}

/** That a presenter let in. */
export interface Device { number: number; key: Uint8Array }

export function agreeOnHello(device: Device, meeting: Meeting, clientId: string, role: number): Agreement {
  return agree(device.key, "hello", meeting, String(device.number), clientId, Uint8Array.of(role));
}
