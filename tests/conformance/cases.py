"""What RFC 6455 asks of either end of a WebSocket, in the categories of the Autobahn suite: of each rule something
that keeps to it and works, and something that breaks it and is refused with the code that the RFC gives.

An end under test fills in `joined`, `message_named` and what is its own; these cases are then run against it."""
from wsproto import events

from peer import BINARY, CLOSE, CONTINUATION, MASK, PING, PONG, TEXT, frame, nested


class End:
    """Of unittest.TestCase, for the end under test."""

    opcode, other = BINARY, TEXT  # of our messages, and the one that they do not have
    mask = MASK  # of what we send to it; None for what comes from a server
    sizes = (64, 65, 124, 125, 126, 127, 128, 255, 256, 4095, 4096)  # of messages that it takes
    not_ours = 4000  # its code for a message that is WebSocket's but not our protocol's

    def joined(self):
        """A Peer that is connected, in the middle of our protocol."""
        raise NotImplementedError

    def message_named(self, name):
        """A message of our protocol: this name comes back in what the end answers."""
        raise NotImplementedError

    def says(self, message, name):
        """Whether this message of the end's has that name in it."""
        return nested(1, name) in message

    def frame(self, opcode, payload=b"", **how):
        return frame(opcode, payload, **{"mask": self.mask, **how})

    def close_frame(self, code=None, reason=b""):
        return self.frame(CLOSE, b"" if code is None else code.to_bytes(2, "big") + reason)

    def message_of(self, size):
        """One of exactly so many bytes, and its name."""
        for length in range(size, max(0, size - 100), -1):
            if len(message := self.message_named(b"a" * length)) == size:
                return message, b"a" * length
        raise ValueError(f"no message has {size} bytes")

    def lives(self, peer):
        peer.send(self.frame(PING, b"still there?"))
        self.assertEqual(peer.pong(), b"still there?")

    def heard(self, frames, name, peer=None):
        """These frames are one message, of this name."""
        peer = peer or self.joined()
        peer.send(frames)
        self.assertIsNotNone(peer.message(lambda data: self.says(data, name)))

    def refused(self, frames, *codes):
        peer = self.joined()
        peer.send(frames)
        self.assertIn(peer.closed_with(), codes)


class Framing(End):
    def test_payloads_of_every_length(self):
        for size in self.sizes:
            with self.subTest(size=size):
                message, name = self.message_of(size)
                self.heard(self.frame(self.opcode, message), name)

    def test_a_length_of_16_bits_that_7_could_say(self):
        self.refused(self.frame(self.opcode, self.message_named(b"deck"), form=16), 1002)

    def test_a_length_of_64_bits_that_16_could_say(self):
        self.refused(self.frame(self.opcode, self.message_of(300)[0], form=64), 1002)

    def test_a_length_with_its_highest_bit_set(self):
        self.refused(self.frame(self.opcode, size=1 << 63, form=64), 1002, 1009)

    def test_octet_by_octet(self):
        peer = self.joined()
        for octet in self.frame(self.opcode, self.message_named(b"slow")):
            peer.send(bytes([octet]))
        self.heard(b"", b"slow", peer)

    def test_two_frames_in_one_segment(self):
        peer = self.joined()
        peer.send(b"".join(self.frame(self.opcode, self.message_named(name)) for name in (b"one", b"two")))
        self.heard(b"", b"one", peer)
        self.heard(b"", b"two", peer)


class ReservedBits(End):
    def test_set_on_a_message(self):
        for rsv in range(1, 8):
            with self.subTest(rsv=rsv):
                self.refused(self.frame(self.opcode, self.message_named(b"deck"), rsv=rsv), 1002)

    def test_set_on_a_control_frame(self):
        for opcode in (PING, PONG, CLOSE):
            for rsv in (1, 2, 4, 7):
                with self.subTest(opcode=opcode, rsv=rsv):
                    self.refused(self.frame(opcode, rsv=rsv), 1002)

    def test_set_on_a_continuation(self):
        start = self.frame(self.opcode, b"\x1a", fin=False)
        self.refused(start + self.frame(CONTINUATION, b"\0", rsv=4), 1002)


class Opcodes(End):
    def test_reserved_for_messages(self):
        for opcode in range(3, 8):
            for payload in (b"", b"payload"):
                with self.subTest(opcode=opcode, payload=payload):
                    self.refused(self.frame(opcode, payload), 1002)

    def test_reserved_for_control(self):
        for opcode in range(11, 16):
            with self.subTest(opcode=opcode):
                self.refused(self.frame(opcode), 1002)

    def test_reserved_inside_a_fragmented_message(self):
        self.refused(self.frame(self.opcode, b"\x1a", fin=False) + self.frame(11), 1002)

    def test_reserved_after_a_right_message(self):
        self.refused(self.frame(self.opcode, self.message_named(b"deck")) + self.frame(5), 1002)


class Control(End):
    def test_a_ping_is_answered_with_its_payload(self):
        for payload in (b"", b"hello", b"\0\xff\xfe\x80", b"p" * 125):
            with self.subTest(payload=payload):
                peer = self.joined()
                peer.send(self.frame(PING, payload))
                self.assertEqual(peer.pong(), payload)

    def test_of_126_bytes(self):
        for opcode in (PING, PONG, CLOSE):
            with self.subTest(opcode=opcode):
                self.refused(self.frame(opcode, b"\x03\xe8" + b"p" * 124), 1002)

    def test_whose_short_length_is_said_in_16_bits(self):
        self.refused(self.frame(PING, b"p", form=16), 1002)

    def test_a_pong_that_nobody_asked_for_is_passed_over(self):
        peer = self.joined()
        peer.send(self.frame(PONG) + self.frame(PONG, b"unasked"))
        self.lives(peer)

    def test_ten_pings_are_answered_in_order(self):
        peer = self.joined()
        peer.send(b"".join(self.frame(PING, bytes([n])) for n in range(10)))
        self.assertEqual([peer.pong() for _ in range(10)], [bytes([n]) for n in range(10)])

    def test_a_ping_octet_by_octet(self):
        peer = self.joined()
        for octet in self.frame(PING, b"slow"):
            peer.send(bytes([octet]))
        self.assertEqual(peer.pong(), b"slow")

    def test_in_fragments(self):
        for opcode in (PING, PONG, CLOSE):
            with self.subTest(opcode=opcode):
                self.refused(self.frame(opcode, fin=False) + self.frame(CONTINUATION), 1002)


class Fragmentation(End):
    name = b"in fragments"

    def whole(self, *lengths, between=b""):
        """Our message in fragments of these lengths, the last with what is left."""
        message, pieces = self.message_named(self.name), []
        for length in lengths:
            pieces.append(message[:length])
            message = message[length:]
        pieces.append(message)
        return between.join(
            self.frame(CONTINUATION if i else self.opcode, piece, fin=i == len(lengths))
            for i, piece in enumerate(pieces)
        )

    def test_two_fragments(self):
        self.heard(self.whole(7), self.name)

    def test_a_fragment_for_each_octet(self):
        self.heard(self.whole(*[1] * (len(self.message_named(self.name)) - 1)), self.name)

    def test_fragments_of_nothing(self):
        self.heard(self.whole(0, 3, 0, len(self.message_named(self.name)) - 3), self.name)

    def test_a_ping_between_fragments_is_answered_before_the_message_ends(self):
        peer, message = self.joined(), self.message_named(self.name)
        peer.send(self.frame(self.opcode, message[:5], fin=False) + self.frame(PING, b"between"))
        self.assertEqual(peer.pong(), b"between")
        self.heard(self.frame(CONTINUATION, message[5:]), self.name, peer)

    def test_a_pong_between_fragments(self):
        self.heard(self.whole(5, 5, between=self.frame(PONG, b"unasked")), self.name)

    def test_a_close_between_fragments(self):
        self.refused(self.frame(self.opcode, b"\x1a", fin=False) + self.close_frame(1000), 1000)

    def test_a_continuation_of_nothing(self):
        for fin in (True, False):
            with self.subTest(fin=fin):
                self.refused(self.frame(CONTINUATION, b"more", fin=fin), 1002)

    def test_a_continuation_after_the_last(self):
        self.refused(self.whole(5) + self.frame(CONTINUATION, b"more"), 1002)

    def test_a_new_message_inside_another(self):
        for opcode in (self.opcode, self.other):
            with self.subTest(opcode=opcode):
                self.refused(self.frame(self.opcode, b"\x1a", fin=False) + self.frame(opcode, b"new"), 1002)

    def test_empty_fragments_by_the_thousand_do_no_harm(self):
        peer = self.joined()
        peer.send(self.frame(self.opcode, fin=False) + self.frame(CONTINUATION, fin=False) * 10_000)
        self.heard(self.frame(CONTINUATION, self.message_named(b"at last")), b"at last", peer)


MALFORMED_TEXT = {
    "a continuation alone": b"\x80",
    "an octet that never occurs": b"\xff",
    "a sequence cut short": b"abc\xe2\x82",
    "a sequence broken off": b"\xe2\x28\xa1",
    "a slash in two octets": b"\xc0\xaf",
    "a slash in three octets": b"\xe0\x80\xaf",
    "a surrogate": b"\xed\xa0\x80",
    "beyond the last character": b"\xf4\x90\x80\x80",
    "five octets": b"\xf8\x88\x80\x80\x80",
}


class Utf8(End):
    """Text that is no message is not of our protocol; what is not UTF-8 is not even text."""

    def test_well_formed_text(self):
        for text in ("ascii", "Tŷ", "κόσμε", "\ud7ff\ue000\U0010ffff", "\0", "𝄞" * 40):
            with self.subTest(text=text):
                self.refused(self.frame(TEXT, text.encode()), self.not_ours)

    def test_a_message_in_frames_of_the_other_kind(self):
        self.refused(self.frame(self.other, self.message_named(b"deck")), self.not_ours)

    def test_a_character_in_two_fragments(self):
        start = self.frame(TEXT, b"\xe2", fin=False)
        self.refused(start + self.frame(CONTINUATION, b"\x82\xac"), self.not_ours)

    def test_malformed_text(self):
        for name, text in MALFORMED_TEXT.items():
            with self.subTest(name):
                self.refused(self.frame(TEXT, text), 1007)

    def test_malformed_text_in_fragments_is_refused_at_once(self):
        self.refused(self.frame(TEXT, b"abc\xff", fin=False), 1007)

    def test_a_character_that_the_next_fragment_does_not_end(self):
        start = self.frame(TEXT, b"\xe2\x82", fin=False)
        self.refused(start + self.frame(CONTINUATION, b"a"), 1007)

    def test_a_close_reason_that_is_no_text(self):
        for name, text in MALFORMED_TEXT.items():
            with self.subTest(name):
                self.refused(self.close_frame(1000, text), 1002, 1007)


class Closing(End):
    def test_without_a_code(self):
        peer = self.joined()
        peer.send(self.close_frame())
        self.assertIn(peer.closed_with(), (1000, 1005))  # wsproto says 1005 where there is none

    def test_a_code_is_answered_with_itself(self):
        for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999):
            with self.subTest(code=code):
                self.refused(self.close_frame(code), code)

    def test_a_reason_of_123_octets(self):
        self.refused(self.close_frame(1000, b"r" * 123), 1000)

    def test_half_a_code(self):
        self.refused(self.frame(CLOSE, b"\x03"), 1002)

    def test_codes_that_may_not_be_sent(self):
        for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999):
            with self.subTest(code=code):
                self.refused(self.close_frame(code), 1002)

    def test_nothing_is_heard_after_a_close(self):
        peer = self.joined()
        late = self.frame(self.opcode, self.message_named(b"late")) + self.frame(PING, b"late")
        peer.send(self.close_frame(1000) + late)
        after = peer.rest()
        self.assertIsInstance(after[-1], events.CloseConnection)
        self.assertFalse([event for event in after if b"late" in bytes(getattr(event, "data", b""))])
        self.assertFalse([event for event in after if isinstance(event, events.Pong)])

    def test_a_second_close(self):
        self.refused(self.close_frame(1000) + self.close_frame(3000), 1000)

    def test_who_closes_waits_for_the_answer_and_passes_over_what_comes_before_it(self):
        peer = self.joined()
        peer.send(self.frame(self.opcode, b"not of this protocol"))
        self.assertEqual(peer.next_of(events.CloseConnection).code, self.not_ours)
        peer.send(self.frame(self.opcode, self.message_named(b"late")) + self.close_frame(self.not_ours))
        self.assertEqual(peer.rest(), [])

    def test_who_closes_does_not_wait_for_ever(self):
        peer = self.joined()
        peer.send(self.frame(self.opcode, b"not of this protocol"))
        self.assertEqual(peer.rest()[-1].code, self.not_ours)


EVERY_CASE = (Framing, ReservedBits, Opcodes, Control, Fragmentation, Utf8, Closing)
