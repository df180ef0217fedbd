"""The clients that are written from docs/protocol.md alone, against the real presenter, and what they make of the
frozen messages that every client reads in the same way."""
import asyncio
import json
import subprocess
import unittest

import websockets

import clients
import remote as python_remote
from programs import PATIENCE_S, Presenter


async def speaks_json(port):
    where = f"ws://127.0.0.1:{port}/v1/session"
    try:
        async with websockets.connect(where, subprotocols=[python_remote.SUBPROTOCOL]):
            return True
    except websockets.InvalidHandshake:
        return False


class Example:
    """Of unittest.TestCase; `command` is how the client is started."""

    @classmethod
    def setUpClass(cls):
        cls.presenter = Presenter()
        cls.addClassCleanup(cls.presenter.end)
        cls.speaks_json = asyncio.run(speaks_json(cls.presenter.port))

    def setUp(self):
        if not self.speaks_json and "frozen" not in self._testMethodName:
            self.skipTest("the presenter does not speak " + python_remote.SUBPROTOCOL)

    def run_it(self, *words, at=None):
        where = at or f"127.0.0.1:{self.presenter.port}"
        return subprocess.run(
            [*self.command, "--at", where, *words],
            env=clients.ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )

    def says(self, line, *words):
        ran = self.run_it(*words)
        self.assertEqual((ran.returncode, ran.stdout), (0, line + "\n"), ran.stderr)

    def test_drives_the_presenter(self):
        self.says("1 of 3 · 1 · One", "goto", "1")
        self.says("1 of 3 · 1 · One", "status")
        self.says("2 of 3 · 2 · Two", "next")
        self.says("1 of 3 · 1 · One", "previous")
        self.says("3 of 3 · 3 · Three", "goto", "3")

    def test_says_what_is_refused(self):
        ran = self.run_it("goto", "9")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("refused:", ran.stderr)

    def test_says_that_nobody_is_there(self):
        ran = self.run_it("status", at="127.0.0.1:1")
        self.assertEqual(ran.returncode, 3)
        self.assertIn("no presenter answers", ran.stderr)


class Python(Example, unittest.TestCase):
    command = clients.PYTHON

    def test_a_press_that_is_cut_off_happens_once(self):
        async def meeting():
            remote = python_remote.Remote(f"127.0.0.1:{self.presenter.port}")
            await remote.connect()
            await remote.press(python_remote.go_to("1"))
            send = remote.send

            async def send_and_be_cut_off(**message):
                remote.send = send
                await send(**message)
                remote.socket.transport.abort()

            remote.send = send_and_be_cut_off
            answer = await remote.step("next")
            await remote.know_the_deck()
            return answer, remote.line()

        answer, line = asyncio.run(meeting())
        self.assertIn("accepted", answer)
        self.assertEqual(line, "2 of 3 · 2 · Two")

    def test_reads_the_frozen_messages(self):
        remote = python_remote.Remote("nowhere")
        paths = (clients.ROOT / "tests/golden/wire").glob("*.json")
        for path in sorted(paths, key=lambda path: (not path.stem.startswith("welcome"), path.stem)):
            frozen = json.loads(path.read_text())
            if frozen["message"] == "ServerMessage":
                remote.take(frozen["json"])
        self.assertEqual(remote.welcome["epoch"], 3735928559)
        self.assertEqual(remote.state["position"]["h"], 3)
        self.assertEqual(remote.presented, 42)
        self.assertEqual(remote.answers[2]["refused"], "REASON_MOVED_ON")
        self.assertEqual(remote.outline["slides"][1]["stepCount"], 3)


class TypeScript(Example, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.built = clients.BuiltTypeScript()
        cls.addClassCleanup(cls.built.end)
        cls.command = cls.built.command
        super().setUpClass()

    def test_reads_the_frozen_messages(self):
        said = self.built.run(
            "-e",
            f"""
            const {{ readdirSync, readFileSync }} = require("node:fs");
            const {{ Remote }} = require({json.dumps(self.command[1])});
            const folder = {json.dumps(str(clients.ROOT / "tests/golden/wire"))};
            const remote = new Remote("nowhere");
            const names = readdirSync(folder).sort();
            const isWelcome = (name) => name.startsWith("welcome");
            for (const name of [...names.filter(isWelcome), ...names.filter((name) => !isWelcome(name))]) {{
              const frozen = JSON.parse(readFileSync(folder + "/" + name, "utf8"));
              if (frozen.message === "ServerMessage") remote.take(frozen.json);
            }}
            console.log(remote.welcome.epoch, remote.state.position.h, remote.presented, remote.outline.slides.length);
            """,
        )
        self.assertEqual(said, "3735928559 3 42 3\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)
