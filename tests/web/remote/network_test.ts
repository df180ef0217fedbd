// The remote's page on a network, a presenter and a device that come and go.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser } from "../support/browser";
import { findings } from "../support/findings";
import type { Presenter } from "../support/programs";
import { Proxy } from "../support/proxy";
import { RemotePage, presenterInRoom, room } from "../support/remote_page";

const between = "127.0.0.3";
let presenter: Presenter;
let proxy: Proxy;
let remote: RemotePage;
before(async () => {
  presenter = await presenterInRoom();
  proxy = await Proxy.start(between, room, presenter.port);
  remote = await RemotePage.letIn(presenter, { at: between });
});
after(async () => {
  await proxy.end();
  await presenter.end();
  await closeBrowser();
});

const slide = (wanted: number) => presenter.until(({ number }) => number === wanted);

test("a connection that breaks comes back by itself, and a press made meanwhile happens once", async () => {
  proxy.cut();
  await remote.press("next");
  await remote.told("shown");
  await slide(2);
  assert.equal((await presenter.status()).number, 2);
});

test("half-open: it says that it is cut off, drops what was pressed, and is right again", async () => {
  proxy.hold();
  await remote.press("next");
  await remote.link("waiting");
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.getByRole("alert").filter({ hasText: "Trying again by itself" }).waitFor();
  await remote.told("unconfirmed");
  await presenter.remote("goto", "9");
  proxy.cut();
  proxy.letGo();
  await remote.link("connected");
  await remote.place(9);
  await remote.press("next");
  await remote.told("shown");
  await slide(10);
});

test("the page's own network is gone and comes back", async () => {
  const context = remote.page.context();
  await context.setOffline(true);
  proxy.cut();
  await remote.link("waiting");
  await presenter.remote("goto", "4");
  await context.setOffline(false);
  await remote.link("connected");
  await remote.place(4);
});

test("asleep: right again when it wakes, and nothing pressed meanwhile fires", async (context) => {
  const client = await remote.page.context().newCDPSession(remote.page);
  await client.send("Page.setWebLifecycleState", { state: "frozen" });
  await presenter.remote("goto", "6");
  proxy.cut();
  const woken = performance.now();
  await client.send("Page.setWebLifecycleState", { state: "active" });
  await remote.place(6);
  context.diagnostic(`right again after ${Math.round(performance.now() - woken)} ms`);
  await remote.link("connected");

  // A page that hangs gets what was pressed only afterwards.
  const zone = (await remote.zone("next").boundingBox())!;
  const at = { x: zone.x + zone.width / 2, y: zone.y + zone.height / 2 };
  const hanging = remote.page.evaluate(() => {
    const until = performance.now() + 3500;
    while (performance.now() < until);
  });
  const touch = (type: "touchStart" | "touchEnd") =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchStart" ? [at] : [] });
  await Promise.all([hanging, touch("touchStart"), touch("touchEnd")]);
  await remote.press("previous"); // comes after whatever that did
  await remote.told("shown");
  assert.equal((await slide(5)).number, 5);
});

test("two phones and lectern-remote that press at once on the same slide move one slide", async () => {
  const other = await RemotePage.letIn(presenter, { at: between });
  await presenter.remote("goto", "2");
  await Promise.all([remote.place(2), other.place(2)]);
  proxy.hold(); // so that each of them has seen slide 2 and nothing later
  const click = (of: RemotePage) => of.zone("next").evaluate((zone: HTMLElement) => zone.click());
  await Promise.all([click(remote), click(other), presenter.remote("next")]);
  proxy.letGo();
  await Promise.all([remote.told("refused"), other.told("refused")]);
  assert.equal((await slide(3)).number, 3);
  await Promise.all([remote.place(3), other.place(3)]);
  await other.close();
});

test("the presenter is killed and started again: the device is still known, and the show goes on", async () => {
  await presenter.remote("goto", "8");
  await remote.place(8);
  await presenter.end("SIGKILL");
  await remote.link("waiting");
  presenter = await presenterInRoom({ again: presenter });
  await remote.link("connected");
  await remote.place(8);
  await remote.press("next");
  await remote.told("shown");
  await slide(9);
  assert.deepEqual(remote.complaints, []);
});
