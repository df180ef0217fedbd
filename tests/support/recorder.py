"""Somebody who listens on the network: everything between a client and the presenter goes through, and is kept."""
import dataclasses
import socket
import threading

import wsproto.connection
import wsproto.events


@dataclasses.dataclass
class Recording:
    """One connection: every byte of both ends."""

    from_client: bytearray = dataclasses.field(default_factory=bytearray)
    from_presenter: bytearray = dataclasses.field(default_factory=bytearray)

    def client_messages(self):
        return _messages(self.from_client, wsproto.connection.ConnectionType.SERVER)

    def presenter_messages(self):
        return _messages(self.from_presenter, wsproto.connection.ConnectionType.CLIENT)


def _messages(said, heard_by):
    """What was said in the WebSocket, unmasked; text as str."""
    ear = wsproto.connection.Connection(heard_by)
    ear.receive_data(bytes(said.partition(b"\r\n\r\n")[2]))
    whole, part = [], None
    for event in ear.events():
        if isinstance(event, (wsproto.events.TextMessage, wsproto.events.BytesMessage)):
            part = event.data if part is None else part + event.data
            if event.message_finished:
                whole.append(part if isinstance(part, str) else bytes(part))
                part = None
    return whole


class Recorder:
    """Of plain HTTP, until the end of a with; `recordings` are whole then. Clients find it at `at`."""

    def __init__(self, host, port):
        self.recordings = []
        self._presenter = (host, port)
        self._listener = socket.create_server((host, 0))
        self.at = f"{host}:{self._listener.getsockname()[1]}"
        self._sockets, self._threads = [self._listener], []
        self._start(self._listen)

    def _start(self, run, *given):
        thread = threading.Thread(target=run, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _listen(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            presenter = socket.create_connection(self._presenter)
            self._sockets += [client, presenter]
            self.recordings.append(Recording())
            self._start(self._carry, client, presenter, self.recordings[-1].from_client)
            self._start(self._carry, presenter, client, self.recordings[-1].from_presenter)

    def _carry(self, source, target, record):
        """The presenter answers to its own address alone, so that is what `Host` has to say."""
        ours, theirs = self.at.encode(), "{}:{}".format(*self._presenter).encode()
        while chunk := _next_chunk(source):
            if not record:
                chunk = chunk.replace(b"Host: " + ours, b"Host: " + theirs)
            record += chunk
            try:
                target.sendall(chunk)
            except OSError:
                break
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._listener.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in self._sockets:
            each.close()


def _next_chunk(source):
    try:
        return source.recv(65536)
    except OSError:
        return b""
