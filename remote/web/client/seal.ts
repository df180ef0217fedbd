// One direction of a sealed connection: each message under the next number (docs/protocol.md, Sealing).
import { chacha20poly1305 } from "@noble/ciphers/chacha";

export class Seal {
  private next = 0;

  constructor(private readonly key: Uint8Array) {}

  close(message: Uint8Array): Uint8Array {
    return this.cipher().encrypt(message);
  }

  /** undefined: it is not what the other end sealed next. */
  open(sealed: Uint8Array): Uint8Array | undefined {
    try {
      return this.cipher().decrypt(sealed);
    } catch {
      return undefined;
    }
  }

  private cipher() {
    const nonce = new Uint8Array(12);
    new DataView(nonce.buffer).setBigUint64(4, BigInt(this.next++));
    return chacha20poly1305(this.key, nonce);
  }
}
