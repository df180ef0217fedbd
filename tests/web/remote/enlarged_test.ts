// The remote's page where letters are large, colours are few, or the browser is a program of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, laptop } from "../support/browser";
import { findings } from "../support/findings";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom } from "../support/remote_page";

let presenter: Presenter;
let remote: RemotePage;
before(async () => {
  presenter = await presenterInRoom();
  remote = await RemotePage.letIn(presenter, { kind: laptop });
});
after(async () => {
  await presenter.end();
  await closeBrowser();
});

/** What cannot be reached: to the right of the page, or outside a part that does not scroll. */
const unreachable = () => remote.page.evaluate(() => {
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  const buttons = [...document.querySelectorAll<HTMLElement>("button, input, .notes-text")].filter((each) => each.offsetParent !== null);
  const lost = buttons.filter((each) => {
    each.scrollIntoView({ block: "center", inline: "center" });
    const { x, y, width, height } = each.getBoundingClientRect();
    const at = document.elementFromPoint(x + width / 2, y + height / 2);
    return !(at && (each.contains(at) || at.contains(each)));
  });
  return [...wide, ...lost.map((each) => each.outerHTML.slice(0, 80))];
});

test("at 400 % of a laptop's screen everything can be reached, and read without scrolling to the side", async () => {
  for (const [width, height] of [[320, 256], [341, 192], [683, 384]] as const) {
    await remote.page.setViewportSize({ width, height });
    assert.deepEqual(await unreachable(), [], `${width}×${height}`);
  }
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.setViewportSize(laptop.viewport!);
});

test("with letters of twice the size, on a phone", async () => {
  await remote.page.setViewportSize({ width: 390, height: 844 });
  await remote.page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  assert.deepEqual(await unreachable(), []);
  await remote.page.reload();
  await remote.link("connected");
  await remote.page.setViewportSize(laptop.viewport!);
});

test("where more contrast is asked for, or the system chooses the colours", async () => {
  await remote.page.emulateMedia({ contrast: "more" });
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.emulateMedia({ contrast: null, forcedColors: "active" });
  const found = await findings(remote.page);
  assert.deepEqual(found.filter((each) => !each.startsWith("axe color-contrast")), [], "but of colours that are the system's");
  await remote.page.emulateMedia({ forcedColors: null });
});

test("from one page to another and back, the keyboard stays where it was", async () => {
  await remote.page.getByRole("button", { name: "More" }).focus();
  await remote.page.keyboard.press("Enter");
  await remote.page.locator(".sub").waitFor();
  assert.equal(await remote.page.evaluate(() => document.activeElement?.textContent), "Close");
  await remote.page.keyboard.press("Escape");
  await remote.page.waitForFunction(() => document.activeElement?.textContent === "More");
});

test("letters do nothing where somebody does not want them to, and arrows still drive", async () => {
  await remote.page.getByRole("button", { name: "More" }).click();
  await remote.page.getByLabel("Letters and other keys drive").uncheck();
  await remote.page.keyboard.press("Escape");
  await remote.page.locator(".drive").waitFor();
  await remote.page.keyboard.press("n");
  await remote.page.keyboard.press("ArrowRight");
  await presenter.until(({ number }) => number === 2);
  await remote.told("shown");
  assert.equal((await presenter.status()).number, 2);
});

test("where the connection is secure it can be installed, and says itself that no presenter answers", async () => {
  const here = await RemotePage.open(`${presenter.origin}/remote`);
  await here.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await here.page.waitForFunction(async () => (await (await caches.open("lectern-remote")).keys()).length === 4);
  const client = await here.page.context().newCDPSession(here.page);
  const { errors } = await client.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  await here.page.reload();
  await here.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await presenter.end();
  await here.page.reload();
  await here.page.locator("#pin").waitFor();
  assert.deepEqual(here.complaints, []);
});
