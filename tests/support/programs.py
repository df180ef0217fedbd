"""The real programs, for tests in Python. LECTERN_BIN_DIR says where they are."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

BIN = pathlib.Path(os.environ.get("LECTERN_BIN_DIR", "build/bin"))
PATIENCE_S = 30  # for what comes at once unless something is broken

# What presenters leave for remotes, and for their next start, is this program's and no one else's.
_state = tempfile.TemporaryDirectory(prefix="lectern-test-")
os.environ["XDG_STATE_HOME"] = os.environ["XDG_RUNTIME_DIR"] = _state.name

DECK = "---\ntitle: A plain deck\n---\n## One\n\nNote:\n\nNotes of one\n\n---\n\n## Two\n\n---\n\n## Three\n"


class Presenter:
    """lectern-presenter, headless on a free port of the loopback interface, until the end of a with."""

    def __init__(self, deck=DECK, options=()):
        self._folder = tempfile.TemporaryDirectory(prefix="lectern-test-")
        path = pathlib.Path(self._folder.name, "slides.md")
        path.write_text(deck)
        self._process = subprocess.Popen(
            [BIN / "lectern-presenter", path, "--headless", "--size", "320x180", "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        ready = self._process.stdout.readline()
        found = re.match(r"ready https?://127\.0\.0\.1:(\d+)/", ready)
        if not found:
            self.end()
            raise RuntimeError(f"the presenter does not start: {ready!r}")
        self.port = int(found[1])

    def end(self):
        """Its exit code, once it was asked to end."""
        self._process.terminate()
        code = self._process.wait(PATIENCE_S)
        self._process.stdout.close()
        self._folder.cleanup()
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


class Operator:
    """`lectern-remote pairing open`, which opens the window and hears what becomes of it, until the end of a with."""

    def __init__(self, presenter):
        self._words = [BIN / "lectern-remote", "--host", f"127.0.0.1:{presenter.port}", "pairing"]
        self._process = subprocess.Popen([*self._words, "open", "--json"], stdout=subprocess.PIPE, text=True)
        self.newest = {"window": None, "asking": [], "devices": []}

    def until(self, holds):
        """The newest that it has heard, once that holds of it."""
        while not holds(self.newest):
            line = self._process.stdout.readline()
            if not line:
                raise AssertionError(f"the operator hears nothing more; the last was {self.newest}")
            self.newest = json.loads(line)
        return self.newest

    def window(self):
        return self.until(lambda pairing: pairing["window"])["window"]

    def says(self, *words):
        """Such as "accept", "3", "controller"."""
        subprocess.run([*self._words, *map(str, words)], check=True, capture_output=True, timeout=PATIENCE_S)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        self._process.stdout.close()
