"""Where the example clients are, and how they are started."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from programs import PATIENCE_S

ROOT = pathlib.Path(__file__).parent.parent.parent
CLIENTS = ROOT / "examples/clients"
MODULES = pathlib.Path(os.environ["LECTERN_NPM_DIR"], "node_modules")
PYTHON = [sys.executable, str(CLIENTS / "python/remote.py")]
ENVIRONMENT = {**os.environ, "NODE_PATH": str(MODULES)}

sys.path.insert(0, str(CLIENTS / "python"))


class BuiltTypeScript:
    """As `npm run build` does it, in a folder that goes with this object."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="lectern-test-")
        self.path = pathlib.Path(self._folder.name)
        subprocess.run(
            ["node", MODULES / "typescript/bin/tsc", "-p", CLIENTS / "typescript", "--outDir", self.path]
            + ["--typeRoots", MODULES / "@types", "--baseUrl", MODULES],
            check=True,
        )
        shutil.copy(ROOT / "common/trust/words.txt", self.path)
        self.command = ["node", str(self.path / "remote.js")]

    def end(self):
        self._folder.cleanup()

    def run(self, *words):
        """What node prints."""
        ran = subprocess.run(["node", *words], env=ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE_S)
        if ran.returncode:
            raise AssertionError(ran.stderr)
        return ran.stdout
