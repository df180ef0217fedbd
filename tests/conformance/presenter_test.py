"""The presenter's end of a WebSocket: every case of RFC 6455, its handshake, and the limits of our own."""
import base64
import itertools
import json
import socket
import ssl
import unittest

import wsproto
from wsproto import events
from wsproto.extensions import PerMessageDeflate

import cases
from peer import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, Peer, frame, nested, number
from programs import PATIENCE_S, Presenter

SUBPROTOCOL = "lectern.v1.protobuf"
JSON = "lectern.v1.json"
client_numbers = itertools.count(1)


def setUpModule():
    global presenter
    presenter = Presenter()
    unittest.addModuleCleanup(presenter.end)


class PresentersEnd(cases.End):
    """Says hello as a follower; a request for a deck that is not there comes back as Unavailable with its name."""

    subprotocol = SUBPROTOCOL

    def opened(self, extensions=()):
        """A Peer before its Hello, and what the presenter said to its handshake."""
        ws = wsproto.WSConnection(wsproto.ConnectionType.CLIENT)
        where = f"127.0.0.1:{presenter.port}"
        offer = events.Request(
            host=where, target="/v1/session", subprotocols=[self.subprotocol], extensions=list(extensions)
        )
        peer = Peer(self.connected(), ws)
        self.addCleanup(peer.hang_up)
        peer.send(ws.send(offer))
        accepted = peer.next()
        if self.subprotocol == JSON and isinstance(accepted, events.RejectConnection):
            self.skipTest("the presenter does not speak " + JSON)
        self.assertIsInstance(accepted, events.AcceptConnection)
        return peer, accepted

    def connected(self):
        return socket.create_connection(("127.0.0.1", presenter.port), PATIENCE_S)

    def joined(self):
        peer, _ = self.opened()
        peer.send(frame(self.opcode, self.hello(f"conformance-{next(client_numbers)}")))
        self.assertIsNotNone(peer.message(), "nobody welcomes us")
        return peer

    def hello(self, client):
        return nested(1, number(1, 1) + number(2, 1) + nested(3, client.encode()) + number(5, 1))

    def message_named(self, name):
        return nested(3, nested(1, name) + nested(2, b""))


class PresentersJsonEnd(PresentersEnd):
    subprotocol = JSON
    opcode, other = TEXT, BINARY

    def hello(self, client):
        kind = {"versionMin": 1, "versionMax": 1, "clientId": client, "role": "ROLE_FOLLOWER"}
        return json.dumps({"hello": kind}).encode()

    def message_named(self, name):
        return json.dumps({"deckRequest": {"deck": name.decode(), "outline": {}}}).encode()

    def says(self, message, name):
        return json.loads(message).get("unavailable", {}).get("deck") == name.decode()


class PresentersTlsEnd(PresentersJsonEnd):
    def connected(self):
        trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        return trusting.wrap_socket(super().connected())


for suite in cases.EVERY_CASE:
    for end, kind in ((PresentersEnd, ""), (PresentersJsonEnd, "InJson"), (PresentersTlsEnd, "InJsonOverTls")):
        name = suite.__name__ + kind
        globals()[name] = type(name, (end, suite, unittest.TestCase), {})


class Masking(PresentersEnd, unittest.TestCase):
    def test_any_mask(self):
        for mask in (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x01\x80\x7f\xfe"):
            with self.subTest(mask=mask):
                self.heard(frame(BINARY, self.message_named(b"deck"), mask=mask), b"deck")

    def test_a_client_that_does_not_mask(self):
        for opcode in (BINARY, TEXT, PING, PONG, CLOSE):
            with self.subTest(opcode=opcode):
                self.refused(frame(opcode, mask=None), 1002)


class Limits(PresentersEnd, unittest.TestCase):
    def test_a_first_message_of_4097_bytes(self):
        peer, _ = self.opened()
        peer.send(frame(BINARY, b"h" * 4097))
        self.assertEqual(peer.closed_with(), 1009)

    def test_a_message_of_64_kibibytes_and_one(self):
        self.refused(frame(BINARY, self.message_of((1 << 16) + 1)[0]), 1009)

    def test_fragments_that_are_too_long_together(self):
        half = b"f" * ((1 << 15) + 1)
        self.refused(frame(BINARY, half, fin=False) + frame(CONTINUATION, half, fin=False), 1009)

    def test_a_length_that_is_too_much_is_refused_before_it_comes(self):
        for size in (1 << 17, 1 << 32, (1 << 63) - 1):
            with self.subTest(size=size):
                self.refused(frame(BINARY, size=size), 1009)

    def test_many_messages_one_after_another(self):
        peer = self.joined()
        for name in (b"deck %d" % n for n in range(500)):
            self.heard(frame(BINARY, self.message_named(name)), name, peer)

    def test_a_ping_before_hello(self):
        self.lives(self.opened()[0])

    def test_a_client_that_only_hangs_up_leaves_the_others_alone(self):
        other = self.joined()
        self.joined().hang_up()
        self.lives(other)


class Handshake(PresentersEnd, unittest.TestCase):
    """§4.2.1: what the client's half must be, line by line."""

    def lines(self, **other):
        """The lines of a right request, some of them replaced (by several, where a list) or left out (None)."""
        right = {
            "Host": f"127.0.0.1:{presenter.port}",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Protocol": SUBPROTOCOL,
        }
        named = {name.replace("_", "-"): value for name, value in other.items()}
        for name, value in {**right, **named}.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    yield f"{name}: {one}\r\n"

    def answer(self, first="GET /v1/session HTTP/1.1", **other):
        with socket.create_connection(("127.0.0.1", presenter.port), PATIENCE_S) as sock:
            sock.sendall((first + "\r\n" + "".join(self.lines(**other)) + "\r\n").encode())
            head = b""
            while b"\r\n\r\n" not in head and (more := sock.recv(4096)):
                head += more
        return head.split(b"\r\n\r\n")[0].decode() + "\r\n"

    def status(self, **other):
        return int(self.answer(**other).split()[1])

    def test_the_example_of_the_rfc(self):
        answer = self.answer().lower()
        self.assertTrue(answer.startswith("http/1.1 101 "))
        self.assertIn("\r\nsec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=\r\n", answer)
        self.assertIn(f"\r\nsec-websocket-protocol: {SUBPROTOCOL}\r\n", answer)
        self.assertNotIn("sec-websocket-extensions", answer)

    def test_tokens_in_any_case_and_company(self):
        self.assertEqual(self.status(Upgrade="WebSocket", Connection="keep-alive, UPGRADE"), 101)

    def test_one_subprotocol_of_several(self):
        self.assertEqual(self.status(Sec_WebSocket_Protocol=f"chat, {SUBPROTOCOL} ,x"), 101)

    def test_subprotocols_on_several_lines(self):
        self.assertEqual(self.status(Sec_WebSocket_Protocol=["chat", SUBPROTOCOL]), 101)

    def test_compression_is_offered_and_not_taken(self):
        _, accepted = self.opened(extensions=[PerMessageDeflate()])
        self.assertEqual(accepted.extensions, [])

    def test_no_subprotocol(self):
        self.assertEqual(self.status(Sec_WebSocket_Protocol=None), 400)

    def test_other_subprotocols(self):
        self.assertEqual(self.status(Sec_WebSocket_Protocol="chat"), 400)

    def test_no_key(self):
        self.assertEqual(self.status(Sec_WebSocket_Key=None), 400)

    def test_a_key_that_is_not_16_bytes(self):
        for size in (0, 15, 17, 24):
            with self.subTest(size=size):
                self.assertEqual(self.status(Sec_WebSocket_Key=base64.b64encode(b"k" * size).decode()), 400)

    def test_a_key_that_is_not_base64(self):
        self.assertEqual(self.status(Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25j?Q=="), 400)

    def test_two_keys(self):
        keys = [base64.b64encode(bytes([n]) * 16).decode() for n in (1, 2)]
        self.assertEqual(self.status(Sec_WebSocket_Key=keys), 400)

    def test_another_version(self):
        for version in ("8", "12", "14", "x"):
            with self.subTest(version=version):
                answer = self.answer(Sec_WebSocket_Version=version)
                self.assertTrue(answer.startswith("HTTP/1.1 426 "), answer)
                self.assertIn("sec-websocket-version: 13", answer.lower())

    def test_no_version(self):
        self.assertIn(self.status(Sec_WebSocket_Version=None), (400, 426))

    def test_an_older_http(self):
        self.assertNotEqual(self.status(first="GET /v1/session HTTP/1.0"), 101)

    def test_another_method(self):
        self.assertNotEqual(self.status(first="POST /v1/session HTTP/1.1"), 101)

    def test_no_host(self):
        self.assertIn(self.status(Host=None), (400, 403))

    def test_no_upgrade(self):
        self.assertNotEqual(self.status(Upgrade=None), 101)
        self.assertNotEqual(self.status(Upgrade="h2c"), 101)

    def test_no_connection(self):
        self.assertNotEqual(self.status(Connection=None), 101)
        self.assertNotEqual(self.status(Connection="close"), 101)


if __name__ == "__main__":
    unittest.main(verbosity=2)
