// From the QR code's address to the first slide that was moved, on a slow phone: a processor of a quarter of this one's speed, a
// network of 1.6 Mbit/s with 150 ms there and back. The operator, who takes no time to think, is in it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, device } from "../support/browser";
import type { Presenter } from "../support/programs";
import { Proxy } from "../support/proxy";
import { presenterInRoom, room } from "../support/remote_page";

const slow = { wayMs: 75, bytesPerSecond: 200_000 };
let presenter: Presenter;
let proxy: Proxy;
before(async () => {
  presenter = await presenterInRoom();
  proxy = await Proxy.start("127.0.0.3", room, presenter.port, slow);
});
after(async () => {
  await proxy.end();
  await presenter.end();
  await closeBrowser();
});

test("from the code to a slide that was moved: how long it takes is told", async (context) => {
  const operator = await presenter.openPairing();
  const { page } = await device();
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const begun = performance.now();
  const since = () => `${Math.round(performance.now() - begun)} ms`;
  const arrives = page.goto(operator.window.invitations[0]!.replace(room, proxy.host), { waitUntil: "commit" });
  await operator.until(({ asking }) => asking.length > 0);
  context.diagnostic(`it asks, and shows the two words, after ${since()}`);
  await Promise.all([arrives, operator.accept()]);
  await page.locator(".zone.next").waitFor();
  context.diagnostic(`let in after ${since()}`);
  await page.locator(".zone.next").tap();
  await page.locator(".told[data-became=shown]").waitFor();
  context.diagnostic(`the second slide is on the stage and confirmed after ${since()}`);
  assert.equal((await presenter.status()).number, 2);
  await operator.end();
});
