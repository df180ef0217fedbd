// What the client in TypeScript makes of tests/vectors/trust.json, as JSON: node work_out.js BUILT VECTORS
const { readFileSync } = require("node:fs");
const [built, path] = process.argv.slice(2);
const trust = require(`${built}/pairing.js`);
const { bytesToHex: hex, hexToBytes: bytes } = trust;
const vectors = JSON.parse(readFileSync(path, "utf8"));
const words = readFileSync(`${built}/words.txt`, "utf8").split("\n");
const nonces = [bytes(vectors.presenter_nonce), bytes(vectors.client_nonce)];

const agreed = (agreement) => ({
  transcript: hex(agreement.transcript),
  client_proof: hex(agreement.proof("client")),
  presenter_proof: hex(agreement.proof("presenter")),
  device_key: hex(agreement.derive("device key")),
  to_presenter: hex(agreement.derive("to presenter")),
  to_client: hex(agreement.derive("to client")),
  words: agreement.words().map((place) => words[place]).join(" "),
});
const onToken = (of, ...channel) => trust.agreeOnToken(bytes(of.token), ...nonces, of.name, ...channel);
const onDevice = (of, ...channel) =>
  trust.agreeOnDevice({ number: of.device, key: bytes(of.key) }, ...nonces, of.client_id, of.role, ...channel);

const key = bytes(vectors.sealed.key);
const sealed = vectors.sealed.messages.map((message) => bytes(message.sealed));
const changed = (message) => message.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
function open(...messages) {
  const seal = new trust.Seal(key);
  return messages.map((message) => {
    try {
      return hex(seal.open(message));
    } catch {
      return "refused";
    }
  });
}

function proves(said) {
  return onToken(vectors.token[0], bytes(vectors.token[0].channel)).isProof("presenter", said);
}

function read(url) {
  const invitation = trust.readInvitation(url);
  return invitation ? [invitation.at, hex(invitation.certificate), hex(invitation.token)] : null;
}

const right = bytes(vectors.token[0].presenter_proof);
const { url } = vectors.invitation;
const seal = new trust.Seal(key);
const every = Uint8Array.from({ length: 256 }, (_, i) => i);
console.log(JSON.stringify({
  token: vectors.token.map((of) => agreed(onToken(of, bytes(of.channel)))),
  hello: vectors.hello.map((of) => agreed(onDevice(of, bytes(of.channel)))),
  plain_http: [agreed(onToken(vectors.token[1])), agreed(onDevice(vectors.hello[1]))],
  sealed: vectors.sealed.messages.map((message) => hex(seal.close(bytes(message.plain)))),
  in_order: open(...sealed),
  repeated: open(sealed[0], sealed[0]),
  left_out: open(sealed[1]),
  changed: open(changed(sealed[0])),
  right_proof: proves(right),
  wrong_proofs: [bytes(vectors.token[0].client_proof), right.subarray(1), Uint8Array.of(...right, 0)].map(proves),
  invitation: read(url),
  no_invitations: [url.slice(0, -1), url.replace("v1", "v2"), url.split("#")[0]].map(read),
  base64: trust.toBase64(every),
  from_base64: hex(trust.fromBase64(trust.toBase64(every))),
}));
