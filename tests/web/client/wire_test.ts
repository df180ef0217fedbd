// Messages as bytes and as JSON: those that every client and the presenter agree on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { create, fromBinary, fromJson, toBinary, toJson, type JsonValue } from "@bufbuild/protobuf";
import { ClientMessageSchema, ServerMessageSchema } from "lectern/v1/wire_pb";
import { decode, encode } from "../../../remote/web/client/wire";
import { fixtures } from "../support/vectors";

for (const { name, message, bytes, json } of fixtures()) {
  const schema = message === "ClientMessage" ? ClientMessageSchema : ServerMessageSchema;
  test(`${name} is read as it is meant`, () => {
    assert.deepEqual(toJson(schema, fromBinary(schema, bytes)), toJson(schema, fromJson(schema, json as JsonValue)));
    assert.deepEqual(toBinary(schema, fromJson(schema, json as JsonValue)), bytes);
  });
  if (message === "ServerMessage") test(`${name} is within bounds`, () => assert.equal(typeof decode(bytes), "object"));
}

const said = (message: Parameters<typeof create<typeof ServerMessageSchema>>[1]) =>
  toBinary(ServerMessageSchema, create(ServerMessageSchema, message));

test("what is too large, cut off or garbage is no message", () => {
  assert.equal(decode(new Uint8Array((1 << 20) + 1)), undefined);
  assert.equal(decode(Uint8Array.of(0xff, 0xff)), undefined);
  for (const { message, bytes } of fixtures())
    if (message === "ServerMessage" && bytes.length > 3) assert.equal(decode(bytes.subarray(0, bytes.length - 1)), undefined);
});

test("a kind of a later version is passed over", () => assert.equal(decode(Uint8Array.of(0xfa, 0x3f, 0)), "unknown"));

test("what is out of bounds is no message", () => {
  const slides = (count: number) => said({ kind: { case: "outline", value: { slides: Array.from({ length: count }, () => ({ h: 1 })) } } });
  assert.equal(typeof decode(slides(2000)), "object");
  assert.equal(decode(slides(2001)), undefined);
  assert.equal(decode(slides(0)), undefined);
  assert.equal(decode(said({ kind: { case: "state", value: { revision: 1 } } })), undefined, "it has no place");
  assert.equal(decode(said({ kind: { case: "pointer", value: { x: NaN } } })), undefined);
  assert.equal(decode(said({ kind: { case: "slide", value: { number: 1, picture: "../x" } } })), undefined);
  assert.equal(decode(said({ kind: { case: "answer", value: { commandId: 1 } } })), undefined);
});

test("any change of any byte is read or refused, and nothing worse", () => {
  for (const { bytes } of fixtures().filter((each) => each.message === "ServerMessage"))
    for (let at = 0; at < bytes.length; ++at)
      for (const bit of [1, 8, 128]) decode(bytes.map((byte, i) => (i === at ? byte ^ bit : byte)));
});

test("encoding is what a presenter reads", () => {
  const bytes = encode({ case: "clockProbe", value: { clientSentMs: 5n } });
  assert.equal(fromBinary(ClientMessageSchema, bytes).kind.case, "clockProbe");
});
