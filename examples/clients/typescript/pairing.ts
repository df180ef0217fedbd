// What docs/protocol.md says under Pairing, Proofs and Sealing, for whoever reads an invitation off a QR code. It works in a
// browser to which a page came over plain HTTP, and which has no WebCrypto there.
import { chacha20poly1305 } from "@noble/ciphers/chacha";
import { expand, extract } from "@noble/hashes/hkdf";
import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils";
export { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils";

const noCertificate = new Uint8Array(32); // over plain HTTP

export const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const fromBase64url = (text: string) => fromBase64(text.replace(/-/g, "+").replace(/_/g, "/"));

export interface Invitation { at: string; certificate: Uint8Array; token: Uint8Array }

/** Of http://HOST:PORT/remote#v1.CERTIFICATE.TOKEN. */
export function readInvitation(url: string): Invitation | undefined {
  const [, at, certificate, token] = /^http:\/\/([^/]+)\/remote#v1\.([\w-]{43})\.([\w-]{22})$/.exec(url) ?? [];
  if (!at || !certificate || !token) return undefined;
  return { at, certificate: fromBase64url(certificate), token: fromBase64url(token) };
}

/** What follows from a secret that both ends know, and from the transcript of what they have said. */
export class Agreement {
  readonly transcript: Uint8Array;
  private readonly root: Uint8Array;

  constructor(secret: Uint8Array, ...fields: Uint8Array[]) {
    this.transcript = concatBytes(...fields.flatMap((field) => [Uint8Array.of(field.length >> 8, field.length & 255), field]));
    this.root = extract(sha256, secret, sha256(this.transcript));
  }

  derive(info: string): Uint8Array {
    return expand(sha256, this.root, utf8ToBytes(info), 32);
  }

  proof(of: "client" | "presenter"): Uint8Array {
    return hmac(sha256, this.derive(`${of} proof`), this.transcript);
  }

  isProof(of: "client" | "presenter", said: Uint8Array): boolean {
    const proof = this.proof(of);
    return said.length === proof.length && proof.reduce((differs, byte, i) => differs | (byte ^ said[i]!), 0) === 0;
  }

  /** Of the two words that both screens show, their places in words.txt. */
  words(): [number, number] {
    const [first, second] = this.derive("words");
    return [first!, second!];
  }
}

export function agreeOnToken(token: Uint8Array, presenterNonce: Uint8Array, nonce: Uint8Array, name: string,
                             certificate = noCertificate): Agreement {
  return new Agreement(token, utf8ToBytes("lectern v1 token"), presenterNonce, nonce, certificate, utf8ToBytes(name));
}

/** That a presenter let in. */
export interface Device { number: number; key: Uint8Array }

export function agreeOnDevice(device: Device, presenterNonce: Uint8Array, nonce: Uint8Array, clientId: string, role: number,
                              certificate = noCertificate): Agreement {
  return new Agreement(device.key, utf8ToBytes("lectern v1 hello"), presenterNonce, nonce, certificate,
                       utf8ToBytes(device.number.toString()), utf8ToBytes(clientId), Uint8Array.of(role));
}

/** One direction of a sealed connection: each message under the next number. */
export class Seal {
  private next = 0;

  constructor(private readonly key: Uint8Array) {}

  close(message: Uint8Array): Uint8Array {
    return this.cipher().encrypt(message);
  }

  /** Throws where it is not what the other end sealed next. */
  open(sealed: Uint8Array): Uint8Array {
    return this.cipher().decrypt(sealed);
  }

  private cipher() {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setBigUint64(4, BigInt(this.next++));
    return chacha20poly1305(this.key, nonce);
  }
}
