// How a phone comes in, in Chromium against the real presenter.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, laptop, phone } from "../support/browser";
import { findings } from "../support/findings";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom, room } from "../support/remote_page";

let presenter: Presenter;
before(async () => void (presenter = await presenterInRoom()));
after(async () => {
  await presenter.end();
  await closeBrowser();
});

const address = () => `http://${room}:${presenter.port}/remote`;
const until = (remote: RemotePage, at: string) => remote.page.locator(`.coming[data-at="${at}"]`).waitFor();

test("by the QR code's address, without a tap: the same words on both screens, then it drives", async () => {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open(operator.window.invitations[0]!);
  await until(remote, "words");
  assert.equal(remote.page.url(), address(), "the secret stands in the address bar no longer");
  assert.deepEqual(await findings(remote.page), []);
  const shown = (await remote.page.locator(".words").innerText()).split(/\s+/).join(" ");
  assert.equal(await operator.accept(), shown);
  await remote.link("connected");
  await remote.press("next");
  await remote.told("shown");
  assert.equal((await presenter.until(({ number }) => number === 2)).number, 2);

  await remote.page.reload();
  await remote.link("connected"); // this device is known from now on
  assert.deepEqual(remote.complaints, []);
  await operator.end();

  await presenter.remote("pairing", "revoke", "1");
  await until(remote, "pin");
  await remote.page.getByRole("alert").filter({ hasText: "not paired here any more" }).waitFor();
  await remote.close();
});

test("where the page's script takes longer than the presenter waits for the connection that came before it, there is another", async () => {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open("about:blank");
  const gone = remote.page.waitForEvent("websocket").then((socket) => socket.waitForEvent("close"));
  await remote.page.route("**/remote.js", async (route) => {
    await gone;
    await route.continue();
  });
  await remote.page.goto(operator.window.invitations[0]!);
  await operator.accept();
  await remote.link("connected");
  await operator.end();
  await remote.close();
});

test("scanning and driving take less than 150 KB, and the page's own address asks nobody else", async (context) => {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open("about:blank");
  const client = await remote.page.context().newCDPSession(remote.page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => void (bytes += encodedDataLength));
  client.on("Network.webSocketFrameReceived", ({ response: { payloadData } }) => void (bytes += (payloadData.length * 3) / 4));
  await remote.page.goto(operator.window.invitations[0]!);
  await operator.accept();
  await remote.link("connected");
  const isThere = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
  for (const which of ["current", "next"])
    await remote.page.waitForFunction(isThere, await remote.page.locator(`.slide.${which} img`).elementHandle() as never);
  context.diagnostic(`${(bytes / 1000).toFixed(1)} KB`);
  assert.ok(bytes > 10_000 && bytes < 150_000, `${bytes} bytes`);
  assert.deepEqual(remote.complaints, []);
  await operator.end();
  await remote.close();
});

test("by typed address and PIN, from the keyboard alone", async () => {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open(address(), laptop);
  await until(remote, "pin");
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.keyboard.press("Tab");
  const { pin } = operator.window;
  await remote.page.keyboard.type(`${pin.slice(0, 4)} ${pin.slice(4)}`);
  await remote.page.keyboard.press("Tab");
  await remote.page.keyboard.press("Control+A");
  await remote.page.keyboard.type("Omar’s laptop");
  await remote.page.keyboard.press("Enter");
  await until(remote, "words");
  const { asking } = await operator.until(({ asking: all }) => all.length > 0);
  assert.equal(asking[0]!.name, "Omar’s laptop");
  await operator.accept();
  await remote.link("connected");
  await operator.end();
  await remote.close();
});

test("over TLS, by the code and by the PIN, nothing is sealed twice, and it drives", async () => {
  const secure = { ...phone, ignoreHTTPSErrors: true }; // of a certificate that nobody vouches for a browser warns
  const operator = await presenter.openPairing();
  const [invitation] = operator.window.invitations;
  const remote = await RemotePage.open(invitation!.replace("http:", "https:"), secure);
  await operator.accept();
  await remote.link("connected");
  const { number } = await presenter.status();
  await remote.press("next");
  await remote.told("shown");
  assert.equal((await presenter.status()).number, number + 1);

  const other = await RemotePage.open(`https://${room}:${presenter.port}/remote`, secure);
  await other.page.locator("#pin").fill(operator.window.pin);
  await other.page.locator("button.main").click();
  await until(other, "words");
  await operator.accept();
  await other.link("connected");
  const complaints = [...remote.complaints, ...other.complaints].filter((each) => !/SSL certificate/.test(each)); // of its service worker
  assert.deepEqual(complaints, []);
  await operator.end();
  await Promise.all([remote.close(), other.close()]);
});

test("a PIN that is none, a wrong one, and closed pairing are each told", async () => {
  const remote = await RemotePage.open(address());
  const type = async (pin: string) => {
    await remote.page.locator("#pin").fill(pin);
    await remote.page.locator("button.main").click();
  };
  await type("123");
  assert.equal(await remote.page.locator("#pin").evaluate((field: HTMLInputElement) => field.validationMessage), "A PIN has eight digits.");
  await presenter.remote("pairing", "close");
  await type("12345678");
  await remote.page.getByRole("heading", { name: "Pairing is closed" }).waitFor();
  assert.deepEqual(await findings(remote.page), []);

  const operator = await presenter.openPairing();
  await remote.page.getByRole("button", { name: "Try again" }).click();
  await type(operator.window.pin === "12345678" ? "87654321" : "12345678");
  await remote.page.getByRole("heading", { name: "That is not the PIN" }).waitFor();
  assert.deepEqual(remote.complaints, []);
  await operator.end();
  await remote.close();
});

test("the operator declines, and it is told", async () => {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open(operator.window.invitations[0]!);
  const { asking } = await operator.until(({ asking: all }) => all.length > 0);
  await presenter.remote("pairing", "decline", String(asking[0]!.device));
  await remote.page.getByRole("heading", { name: "The operator declined" }).waitFor();
  await operator.end();
  await remote.close();
});
