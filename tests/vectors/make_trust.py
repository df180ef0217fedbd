#!/usr/bin/env python3
"""Writes trust.json: what docs/protocol.md says of pairing, proofs and sealing, worked out a second time with
nothing but Python's standard library. Every client of ours is tested against it. Run by hand when the protocol
changes: tests/vectors/make_trust.py >tests/vectors/trust.json"""
import base64, hashlib, hmac, json, pathlib, re, struct

# RFC 5054, appendix A: the 3072-bit group.
N = int(re.sub(r"\s", "", """
FFFFFFFF FFFFFFFF C90FDAA2 2168C234 C4C6628B 80DC1CD1 29024E08 8A67CC74 020BBEA6 3B139B22 514A0879 8E3404DD EF9519B3 CD3A431B
302B0A6D F25F1437 4FE1356D 6D51C245 E485B576 625E7EC6 F44C42E9 A637ED6B 0BFF5CB6 F406B7ED EE386BFB 5A899FA5 AE9F2411 7C4B1FE6
49286651 ECE45B3D C2007CB8 A163BF05 98DA4836 1C55D39A 69163FA8 FD24CF5F 83655D23 DCA3AD96 1C62F356 208552BB 9ED52907 7096966D
670C354E 4ABC9804 F1746C08 CA18217C 32905E46 2E36CE3B E39E772C 180E8603 9B2783A2 EC07A28F B5C55DF0 6F4C52C9 DE2BCBF6 95581718
3995497C EA956AE5 15D22618 98FA0510 15728E5A 8AAAC42D AD33170D 04507A33 A85521AB DF1CBA64 ECFB8504 58DBEF0A 8AEA7157 5D060C7D
B3970F85 A6E1E4C7 ABF5AE8C DB0933D7 1E8C94E0 4A25619D CEE3D226 1AD2EE6B F12FFA06 D98A0864 D8760273 3EC86A64 521F2B18 177B200C
BBE11757 7A615D6C 770988C0 BAD946E2 08E24FA0 74E5AB31 43DB5BFC E0FD108E 4B82D120 A93AD2CA FFFFFFFF FFFFFFFF"""), 16)
G = 5
WORDS = (pathlib.Path(__file__).parents[2] / "common/trust/words.txt").read_text().split()


def sha256(text): return hashlib.sha256(text).digest()
def sha512_number(*parts): return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "big")
def hmac_sha256(key, text): return hmac.new(key, text, hashlib.sha256).digest()
def pad(number): return number.to_bytes(384, "big")
def hkdf(secret, salt, info): return hmac_sha256(hmac_sha256(salt, secret), info + b"\x01")  # 32 bytes are one block
def transcript(*fields): return b"".join(struct.pack(">H", len(field)) + field for field in fields)
def some(label, size=32): return hashlib.shake_256(label.encode()).digest(size)


def agreement(secret, heard):
    derive = lambda purpose: hkdf(secret, sha256(heard), purpose)
    said = derive(b"words")
    return {"transcript": heard.hex(),
            "client_proof": hmac_sha256(derive(b"client proof"), heard).hex(),
            "presenter_proof": hmac_sha256(derive(b"presenter proof"), heard).hex(),
            "device_key": derive(b"device key").hex(),
            "to_presenter": derive(b"to presenter").hex(),
            "to_client": derive(b"to client").hex(),
            "words": WORDS[said[0]] + " " + WORDS[said[1]]}


def quarter(x, a, b, c, d):
    for i, j, k, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        x[i] = (x[i] + x[j]) & 0xFFFFFFFF
        x[k] ^= x[i]
        x[k] = (x[k] << turn | x[k] >> (32 - turn)) & 0xFFFFFFFF


def chacha20_block(key, counter, nonce):
    start = list(struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce))
    x = start[:]
    for _ in range(10):
        for at in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                   (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(x, *at)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(x, start)))


def seal(key, number, plain):  # RFC 8439 §2.8, with nothing beside
    nonce = bytes(4) + struct.pack(">Q", number)
    stream = b"".join(chacha20_block(key, 1 + i, nonce) for i in range(len(plain) // 64 + 1))
    hidden = bytes(a ^ b for a, b in zip(plain, stream))
    one_time = chacha20_block(key, 0, nonce)
    r = int.from_bytes(one_time[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    text = hidden + bytes(-len(hidden) % 16) + struct.pack("<QQ", 0, len(hidden))
    sum = 0
    for i in range(0, len(text), 16):
        sum = (sum + int.from_bytes(text[i:i + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return hidden + ((sum + int.from_bytes(one_time[16:32], "little")) % 2**128).to_bytes(16, "little")


def base64url(text): return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


presenter, client, certificate = some("presenter's nonce"), some("client's nonce"), some("certificate")
meetings = {"tls": certificate, "plain": bytes(32)}

pins = []
for channel in meetings.values():
    pin, salt, name = "04719382", some("salt", 16), "Lisa’s laptop".encode()
    identity = b"lectern " + channel.hex().encode()
    # As Botan draws them: 256 bits, the highest of them set.
    a = int.from_bytes(some("a"), "big") | 1 << 255
    b = int.from_bytes(some("b"), "big") | 1 << 255
    k = sha512_number(pad(N), pad(G))
    x = sha512_number(salt, hashlib.sha512(identity + b":" + pin.encode()).digest())
    v = pow(G, x, N)
    A, B = pow(G, a, N), (k * v + pow(G, b, N)) % N
    u = sha512_number(pad(A), pad(B))
    S = pow(B - k * v, a + u * x, N)
    assert S == pow(A * pow(v, u, N), b, N)
    heard = transcript(b"lectern v1 pin", presenter, client, channel, name, salt, pad(B), pad(A))
    pins.append({"channel": channel.hex(), "name": name.decode(), "pin": pin, "salt": salt.hex(), "a": pad(a)[-32:].hex(),
                 "b": pad(b)[-32:].hex(), "A": pad(A).hex(), "B": pad(B).hex(), "S": pad(S).hex(), **agreement(pad(S), heard)})

token = some("token", 16)
tokens = [{"channel": channel.hex(), "name": "Omar’s phone", "token": token.hex(),
           **agreement(token, transcript(b"lectern v1 token", presenter, client, channel, "Omar’s phone".encode()))}
          for channel in meetings.values()]

device_key = some("device key")
hellos = [{"channel": channel.hex(), "device": 3, "client_id": "omar", "role": 4, "key": device_key.hex(),
           **agreement(device_key, transcript(b"lectern v1 hello", presenter, client, channel, b"3", b"omar", b"\x04"))}
          for channel in meetings.values()]

messages = [b"", b"next", bytes(range(200))]
sealed = {"key": some("seal").hex(), "messages": [
    {"plain": plain.hex(), "sealed": seal(some("seal"), number, plain).hex()} for number, plain in enumerate(messages)]}

print(json.dumps({
    "presenter_nonce": presenter.hex(), "client_nonce": client.hex(), "pin": pins, "token": tokens, "hello": hellos,
    "sealed": sealed,
    "invitation": {"scheme": "http", "host": "192.168.1.20", "port": 7070, "certificate": certificate.hex(), "token": token.hex(),
                   "url": f"http://192.168.1.20:7070/remote#v1.{base64url(certificate)}.{base64url(token)}"},
}, indent=1, ensure_ascii=False))
