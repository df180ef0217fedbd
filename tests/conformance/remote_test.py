"""The native client's end of a WebSocket: every case of RFC 6455 against lectern-remote, and a server that does the
handshake wrong."""
import base64
import hashlib
import socket
import subprocess
import unittest

import wsproto
from wsproto import events

import cases
from peer import BINARY, CLOSE, PING, PONG, TEXT, Peer, frame, nested, number
from programs import BIN, PATIENCE_S

SUBPROTOCOL = "lectern.v1.protobuf"
WELCOME = nested(1, number(1, 1) + number(2, 7) + number(3, 1))  # version, epoch, role


class RemotesEnd(cases.End):
    """Welcomes lectern-remote and tells it states: it asks for the outline of every deck that it hears of."""

    mask = None
    sizes = (*cases.End.sizes, 65535, 65536, 100_000)
    not_ours = 1000

    def called(self):
        """lectern-remote has called us: its socket."""
        listener = socket.create_server(("127.0.0.1", 0))
        where = f"127.0.0.1:{listener.getsockname()[1]}"
        remote = subprocess.Popen(
            [BIN / "lectern-remote", "--host", where, "watch"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.addCleanup(remote.wait, PATIENCE_S)
        self.addCleanup(remote.kill)
        self.addCleanup(listener.close)
        listener.settimeout(PATIENCE_S)
        sock, _ = listener.accept()
        self.addCleanup(sock.close)
        return sock

    def joined(self):
        ws = wsproto.WSConnection(wsproto.ConnectionType.SERVER)
        peer = Peer(self.called(), ws)
        asked = peer.next()
        self.assertIsInstance(asked, events.Request)
        self.assertEqual((asked.target, asked.subprotocols), ("/v1/session", [SUBPROTOCOL]))
        peer.send(ws.send(events.AcceptConnection(subprotocol=SUBPROTOCOL)))
        peer.send(self.frame(BINARY, WELCOME))
        return peer

    def message_named(self, name):
        position, timer = nested(4, number(1, 1)), nested(6, number(1, 1))
        return nested(2, number(1, 1) + number(2, 7) + nested(3, name) + position + timer)


for suite in cases.EVERY_CASE:
    globals()[suite.__name__] = type(suite.__name__, (RemotesEnd, suite, unittest.TestCase), {})


class Masking(RemotesEnd, unittest.TestCase):
    """That each of its frames is masked, wsproto sees to in every case."""

    def test_a_server_that_masks(self):
        for opcode in (BINARY, TEXT, PING, PONG, CLOSE):
            with self.subTest(opcode=opcode):
                self.refused(frame(opcode), 1002)

    def test_the_key_is_new_with_each_connection(self):
        keys = {Handshake.key_in(Handshake.request_on(self.called())) for _ in range(3)}
        self.assertEqual(len(keys), 3)


class Limits(RemotesEnd, unittest.TestCase):
    def test_a_message_of_a_mebibyte_and_a_byte(self):
        self.refused(self.frame(BINARY, size=(1 << 20) + 1), 1009)

    def test_a_length_that_is_too_much_is_refused_before_it_comes(self):
        self.refused(self.frame(BINARY, size=(1 << 63) - 1), 1009)


class Handshake(RemotesEnd, unittest.TestCase):
    """§4.1: what makes a client fail the connection. Whether it took ours for one shows in what it says next."""

    @staticmethod
    def request_on(sock):
        sock.settimeout(PATIENCE_S)
        request = b""
        while b"\r\n\r\n" not in request and (more := sock.recv(4096)):
            request += more
        return request.decode()

    @staticmethod
    def key_in(request):
        lines = dict(line.split(": ", 1) for line in request.split("\r\n")[1:] if line)
        return lines["Sec-WebSocket-Key"]

    def is_taken(self, first="HTTP/1.1 101 Switching Protocols", more="", **other):
        """Whether Hello follows on this answer; a line of it may be said otherwise or left out (None)."""
        sock = self.called()
        key = self.key_in(self.request_on(sock))
        accept = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        right = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Accept": base64.b64encode(accept).decode(),
            "Sec-WebSocket-Protocol": SUBPROTOCOL,
        }
        named = {name.replace("_", "-"): value for name, value in other.items()}
        lines = [f"{name}: {value}\r\n" for name, value in {**right, **named}.items() if value is not None]
        sock.sendall((first + "\r\n" + "".join(lines) + more + "\r\n").encode())
        try:
            return sock.recv(1)[:1] == b"\x82"  # a whole binary message
        except ConnectionResetError:
            return False

    def test_what_is_right(self):
        self.assertTrue(self.is_taken())

    def test_tokens_in_any_case(self):
        self.assertTrue(self.is_taken(Upgrade="WebSocket", Connection="UPGRADE"))

    def test_another_status(self):
        for first in ("HTTP/1.1 200 OK", "HTTP/1.1 403 Forbidden", "HTTP/1.1 302 Found"):
            with self.subTest(first=first):
                self.assertFalse(self.is_taken(first, "Content-Length: 0\r\n"))

    def test_no_http(self):
        self.assertFalse(self.is_taken("SSH-2.0-OpenSSH_9.2p1"))

    def test_no_upgrade(self):
        self.assertFalse(self.is_taken(Upgrade=None))
        self.assertFalse(self.is_taken(Upgrade="h2c"))

    def test_no_connection(self):
        self.assertFalse(self.is_taken(Connection=None))
        self.assertFalse(self.is_taken(Connection="close"))

    def test_an_accept_of_another_key(self):
        self.assertFalse(self.is_taken(Sec_WebSocket_Accept="s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
        self.assertFalse(self.is_taken(Sec_WebSocket_Accept=None))

    def test_an_extension_that_nobody_asked_for(self):
        self.assertFalse(self.is_taken(more="Sec-WebSocket-Extensions: permessage-deflate\r\n"))

    def test_a_subprotocol_that_nobody_asked_for(self):
        self.assertFalse(self.is_taken(Sec_WebSocket_Protocol="chat"))

    def test_no_subprotocol(self):
        self.assertFalse(self.is_taken(Sec_WebSocket_Protocol=None))


if __name__ == "__main__":
    unittest.main(verbosity=2)
