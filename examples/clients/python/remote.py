#!/usr/bin/env python3
"""A remote for Lectern, written from docs/protocol.md alone.

    remote.py [--at HOST:PORT] status | next | previous | goto H[.V] | watch
    remote.py --at HOST:PORT [--name NAME] pair      asks for the PIN that the operator sees

On the display machine it drives by the token of the user who runs the presenter; from another one it has to be let in
first, by `pair`, and speaks TLS from then on. It needs python3-websockets. The exit code is 0 once the audience sees it, 1
where the presenter refuses, and 3 where there is none.
"""
import argparse
import asyncio
import functools
import hashlib
import json
import os
import pathlib
import random
import secrets
import ssl
import sys
import time

import websockets

from pairing import Agreement, Device, answer_srp, from_json, keep_device, kept_device, to_json

SUBPROTOCOL = "lectern.v1.json"
PRESS_LASTS_MS = 2000  # later than this a press is not meant any more
FINAL_CODES = {4000, 4001, 4002, 4006, 4020, 4021, 4022, 4023, 4024}  # trying again changes nothing
CONTROLLER = 4  # among the roles


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


class Refused(Exception):
    """There is one, and it says why not."""


class Pinned(websockets.WebSocketClientProtocol):
    """Looks at the certificate before anything is said: `trusted` is the SHA-256 that it must have; None: any."""

    def __init__(self, *given, trusted, **named):
        super().__init__(*given, **named)
        self.trusted = trusted

    async def handshake(self, *given, **named):
        shown = self.transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
        self.certificate = hashlib.sha256(shown).digest()
        if self.trusted not in (None, self.certificate):
            self.transport.abort()
            raise Gone("what answers there has another certificate than the presenter that let this device in")
        return await super().handshake(*given, **named)


def websocket(at, trusted=None, over_tls=True):
    options = {"subprotocols": [SUBPROTOCOL], "compression": None, "max_size": 1 << 20}
    if not over_tls:
        return websockets.connect(f"ws://{at}/v1/session", **options)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE  # no authority knows it; Pinned does
    pinned = functools.partial(Pinned, trusted=trusted)
    return websockets.connect(f"wss://{at}/v1/session", ssl=tls, create_protocol=pinned, **options)


class Remote:
    """What a client knows, and one connection after another. `take` is all that makes anything of a message."""

    def __init__(self, at, name="an example in Python", device=None):
        self.at, self.name, self.device = at, name, device
        self.client_id = secrets.token_hex(16)  # kept over reconnects: commands are told apart by it
        self.challenge, self.welcome, self.state, self.outline, self.presented = None, None, None, None, 0
        self.clock_ahead_ms = 0  # the presenter's clock, less ours
        self.last_id, self.unanswered, self.answers = 0, {}, {}

    async def connect(self, attempts=4):
        pause_s = 0.25
        for _ in range(attempts):
            try:
                trusted = self.device and self.device.certificate
                self.socket = await websocket(self.at, trusted, over_tls=self.device is not None)
                if self.socket.subprotocol != SUBPROTOCOL:
                    raise Gone("what answers there does not speak " + SUBPROTOCOL)
                return await self.greet()
            except (OSError, asyncio.TimeoutError, websockets.ConnectionClosed):
                await asyncio.sleep(pause_s * random.uniform(0.5, 1.5))
                pause_s = min(2 * pause_s, 5)
            except websockets.InvalidHandshake as refused:
                raise Gone(f"what answers there is not a presenter: {refused}") from refused
        raise Gone("no presenter answers at " + self.at)

    async def greet(self):
        before, epoch = self.welcome, (self.welcome or {}).get("epoch")
        self.challenge = self.welcome = self.state = None
        asked_ms = ours_ms()
        hello = {"versionMin": 1, "versionMax": 1, "clientId": self.client_id, "clientName": self.name}
        hello["role"] = "ROLE_CONTROLLER"
        if self.device:
            await self.prove_the_device(hello)
        else:
            await self.send(hello={**hello, "operatorToken": operators_token(self.at)})
            await self.until(lambda: self.welcome)
        # The presenter read its clock about half-way between our hello and now.
        self.clock_ahead_ms = int(self.welcome.get("sentMs", 0)) - (asked_ms + ours_ms()) // 2
        if before and self.welcome["epoch"] != epoch:
            self.unanswered.clear()  # another run of the presenter: what was meant for the last is not meant for it
        await self.until(lambda: self.state)
        for command in self.unanswered.values():
            await self.send(command=command)  # as it was: if it had arrived, it is answered again and not done again

    async def prove_the_device(self, hello):
        nonce = secrets.token_bytes(32)
        await self.send(hello={**hello, "device": self.device.number, "nonce": to_json(nonce)})
        await self.until(lambda: self.challenge)
        agreement = self.device.agree(from_json(self.challenge["nonce"]), nonce, self.client_id, CONTROLLER)
        await self.send(prove={"proof": to_json(agreement.proof("client"))})
        await self.until(lambda: self.welcome)
        if not agreement.is_proof("presenter", from_json(self.welcome.get("proof", ""))):
            raise Gone("what answers there does not know this device's key")

    async def send(self, **message):
        await self.socket.send(json.dumps(message))

    async def next(self):
        """Takes the next message; connects again where the connection is gone."""
        try:
            self.take(json.loads(await self.socket.recv()))
        except websockets.ConnectionClosed as closed:
            if closed.rcvd and closed.rcvd.code in FINAL_CODES:
                raise Refused(closed.rcvd.reason) from closed
            if self.welcome is None:
                raise
            await self.connect()

    async def until(self, holds):
        while not holds():
            await self.next()

    def take(self, message):
        """Kinds that are not known, such as those of a later version, are passed over."""
        for kind, content in message.items():
            if kind == "challenge":
                self.challenge = content
            elif kind == "welcome":
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


async def pair(at, name, pin):
    """Asks to be let in, and waits until the operator has said yes or no."""
    try:
        async with websocket(at) as socket:
            device, role = await be_let_in(socket, name, pin)
    except websockets.ConnectionClosed as closed:
        raise (Refused(closed.rcvd.reason) if closed.rcvd else Gone("the connection broke")) from closed
    except websockets.InvalidHandshake as refused:
        raise Gone(f"what answers there is not a presenter: {refused}") from refused
    except OSError as error:
        raise Gone(f"no presenter answers at {at} over TLS") from error
    keep_device(at, device)
    print(f"let in as {role.removeprefix('ROLE_').lower()}", flush=True)


async def be_let_in(socket, name, pin):
    async def said(kind):
        message = json.loads(await socket.recv())
        if kind not in message:
            raise Refused("what answers there lets nobody in as the protocol has it")
        return message[kind]

    nonce = secrets.token_bytes(32)
    await socket.send(json.dumps({"pair": {"by": "BY_PIN", "name": name, "nonce": to_json(nonce)}}))
    challenge = {field: from_json(value) for field, value in (await said("challenge")).items()}
    if challenge["certificate"] != socket.certificate:
        raise Refused("somebody stands between this machine and the presenter: it has another certificate")
    salt, presenter_key = challenge["srpSalt"], challenge["srpKey"]
    try:
        client_key, secret = answer_srp(pin, socket.certificate, salt, presenter_key)
    except ValueError as error:
        raise Refused("what answers there is no honest presenter") from error
    fields = [b"lectern v1 pin", challenge["nonce"], nonce, socket.certificate]
    agreement = Agreement(secret, *fields, name.encode(), salt, presenter_key, client_key)
    proof = to_json(agreement.proof("client"))
    await socket.send(json.dumps({"prove": {"proof": proof, "srpKey": to_json(client_key)}}))
    if not agreement.is_proof("presenter", from_json((await said("asked"))["proof"])):
        raise Refused("what answers there does not know the PIN")
    print(f"if the display machine shows “{agreement.words()}” too, have this device accepted there", flush=True)
    paired = await said("paired")
    return Device(paired["device"], agreement.derive("device key"), socket.certificate), paired["role"]


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
    words.add_argument("--name", default="an example in Python", help="what people know this device by")
    words.add_argument("verb", choices=("status", "next", "previous", "goto", "watch", "pair"))
    words.add_argument("target", nargs="?", help="of goto: H or H.V")
    asked = words.parse_args()
    try:
        if asked.verb == "pair":
            print("PIN: ", end="", file=sys.stderr, flush=True)
            sys.exit(asyncio.run(pair(asked.at, asked.name, sys.stdin.readline().strip())))
        remote = Remote(asked.at, asked.name, kept_device(asked.at))
        sys.exit(asyncio.run(call(asked.verb, asked.target, remote)))
    except Refused as refused:
        print("refused:", refused, file=sys.stderr)
        sys.exit(1)
    except Gone as gone:
        print(gone, file=sys.stderr)
        sys.exit(3)


if __name__ == "__main__":
    main()
