// What both ends work out, against tests/vectors/trust.json.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils";
import { type Agreement, agreeOnHello, agreeOnPin, agreeOnToken } from "../../../remote/web/client/agreement";
import { readInvitation } from "../../../remote/web/client/invitation";
import { Seal } from "../../../remote/web/client/seal";
import { pinIdentity, srpAnswer } from "../../../remote/web/client/srp";
import { readJson } from "../support/vectors";

type Values = Record<string, string>;
interface Vectors {
  presenter_nonce: string; client_nonce: string; pin: Values[]; token: Values[]; hello: (Values & { device: number; role: number })[];
  sealed: { key: string; messages: { plain: string; sealed: string }[] };
  invitation: Values;
}
const vectors = readJson("tests/vectors/trust.json") as Vectors;
const bytes = (of: Values, name: string) => hexToBytes(of[name]!);

const meeting = (of: Values) => ({
  presenterNonce: hexToBytes(vectors.presenter_nonce), nonce: hexToBytes(vectors.client_nonce), channel: bytes(of, "channel"),
});

function isAsSaid(agreement: Agreement, of: Values): void {
  assert.deepEqual(
    [agreement.transcript, agreement.clientProof, agreement.presenterProof, agreement.deviceKey, agreement.toPresenter, agreement.toClient].map(bytesToHex),
    ["transcript", "client_proof", "presenter_proof", "device_key", "to_presenter", "to_client"].map((name) => of[name]));
  assert.equal(agreement.words, of.words);
}

test("the PIN", () => {
  for (const of of vectors.pin) {
    const [salt, presenter] = [bytes(of, "salt"), bytes(of, "B")];
    const answer = srpAnswer(pinIdentity(bytes(of, "channel")), of.pin!, salt, presenter, bytes(of, "a"))!;
    assert.equal(bytesToHex(answer.publicKey), of.A);
    assert.equal(bytesToHex(answer.secret), of.S);
    isAsSaid(agreeOnPin(answer.secret, meeting(of), of.name!, { salt, presenter, client: answer.publicKey }), of);
  }
});

test("a key that no honest presenter sends is refused", () => {
  const of = vectors.pin[0]!;
  const asked = (key: Uint8Array) => srpAnswer("lectern", of.pin!, bytes(of, "salt"), key);
  assert.equal(asked(new Uint8Array(384)), undefined);
  assert.equal(asked(new Uint8Array(383).fill(1)), undefined);
  assert.equal(asked(new Uint8Array(0)), undefined);
});

test("the token", () => {
  for (const of of vectors.token) isAsSaid(agreeOnToken(bytes(of, "token"), meeting(of), of.name!), of);
});

test("a device's Hello", () => {
  for (const of of vectors.hello)
    isAsSaid(agreeOnHello({ number: of.device, key: bytes(of, "key") }, meeting(of), of.client_id!, of.role), of);
});

test("sealing", () => {
  const key = hexToBytes(vectors.sealed.key);
  const [closing, opening] = [new Seal(key), new Seal(key)];
  for (const { plain, sealed } of vectors.sealed.messages) {
    assert.equal(bytesToHex(closing.close(hexToBytes(plain))), sealed);
    assert.equal(bytesToHex(opening.open(hexToBytes(sealed))!), plain);
  }
});

test("what was repeated, moved or changed does not open", () => {
  const key = hexToBytes(vectors.sealed.key);
  const closing = new Seal(key);
  const [first, second] = [closing.close(Uint8Array.of(1)), closing.close(Uint8Array.of(2))];
  const repeated = new Seal(key);
  assert.ok(repeated.open(first));
  assert.equal(repeated.open(first), undefined);
  assert.equal(new Seal(key).open(second), undefined);
  assert.equal(new Seal(key).open(first.map((byte, i) => (i === 0 ? byte ^ 1 : byte))), undefined);
  assert.equal(new Seal(key).open(new Uint8Array(3)), undefined);
});

test("the invitation", () => {
  const { url, certificate, token } = vectors.invitation;
  const read = readInvitation(new URL(url!).hash);
  assert.equal(bytesToHex(read!.certificate), certificate);
  assert.equal(bytesToHex(read!.token), token);
});

test("what is no invitation is not read", () => {
  const { hash } = new URL(vectors.invitation.url!);
  for (let length = 0; length < hash.length; ++length) assert.equal(readInvitation(hash.slice(0, length)), undefined);
  assert.equal(readInvitation(`${hash}A`), undefined);
  assert.equal(readInvitation(hash.replace("v1", "v2")), undefined);
});
