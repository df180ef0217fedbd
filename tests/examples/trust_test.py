"""What the example clients make of the values in tests/vectors/trust.json, which a third program has worked out."""
import json
import unittest

import clients
import pairing

PATH = clients.ROOT / "tests/vectors/trust.json"
VECTORS = json.loads(PATH.read_text())
AGREED = ("transcript", "client_proof", "presenter_proof", "device_key", "to_presenter", "to_client", "words")


def agreed(vector):
    return {value: vector[value] for value in AGREED}


def of(vector, *names):
    return [bytes.fromhex(vector[name]) for name in names]


NONCES = of(VECTORS, "presenter_nonce", "client_nonce")


class Python(unittest.TestCase):
    def agrees(self, agreement, vector):
        worked_out = {
            "transcript": agreement.transcript.hex(),
            "client_proof": agreement.proof("client").hex(),
            "presenter_proof": agreement.proof("presenter").hex(),
            "device_key": agreement.derive("device key").hex(),
            "to_presenter": agreement.derive("to presenter").hex(),
            "to_client": agreement.derive("to client").hex(),
            "words": agreement.words(),
        }
        self.assertEqual(worked_out, agreed(vector))

    def test_agrees_on_a_pin(self):
        for vector in VECTORS["pin"]:
            channel, salt, a, B = of(vector, "channel", "salt", "a", "B")
            A, S = pairing.answer_srp(vector["pin"], channel, salt, B, pairing.number(a))
            self.assertEqual((A.hex(), S.hex()), (vector["A"], vector["S"]))
            fields = [b"lectern v1 pin", *NONCES, channel, vector["name"].encode(), salt, B, A]
            self.agrees(pairing.Agreement(S, *fields), vector)

    def test_agrees_on_a_token(self):
        for vector in VECTORS["token"]:
            channel, token = of(vector, "channel", "token")
            fields = [b"lectern v1 token", *NONCES, channel, vector["name"].encode()]
            self.agrees(pairing.Agreement(token, *fields), vector)

    def test_agrees_on_the_key_of_a_device(self):
        for vector in VECTORS["hello"]:
            channel, key = of(vector, "channel", "key")
            device = pairing.Device(vector["device"], key, channel)
            self.agrees(device.agree(*NONCES, vector["client_id"], vector["role"]), vector)

    def test_takes_no_public_key_that_would_give_the_secret_away(self):
        for B in (bytes(384), pairing.padded(pairing.PRIME), b"\x05"):
            with self.assertRaises(ValueError):
                pairing.answer_srp("04719382", bytes(32), bytes(16), B)

    def test_draws_another_key_each_time(self):
        B = bytes.fromhex(VECTORS["pin"][0]["B"])
        self.assertNotEqual(*(pairing.answer_srp("04719382", bytes(32), bytes(16), B)[0] for _ in range(2)))


class TypeScript(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        built = clients.BuiltTypeScript()
        cls.addClassCleanup(built.end)
        cls.worked_out = json.loads(built.run(clients.ROOT / "tests/examples/work_out.js", built.path, PATH))

    def test_agrees_on_a_token(self):
        self.assertEqual(self.worked_out["token"], [agreed(vector) for vector in VECTORS["token"]])

    def test_agrees_on_the_key_of_a_device(self):
        self.assertEqual(self.worked_out["hello"], [agreed(vector) for vector in VECTORS["hello"]])

    def test_takes_plain_http_for_granted(self):
        self.assertEqual(self.worked_out["plain_http"], [agreed(VECTORS[of][1]) for of in ("token", "hello")])

    def test_compares_proofs(self):
        self.assertTrue(self.worked_out["right_proof"])
        self.assertEqual(self.worked_out["wrong_proofs"], [False] * 3)

    def test_seals_message_after_message(self):
        messages = VECTORS["sealed"]["messages"]
        self.assertEqual(self.worked_out["sealed"], [message["sealed"] for message in messages])

    def test_opens_what_was_sealed_in_its_order_and_nothing_else(self):
        plain = [message["plain"] for message in VECTORS["sealed"]["messages"]]
        self.assertEqual(self.worked_out["in_order"], plain)
        self.assertEqual(self.worked_out["repeated"], [plain[0], "refused"])
        self.assertEqual(self.worked_out["left_out"], ["refused"])
        self.assertEqual(self.worked_out["changed"], ["refused"])

    def test_reads_invitations(self):
        invitation = VECTORS["invitation"]
        read = ["192.168.1.20:7070", invitation["certificate"], invitation["token"]]
        self.assertEqual(self.worked_out["invitation"], read)
        self.assertEqual(self.worked_out["no_invitations"], [None] * 3)

    def test_carries_bytes_in_json_as_protobuf_does(self):
        every = bytes(range(256))
        self.assertEqual(self.worked_out["base64"], pairing.to_json(every))
        self.assertEqual(self.worked_out["from_base64"], every.hex())


if __name__ == "__main__":
    unittest.main(verbosity=2)
