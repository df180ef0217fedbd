#!/usr/bin/env python3
"""A remote for Lectern in one file, written from docs/protocol.md alone.

    remote.py [--at HOST:PORT] status | next | previous | goto H[.V] | watch

It needs python3-websockets. The exit code is 0 once the audience sees it, 1 where the presenter refuses, and 3 where
there is none.
"""
import argparse
import asyncio
import json
import os
import pathlib
import random
import secrets
import sys
import time

import websockets

SUBPROTOCOL = "lectern.v1.json"
PRESS_LASTS_MS = 2000  # later than this a press is not meant any more
FINAL_CODES = range(4000, 4003)  # trying again changes nothing


def operators_token(at):
    """What lets the programs of the presenter's own user drive; empty where there is none, and never for another machine."""
    host, _, port = at.rpartition(":")
    if host != "127.0.0.1":
        return ""
    home = os.environ.get("XDG_STATE_HOME") or pathlib.Path.home() / ".local/state"
    folder = pathlib.Path(os.environ.get("XDG_RUNTIME_DIR") or home, "lectern")
    try:
        return (folder / f"operator-{port}").read_text()
    except OSError:
        return ""


class Gone(Exception):
    """There is no presenter to speak of."""


class Remote:
    """What a client knows, and one connection after another. `take` is all that makes anything of a message."""

    def __init__(self, at, name="an example in Python"):
        self.at, self.url, self.name = at, f"ws://{at}/v1/session", name
        self.client_id = secrets.token_hex(16)  # kept over reconnects: commands are told apart by it
        self.welcome, self.state, self.outline, self.presented = None, None, None, 0
        self.clock_ahead_ms = 0  # the presenter's clock, less ours
        self.last_id, self.unanswered, self.answers = 0, {}, {}

    async def connect(self, attempts=4):
        pause_s = 0.25
        for _ in range(attempts):
            try:
                self.socket = await websockets.connect(
                    self.url, subprotocols=[SUBPROTOCOL], compression=None, max_size=1 << 20
                )
                if self.socket.subprotocol != SUBPROTOCOL:
                    raise Gone("what answers there does not speak " + SUBPROTOCOL)
                return await self.greet()
            except (OSError, asyncio.TimeoutError, websockets.ConnectionClosed):
                await asyncio.sleep(pause_s * random.uniform(0.5, 1.5))
                pause_s = min(2 * pause_s, 5)
            except websockets.InvalidHandshake as refused:
                raise Gone(f"what answers there is not a presenter: {refused}") from refused
        raise Gone("no presenter answers at " + self.url)

    async def greet(self):
        before, epoch = self.welcome, (self.welcome or {}).get("epoch")
        self.welcome = self.state = None
        asked_ms = ours_ms()
        hello = {"versionMin": 1, "versionMax": 1, "clientId": self.client_id, "clientName": self.name}
        await self.send(hello={**hello, "role": "ROLE_CONTROLLER", "operatorToken": operators_token(self.at)})
        await self.until(lambda: self.welcome)
        # The presenter read its clock about half-way between our hello and now.
        self.clock_ahead_ms = int(self.welcome.get("sentMs", 0)) - (asked_ms + ours_ms()) // 2
        if before and self.welcome["epoch"] != epoch:
            self.unanswered.clear()  # another run of the presenter: what was meant for the last is not meant for it
        await self.until(lambda: self.state)
        for command in self.unanswered.values():
            await self.send(command=command)  # as it was: if it had arrived, it is answered again and not done again

    async def send(self, **message):
        await self.socket.send(json.dumps(message))

    async def next(self):
        """Takes the next message; connects again where the connection is gone."""
        try:
            self.take(json.loads(await self.socket.recv()))
        except websockets.ConnectionClosed as closed:
            if closed.rcvd and closed.rcvd.code in FINAL_CODES:
                raise Gone(closed.rcvd.reason) from closed
            if self.welcome is None:
                raise
            await self.connect()

    async def until(self, holds):
        while not holds():
            await self.next()

    def take(self, message):
        """Kinds that are not known, such as those of a later version, are passed over."""
        for kind, content in message.items():
            if kind == "welcome":
                self.welcome, self.presented = content, 0
            elif kind == "state":
                self.state = content
            elif kind == "presented":
                self.presented = content.get("revision", 0)
            elif kind == "outline":
                self.outline = content
            elif kind == "answer":
                self.answers[content["commandId"]] = content
                self.unanswered.pop(content["commandId"], None)

    async def press(self, action):
        """Sends a command and waits for its answer, and, where it is accepted, until the audience sees it."""
        self.last_id += 1
        command = {"id": self.last_id, "epoch": self.welcome["epoch"], **action}
        command["expiresMs"] = ours_ms() + self.clock_ahead_ms + PRESS_LASTS_MS
        self.unanswered[command["id"]] = command
        await self.send(command=command)
        await self.until(lambda: command["id"] not in self.unanswered)
        answer = self.answers.pop(command["id"], {"message": "the presenter was started again"})
        if "accepted" in answer:
            await self.until(lambda: self.is_shown(answer["accepted"]))
        return answer

    def is_shown(self, revision):
        """Nobody waits for what a frozen stage holds back."""
        frozen = self.state.get("frozen", {"since": revision})
        return self.state["revision"] >= revision and self.presented >= min(revision, frozen["since"])

    def step(self, direction):
        """From the place in the newest state, so that two people who press at once move one slide, not two."""
        start = {"deck": self.state["deck"], "from": self.state["position"]}
        return self.press({"step": {"direction": "DIRECTION_" + direction.upper(), **start}})

    async def know_the_deck(self):
        if (self.outline or {}).get("deck") != self.state["deck"]:
            await self.send(deckRequest={"deck": self.state["deck"], "outline": {}})
            await self.until(lambda: (self.outline or {}).get("deck") == self.state["deck"])

    def line(self):
        """Such as "2 of 28 · 1.2 · This evening · black". What is 0, false or empty may be left out of a message."""
        place = self.state["position"]
        h, v = place["h"], place.get("v", 0)
        slides = self.outline["slides"]
        number = next((i for i, s in enumerate(slides, 1) if (s["h"], s.get("v", 0)) == (h, v)), 0)
        count = max(i for i, s in enumerate(slides, 1) if not s.get("uncounted"))
        title = slides[number - 1].get("title", "") if number else ""
        words = [f"{number} of {count}", f"{h}.{v}" if v else f"{h}", title]
        return " · ".join(words + ["black"] * self.state.get("black", False))


def ours_ms():
    return time.monotonic_ns() // 1_000_000


def go_to(address):
    h, _, v = address.partition(".")
    return {"goTo": {"h": int(h), "v": int(v or 0)}}


async def do(verb, target, remote):
    """The exit code."""
    answer = None
    if verb in ("next", "previous"):
        answer = await remote.step(verb)
    elif verb == "goto":
        answer = await remote.press(go_to(target))
    if answer and "accepted" not in answer:
        print("refused:", answer.get("message", ""), file=sys.stderr)
        return 1
    last = None
    while True:
        await remote.know_the_deck()
        if (line := remote.line()) != last:
            print(line, flush=True)
        if verb != "watch":
            return 0
        last = line
        await remote.next()


async def call(verb, target, remote):
    await remote.connect()
    try:
        return await do(verb, target, remote)
    finally:
        await remote.socket.close()


def main():
    words = argparse.ArgumentParser(description="Drives a lectern-presenter.")
    words.add_argument("--at", default="127.0.0.1:7070", metavar="HOST:PORT")
    words.add_argument("verb", choices=("status", "next", "previous", "goto", "watch"))
    words.add_argument("target", nargs="?", help="of goto: H or H.V")
    asked = words.parse_args()
    try:
        sys.exit(asyncio.run(call(asked.verb, asked.target, Remote(asked.at))))
    except Gone as gone:
        print(gone, file=sys.stderr)
        sys.exit(3)


if __name__ == "__main__":
    main()
