"""Somebody who stands between a device and the presenter, with a certificate of his own, and passes everything on."""
import hashlib
import os
import pathlib
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest

from programs import BIN, PATIENCE_S, Operator, Presenter

# As long as each other, so that what is passed on keeps its length.
PRESENTER, BETWEEN = "127.0.0.2", "127.0.0.3"


class Between:
    """Where it listens devices are shown his certificate. What a device or the presenter says is changed as `changes` has it."""

    def __init__(self, port, certificate, changes):
        self._changes = changes
        self._port = port
        self._ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ours.load_cert_chain(certificate)
        self._theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._theirs.check_hostname, self._theirs.verify_mode = False, ssl.CERT_NONE
        self._listener = socket.create_server((BETWEEN, port))
        threading.Thread(target=self._accept, daemon=True).start()

    def end(self):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain):
        try:
            device = self._ours.wrap_socket(plain, server_side=True)
            presenter = self._theirs.wrap_socket(socket.create_connection((PRESENTER, self._port)))
        except OSError:
            return  # the device has seen whose certificate it is
        back = threading.Thread(target=self._pass_on, args=(presenter, device), daemon=True)
        back.start()
        self._pass_on(device, presenter)

    def _pass_on(self, source, to):
        try:
            while said := source.recv(65536):
                for old, new in self._changes:
                    said = said.replace(old, new)
                to.sendall(said)
        except OSError:
            pass
        for end in (source, to):
            end.close()


class Middle(unittest.TestCase):
    def setUp(self):
        self.presenter = Presenter(options=("--listen", PRESENTER))
        self.addCleanup(self.presenter.end)
        self.theirs = self.folder()
        self.laptop = self.folder()
        subprocess.run(
            [BIN / "lectern-presenter", "certificate"], check=True, capture_output=True, env=self.at(self.theirs)
        )
        self.certificate = pathlib.Path(self.theirs, "lectern/certificate.pem")

    def folder(self):
        made = tempfile.TemporaryDirectory(prefix="lectern-test-")
        self.addCleanup(made.cleanup)
        return made.name

    def at(self, folder):
        return {**os.environ, "XDG_STATE_HOME": folder, "XDG_RUNTIME_DIR": folder}

    def between(self, *changes):
        host = (BETWEEN.encode(), PRESENTER.encode())
        between = Between(self.presenter.port, self.certificate, [host, *changes])
        self.addCleanup(between.end)

    def remote(self, host, *words, said=""):
        return subprocess.run(
            [BIN / "lectern-remote", "--host", f"{host}:{self.presenter.port}", *words],
            env=self.at(self.laptop),
            input=said,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )

    def shown_by(self, host):
        return hashlib.sha256(
            ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate((host, self.presenter.port)))
        ).digest()

    def test_is_noticed_by_the_certificate_that_the_presenter_names(self):
        self.between()
        with Operator(self.presenter) as operator:
            ran = self.remote(BETWEEN, "pair", said=operator.window()["pin"])
            self.assertEqual(ran.returncode, 3)
            self.assertIn("somebody stands between", ran.stderr)

    def test_who_changes_that_too_has_a_proof_that_is_worth_nothing(self):
        self.between((self.shown_by(PRESENTER), hashlib.sha256(
            ssl.PEM_cert_to_DER_cert(self.certificate.read_text()[self.certificate.read_text().index("-----BEGIN CERT"):])
        ).digest()))
        with Operator(self.presenter) as operator:
            ran = self.remote(BETWEEN, "pair", said=operator.window()["pin"])
            self.assertEqual(ran.returncode, 1)
            self.assertIn("not the PIN", ran.stderr)
            self.assertEqual(operator.newest["asking"], [])

    def test_who_has_a_code_says_nothing_to_him(self):
        with Operator(self.presenter) as operator:
            code = operator.window()["invitations"][0]
            self.between()
            ran = self.remote(BETWEEN, "pair", said=code.replace(PRESENTER, BETWEEN))
            self.assertIn("another certificate", ran.stderr)

    def test_who_was_paired_says_nothing_to_him(self):
        with Operator(self.presenter) as operator:
            pairing = subprocess.Popen(
                [BIN / "lectern-remote", "--host", f"{PRESENTER}:{self.presenter.port}", "pair"],
                env=self.at(self.laptop), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            )
            pairing.stdin.write(operator.window()["pin"] + "\n")
            pairing.stdin.close()
            device = operator.until(lambda now: now["asking"])["asking"][0]["device"]
            operator.says("accept", device, "controller")
            self.assertEqual(pairing.wait(PATIENCE_S), 0)
        kept = pathlib.Path(self.laptop, "lectern/presenters")
        kept.write_text(kept.read_text().replace(PRESENTER, BETWEEN))  # he has taken over the presenter's address
        self.between()
        ran = self.remote(BETWEEN, "next")
        self.assertEqual(ran.returncode, 3)
        self.assertIn("another certificate", ran.stderr)


if __name__ == "__main__":
    unittest.main()
