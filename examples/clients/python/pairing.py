"""What docs/protocol.md says under Pairing and Proofs, with Python's standard library alone, and where a device that was
let in keeps what it is known by."""
import base64
import dataclasses
import hashlib
import hmac
import json
import os
import pathlib
import secrets

# RFC 5054, appendix A: the 3072-bit group.
PRIME = int("""
    FFFFFFFF FFFFFFFF C90FDAA2 2168C234 C4C6628B 80DC1CD1 29024E08 8A67CC74 020BBEA6 3B139B22 514A0879 8E3404DD
    EF9519B3 CD3A431B 302B0A6D F25F1437 4FE1356D 6D51C245 E485B576 625E7EC6 F44C42E9 A637ED6B 0BFF5CB6 F406B7ED
    EE386BFB 5A899FA5 AE9F2411 7C4B1FE6 49286651 ECE45B3D C2007CB8 A163BF05 98DA4836 1C55D39A 69163FA8 FD24CF5F
    83655D23 DCA3AD96 1C62F356 208552BB 9ED52907 7096966D 670C354E 4ABC9804 F1746C08 CA18217C 32905E46 2E36CE3B
    E39E772C 180E8603 9B2783A2 EC07A28F B5C55DF0 6F4C52C9 DE2BCBF6 95581718 3995497C EA956AE5 15D22618 98FA0510
    15728E5A 8AAAC42D AD33170D 04507A33 A85521AB DF1CBA64 ECFB8504 58DBEF0A 8AEA7157 5D060C7D B3970F85 A6E1E4C7
    ABF5AE8C DB0933D7 1E8C94E0 4A25619D CEE3D226 1AD2EE6B F12FFA06 D98A0864 D8760273 3EC86A64 521F2B18 177B200C
    BBE11757 7A615D6C 770988C0 BAD946E2 08E24FA0 74E5AB31 43DB5BFC E0FD108E 4B82D120 A93AD2CA FFFFFFFF FFFFFFFF
    """.translate({ord(space): None for space in " \n"}), 16)
GENERATOR = 5
SIZE = 384  # of its numbers, in bytes
WORDS = pathlib.Path(__file__).with_name("words.txt").read_text().split()


def to_json(some_bytes):
    return base64.b64encode(some_bytes).decode()


def from_json(text):
    return base64.b64decode(text)


def number(some_bytes):
    return int.from_bytes(some_bytes, "big")


def padded(some_number):
    return some_number.to_bytes(SIZE, "big")


def sha512(*parts):
    return hashlib.sha512(b"".join(parts)).digest()


def hmac_sha256(key, text):
    return hmac.new(key, text, hashlib.sha256).digest()


def answer_srp(pin, certificate, salt, presenter_key, a=None):
    """Our public key A and the secret S, to the presenter's B. ValueError: no honest presenter sends such a B."""
    B = number(presenter_key)
    if len(presenter_key) != SIZE or B % PRIME == 0:
        raise ValueError("no public key")
    a = a or secrets.randbits(256) | 1 << 255
    A = pow(GENERATOR, a, PRIME)
    user = "lectern " + certificate.hex()
    x = number(sha512(salt, sha512(f"{user}:{pin}".encode())))
    k = number(sha512(padded(PRIME), padded(GENERATOR)))
    u = number(sha512(padded(A), padded(B)))
    S = pow(B - k * pow(GENERATOR, x, PRIME), a + u * x, PRIME)
    return padded(A), padded(S)


class Agreement:
    """What follows from a secret that both ends know, and from the transcript of what they have said."""

    def __init__(self, secret, *fields):
        self.transcript = b"".join(len(field).to_bytes(2, "big") + field for field in fields)
        self._root = hmac_sha256(hashlib.sha256(self.transcript).digest(), secret)

    def derive(self, info):
        return hmac_sha256(self._root, info.encode() + b"\x01")  # HKDF: 32 bytes are its first block

    def proof(self, of):
        return hmac_sha256(self.derive(f"{of} proof"), self.transcript)

    def is_proof(self, of, proof):
        return hmac.compare_digest(self.proof(of), proof)

    def words(self):
        first, second = self.derive("words")[:2]
        return f"{WORDS[first]} {WORDS[second]}"


@dataclasses.dataclass
class Device:
    """That a presenter let in: what it is known by, and what it knows the presenter by."""

    number: int
    key: bytes
    certificate: bytes  # its SHA-256

    def agree(self, presenter_nonce, nonce, client_id, role):
        fields = [b"lectern v1 hello", presenter_nonce, nonce, self.certificate]
        return Agreement(self.key, *fields, str(self.number).encode(), client_id.encode(), bytes([role]))


def _kept_in():
    home = os.environ.get("XDG_STATE_HOME") or pathlib.Path.home() / ".local/state"
    return pathlib.Path(home, "lectern", "example-python.json")


def _all_kept():
    try:
        return json.loads(_kept_in().read_text())
    except FileNotFoundError:
        return {}


def kept_device(at):
    """What `keep_device` kept of the presenter at HOST:PORT, or None."""
    kept = _all_kept().get(at)
    return kept and Device(kept["device"], bytes.fromhex(kept["key"]), bytes.fromhex(kept["certificate"]))


def keep_device(at, device):
    """In a file that nobody but its user can read, at once or not at all."""
    path = _kept_in()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    values = {"device": device.number, "key": device.key.hex(), "certificate": device.certificate.hex()}
    new = path.with_suffix(f".{secrets.token_hex(8)}")
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({**_all_kept(), at: values}, file, indent=1)
    new.replace(path)
