"""What the example clients do where something else than the presenter answers: it says what a presenter would say, as
far as it can without the PIN, the token or the device's key."""
import asyncio
import contextlib
import hashlib
import json
import pathlib
import ssl
import subprocess
import tempfile
import unittest

import websockets

import clients
import pairing
import remote as python_remote
from programs import PATIENCE_S

NONCE = pairing.to_json(bytes(32))
WRONG = {"proof": pairing.to_json(bytes(32))}


class Impostor:
    """Answers each message by the next of `replies`; what it heard is in `heard`."""

    def __init__(self, *replies, tls=None):
        self.replies, self.tls, self.heard = replies, tls, []

    async def _talk(self, socket, _path):
        with contextlib.suppress(websockets.ConnectionClosed):
            for reply in self.replies:
                self.heard.append(await socket.recv())
                await socket.send(reply if isinstance(reply, bytes) else json.dumps(reply))
            self.heard += [message async for message in socket]

    async def _meet(self, command, secret, keep):
        options = {"subprotocols": [python_remote.SUBPROTOCOL], "ssl": self.tls}
        async with websockets.serve(self._talk, "127.0.0.1", 0, **options) as server:
            at = "127.0.0.1:%d" % server.sockets[0].getsockname()[1]
            keep(at)
            pipe = asyncio.subprocess.PIPE
            client = await asyncio.create_subprocess_exec(
                *command(at), env=clients.ENVIRONMENT, stdin=pipe, stdout=pipe, stderr=pipe
            )
            try:
                said = await asyncio.wait_for(client.communicate(secret(at).encode()), PATIENCE_S)
            except asyncio.TimeoutError:
                client.kill()
                raise
            return client.returncode, *(stream.decode() for stream in said)

    def meets(self, command, secret=lambda at: "", keep=lambda at: None):
        """The client's exit code and what it said on both streams."""
        return asyncio.run(self._meet(command, secret, keep))


class Python(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="lectern-test-")))
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
            + ["-subj", "/CN=impostor", "-keyout", key, "-out", certificate],
            check=True,
            capture_output=True,
        )
        cls.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        cls.tls.load_cert_chain(certificate, key)
        cls.certificate = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text())).digest()

    def challenge(self, certificate=None, key=b"\x05"):
        shown = pairing.to_json(certificate or self.certificate)
        srp = {"srpSalt": NONCE, "srpKey": pairing.to_json(key.rjust(384, b"\0"))}
        return {"challenge": {"nonce": NONCE, "certificate": shown, **srp}}

    def pairs_with(self, *replies):
        impostor = Impostor(*replies, tls=self.tls)
        code, out, err = impostor.meets(lambda at: [*clients.PYTHON, "--at", at, "pair"], lambda at: "04719382\n")
        self.assertEqual((code, out), (1, ""), err)
        return err, [kind for message in impostor.heard for kind in json.loads(message)]

    def test_proves_nothing_to_who_stands_in_between(self):
        said, heard = self.pairs_with(self.challenge(certificate=bytes(32)))
        self.assertIn("somebody stands between", said)
        self.assertEqual(heard, ["pair"])

    def test_proves_nothing_where_the_public_key_is_none(self):
        said, heard = self.pairs_with(self.challenge(key=b"\0"))
        self.assertIn("no honest presenter", said)
        self.assertEqual(heard, ["pair"])

    def test_shows_no_words_where_the_pin_is_not_known(self):
        said, heard = self.pairs_with(self.challenge(), {"asked": WRONG})
        self.assertIn("does not know the PIN", said)
        self.assertEqual(heard, ["pair", "prove"])

    def test_is_not_let_in_by_who_proves_nothing(self):
        said, _ = self.pairs_with(self.challenge(), {"paired": {"device": 3, "role": "ROLE_CONTROLLER"}})
        self.assertIn("lets nobody in", said)

    def drives_with(self, *replies):
        impostor = Impostor(*replies, tls=self.tls)
        keep = lambda at: pairing.keep_device(at, pairing.Device(3, bytes(32), self.certificate))
        code, out, err = impostor.meets(lambda at: [*clients.PYTHON, "--at", at, "next"], keep=keep)
        self.assertEqual((code, out), (3, ""), err)
        self.assertIn("does not know this device's key", err)

    def test_does_not_drive_where_its_key_is_not_known(self):
        self.drives_with(self.challenge(), {"welcome": {"version": 1, "epoch": 1, **WRONG}})
        self.drives_with(self.challenge(), {"welcome": {"version": 1, "epoch": 1}})


class TypeScript(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.built = clients.BuiltTypeScript()
        cls.addClassCleanup(cls.built.end)

    challenge = {"challenge": {"nonce": NONCE}}

    def pairs_with(self, *replies):
        invitation = lambda at: f"http://{at}/remote#v1.{'A' * 43}.{'A' * 22}\n"
        code, out, err = Impostor(*replies).meets(lambda at: [*self.built.command, "pair"], invitation)
        self.assertEqual((code, out), (1, ""), err)
        return err

    def test_shows_no_words_where_the_token_is_not_known(self):
        said = self.pairs_with(self.challenge, {"asked": WRONG})
        self.assertIn("does not know the invitation", said)

    def test_is_not_let_in_by_who_proves_nothing(self):
        said = self.pairs_with(self.challenge, {"paired": {"device": 3, "role": "ROLE_CONTROLLER"}})
        self.assertIn("does not know the invitation", said)

    def drives_with(self, *replies):
        def keep(at):
            kept = json.dumps(str(self.built.path / "kept.js"))
            self.built.run("-e", f'require({kept}).keepDevice("{at}", {{ number: 3, key: new Uint8Array(32) }})')

        code, out, err = Impostor(*replies).meets(lambda at: [*self.built.command, "--at", at, "next"], keep=keep)
        self.assertEqual((code, out), (3, ""), err)
        return err

    def test_does_not_drive_where_its_key_is_not_known(self):
        welcome = {"welcome": {"version": 1, "epoch": 1, **WRONG}}
        self.assertIn("does not know this device's key", self.drives_with(welcome))

    def test_opens_nothing_that_another_has_sealed(self):
        for other in (bytes(100), {"welcome": {"version": 1, "epoch": 1, **WRONG}}):
            self.assertIn("not what the presenter sent", self.drives_with(self.challenge, other))


if __name__ == "__main__":
    unittest.main(verbosity=2)
