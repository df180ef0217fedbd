"""One end of a WebSocket that says exactly what a case wants it to, right or wrong. What comes back is read by
wsproto, an implementation that shares nothing with ours: it raises what is not after RFC 6455."""
from wsproto import events

from programs import PATIENCE_S

MASK = b"\x37\xfa\x21\x3d"  # RFC 6455 §5.7
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10


def frame(opcode, payload=b"", fin=True, rsv=0, mask=MASK, size=None, form=None):
    """One frame (§5.2). `size` says another length than the payload has, `form` (7, 16 or 64 bits) how it is said."""
    size = len(payload) if size is None else size
    form = form or (7 if size < 126 else 16 if size < 65536 else 64)
    short = {7: size, 16: 126, 64: 127}[form]
    extended = b"" if form == 7 else size.to_bytes(form // 8, "big")
    head = bytes([fin << 7 | rsv << 4 | opcode, (mask is not None) << 7 | short]) + extended
    if mask is None:
        return head + payload
    return head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))


class Peer:
    """A connection whose handshake `ws` does or has done."""

    def __init__(self, sock, ws):
        self._sock, self._ws = sock, ws
        self._sock.settimeout(PATIENCE_S)
        self._read = []

    def send(self, data):
        """The stream may be at its end by now: what comes of it is what a case looks at."""
        try:
            self._sock.sendall(data)
        except OSError:
            pass

    def next(self):
        """The next event of wsproto's (a message in one piece, text as UTF-8); None once the stream has ended."""
        data = b""
        while True:
            event = self._next_piece()
            if not isinstance(event, events.Message):
                return event
            data += event.data.encode() if isinstance(event, events.TextMessage) else event.data
            if event.message_finished:
                return events.BytesMessage(data=data)

    def _next_piece(self):
        while not self._read:
            try:
                data = self._sock.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                return None
            self._ws.receive_data(data)
            self._read = list(self._ws.events())
        return self._read.pop(0)

    def next_of(self, kind):
        """The next event of that kind; None once the stream has ended."""
        while (event := self.next()) is not None and not isinstance(event, kind):
            pass
        return event

    def message(self, is_wanted=lambda data: True):
        """The next message that is wanted, as bytes; None once the stream has ended."""
        while (event := self.next_of(events.BytesMessage)) is not None:
            if is_wanted(bytes(event.data)):
                return bytes(event.data)

    def pong(self):
        """The next pong's payload; None once the stream has ended."""
        event = self.next_of(events.Pong)
        return None if event is None else bytes(event.payload)

    def rest(self):
        """Everything up to the end of the stream."""
        return list(iter(self.next, None))

    def closed_with(self):
        """The code that the other end closed with, which is answered; None where the stream ended without."""
        if (event := self.next_of(events.CloseConnection)) is None:
            return None
        self.send(self._ws.send(event.response()))
        self.rest()
        return int(event.code)

    def hang_up(self):
        self._sock.close()


# Just so much of Protocol Buffers.


def varint(number):
    out = b""
    while number > 127:
        out, number = out + bytes([number & 127 | 128]), number >> 7
    return out + bytes([number])


def number(field, value):
    return bytes([field << 3]) + varint(value)


def nested(field, content):
    return bytes([field << 3 | 2]) + varint(len(content)) + content
