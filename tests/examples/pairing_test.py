"""The example clients come in from elsewhere: let in by the operator of the real presenter, and thrown out again."""
import asyncio
import base64
import contextlib
import os
import pathlib
import re
import socket
import stat
import struct
import subprocess
import threading
import unittest

import clients
import pairing
import remote as python_remote
from programs import PATIENCE_S, Operator, Presenter
from recorder import Recorder

HOST = "127.0.0.2"  # which no client takes for the display machine
SECRETS = ("Harbourmaster", "Lighthouse", "Speak of the breakwater")
DECK = f"## {SECRETS[0]}\n\nNote:\n\n{SECRETS[2]}\n\n---\n\n## {SECRETS[1]}\n\n---\n\n## Three\n"


class Asking:
    """A client that pairs: it is told a secret, and says two words while it waits."""

    def __init__(self, command, secret):
        self._process = subprocess.Popen(
            [*command, "pair"],
            env=clients.ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._process.stdin.write(secret + "\n")
        self._process.stdin.close()

    def words(self):
        found = re.search("“(.*)”", self._process.stdout.readline())
        if not found:
            raise AssertionError(self.end())
        return found[1]

    def end(self):
        """The exit code, and the rest of what it said on either stream."""
        said = self._process.stdout.read() + self._process.stderr.read()
        code = self._process.wait(PATIENCE_S)
        self._process.stdout.close()
        self._process.stderr.close()
        return code, said


class Elsewhere(unittest.TestCase):
    def setUp(self):
        self.presenter = self.enterContext(Presenter(DECK, ["--listen", HOST]))
        self.operator = self.enterContext(Operator(self.presenter))
        self.at = f"{HOST}:{self.presenter.port}"

    def run_it(self, command, *words):
        return subprocess.run(
            [*command, *words], env=clients.ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE_S
        )

    def says(self, line, command, *words):
        ran = self.run_it(command, *words)
        self.assertEqual((ran.returncode, ran.stdout), (0, line + "\n"), ran.stderr)

    def one_that_asks(self):
        return self.operator.until(lambda pairing: pairing["asking"])["asking"][0]

    def let_in(self, command, secret):
        """The number of the device, once the operator has accepted it as a controller."""
        asking = Asking(command, secret)
        words = asking.words()
        seen = self.one_that_asks()
        self.assertEqual(seen["words"], words)
        self.operator.says("accept", seen["device"], "controller")
        code, said = asking.end()
        self.assertEqual(code, 0, said)
        self.assertIn("let in as controller", said)
        return seen["device"]

    def devices(self):
        return self.operator.until(lambda pairing: not pairing["asking"])["devices"]


class Python(Elsewhere):
    """By PIN, over TLS."""

    def setUp(self):
        super().setUp()
        self.command = [*clients.PYTHON, "--at", self.at, "--name", "Lisa’s laptop"]

    def test_is_let_in_by_the_pin_and_drives(self):
        device = self.let_in(self.command, self.operator.window()["pin"])
        lisa = {"device": device, "name": "Lisa’s laptop", "role": "controller", "pinned": False}
        self.assertEqual(self.devices(), [lisa])
        self.says(f"2 of 3 · 2 · {SECRETS[1]}", self.command, "next")
        self.says(f"1 of 3 · 1 · {SECRETS[0]}", self.command, "previous")

    def test_keeps_its_key_where_nobody_else_reads_it(self):
        self.let_in(self.command, self.operator.window()["pin"])
        kept = pathlib.Path(os.environ["XDG_STATE_HOME"], "lectern/example-python.json")
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)

    def test_says_that_the_pin_is_wrong_and_is_not_let_in(self):
        pin = self.operator.window()["pin"]
        wrong = f"{(int(pin) + 1) % 10**8:08}"
        code, said = Asking(self.command, wrong).end()
        self.assertEqual(code, 1, said)
        self.assertIn("not the PIN", said)
        self.assertIsNone(pairing.kept_device(self.at))
        self.assertEqual(self.run_it(self.command, "next").returncode, 1)
        device = self.let_in(self.command, pin)
        self.assertEqual([paired["device"] for paired in self.devices()], [device])

    def test_is_told_that_the_operator_declines(self):
        asking = Asking(self.command, self.operator.window()["pin"])
        asking.words()
        self.operator.says("decline", self.one_that_asks()["device"])
        code, said = asking.end()
        self.assertEqual(code, 1, said)
        self.assertIn("declined", said)

    def test_goes_no_further_where_the_certificate_is_another(self):
        self.let_in(self.command, self.operator.window()["pin"])
        device = pairing.kept_device(self.at)
        device.certificate = bytes(32)
        pairing.keep_device(self.at, device)
        ran = self.run_it(self.command, "next")
        self.assertEqual(ran.returncode, 3)
        self.assertIn("another certificate", ran.stderr)

    def test_is_told_that_it_was_revoked(self):
        device = self.let_in(self.command, self.operator.window()["pin"])

        async def be_revoked():
            remote = python_remote.Remote(self.at, device=pairing.kept_device(self.at))
            await remote.connect()
            revoking = threading.Thread(target=self.operator.says, args=("revoke", device))
            revoking.start()
            with self.assertRaises(python_remote.Refused):
                await remote.until(lambda: False)
            revoking.join()
            return remote.socket.close_code

        self.assertEqual(asyncio.run(be_revoked()), 4006)
        ran = self.run_it(self.command, "status")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("pair it again", ran.stderr)


class TypeScript(Elsewhere):
    """By invitation, over plain HTTP, on which somebody listens."""

    @classmethod
    def setUpClass(cls):
        cls.built = clients.BuiltTypeScript()
        cls.addClassCleanup(cls.built.end)

    def recorded(self):
        """The invitation, and what was to be heard while a device was let in by it and pressed *next*."""
        invitation = self.operator.window()["invitations"][0]
        self.assertTrue(invitation.startswith(f"http://{self.at}/remote#v1."), invitation)
        with Recorder(HOST, self.presenter.port) as recorder:
            command = [*self.built.command, "--at", recorder.at]
            self.let_in(command, invitation.replace(self.at, recorder.at))
            self.says(f"2 of 3 · 2 · {SECRETS[1]}", command, "next")
        return invitation, recorder.recordings

    def test_is_let_in_by_the_invitation_and_drives_with_everything_sealed(self):
        invitation, (letting_in, driving) = self.recorded()
        token = base64.urlsafe_b64decode(invitation.rpartition(".")[2] + "==")
        written = [base64.b64encode(token), base64.urlsafe_b64encode(token), token.hex().encode()]
        tokens = [token, *(text.rstrip(b"=") for text in written)]

        client, presenter = driving.client_messages(), driving.presenter_messages()
        hello, prove = client[:2]
        self.assertIn('"hello"', hello)
        self.assertIn('"prove"', prove)
        self.assertIn('"challenge"', presenter[0])
        sealed = client[2:] + presenter[1:]
        self.assertGreater(len(sealed), 3)
        self.assertEqual({type(message) for message in sealed}, {bytes})

        heard = [letting_in.from_client, letting_in.from_presenter, driving.from_client, driving.from_presenter]
        said = letting_in.client_messages() + letting_in.presenter_messages() + client + presenter
        said = heard + [text.encode() if isinstance(text, str) else text for text in said]
        for secret in tokens + [secret.encode() for secret in SECRETS]:
            self.assertFalse([message for message in said if secret in message], secret)

    def test_is_let_in_once_by_an_invitation(self):
        invitation, _ = self.recorded()
        code, said = Asking(self.built.command, invitation).end()
        self.assertEqual(code, 1, said)
        self.assertIn("used", said)

    def test_what_was_recorded_moves_nothing_when_it_is_said_again(self):
        _, (_, driving) = self.recorded()
        request, end, frames = bytes(driving.from_client).partition(b"\r\n\r\n")
        heard, farewell = bytearray(), 8  # bytes of a client's close frame
        with socket.create_connection((HOST, self.presenter.port), PATIENCE_S) as again:
            again.sendall(request + end)
            heard += again.recv(4096)
            again.sendall(frames[:-farewell])
            with contextlib.suppress(ConnectionResetError):
                while chunk := again.recv(4096):
                    heard += chunk
        self.assertIn(struct.pack(">H", 4006), heard)
        here = [*clients.PYTHON, "--at", f"127.0.0.1:{self.presenter.port}"]
        self.says(f"2 of 3 · 2 · {SECRETS[1]}", here, "status")


if __name__ == "__main__":
    unittest.main(verbosity=2)
