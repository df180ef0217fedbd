// What stands behind the # of the address that a QR code leads to.
import { fromBase64url } from "./bytes";

export interface Invitation {
  /** SHA-256 of the presenter's certificate. */
  certificate: Uint8Array;
  token: Uint8Array;
}

/** Of "#v1.CERTIFICATE.TOKEN"; undefined: it is none. */
export function readInvitation(hash: string): Invitation | undefined {
  const [, first = "", second = ""] = /^#v1\.([\w-]{43})\.([\w-]{22})$/.exec(hash) ?? [];
  const certificate = fromBase64url(first);
  const token = fromBase64url(second);
  return certificate?.length === 32 && token?.length === 16 ? { certificate, token } : undefined;
}
