// SRP-6a (RFC 5054) with its 3072-bit group and SHA-512, the client's side. Slow: some hundred milliseconds on a phone.
import { sha512 } from "@noble/hashes/sha2";
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils";

const size = 384;
const g = 5n;
// RFC 5054, appendix A.
const prime = BigInt("0x" +
  "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B" +
  "302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6" +
  "49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D" +
  "670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718" +
  "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7D" +
  "B3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C" +
  "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF");

export interface SrpAnswer { publicKey: Uint8Array; secret: Uint8Array }

const numberOf = (bytes: Uint8Array) => BigInt(`0x${bytesToHex(bytes) || "0"}`);
const padded = (number: bigint) => hexToBytes(number.toString(16).padStart(size * 2, "0"));
const digest = (...parts: Uint8Array[]) => sha512(concatBytes(...parts));

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % prime;
  for (let bits = exponent; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/** Who the PIN belongs to: a presenter with that certificate. */
export const pinIdentity = (certificate: Uint8Array) => `lectern ${bytesToHex(certificate)}`;

/** undefined: no honest presenter sends such a key. `random` is a, of 256 bits. */
export function srpAnswer(identity: string, pin: string, salt: Uint8Array, presenterKey: Uint8Array,
                          random = randomBytes(32)): SrpAnswer | undefined {
  const B = numberOf(presenterKey);
  if (presenterKey.length !== size || B % prime === 0n) return undefined;
  const a = numberOf(random);
  const A = power(g, a);
  const k = numberOf(digest(padded(prime), padded(g)));
  const x = numberOf(digest(salt, digest(utf8ToBytes(`${identity}:${pin}`))));
  const u = numberOf(digest(padded(A), presenterKey));
  if (u === 0n) return undefined;
  const base = (((B - k * power(g, x)) % prime) + prime) % prime;
  return { publicKey: padded(A), secret: padded(power(base, a + u * x)) };
}
