// Driving, in Chromium against the real presenter: what the audience sees decides, not what the page says.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { closeBrowser, laptop } from "../support/browser";
import { findings } from "../support/findings";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom } from "../support/remote_page";

let presenter: Presenter;
let remote: RemotePage;
let desk: RemotePage;
before(async () => {
  presenter = await presenterInRoom();
  remote = await RemotePage.letIn(presenter);
  desk = await RemotePage.letIn(presenter, { kind: laptop });
});
afterEach(async () => {
  await presenter.remote("unlock").catch(() => undefined);
  await presenter.remote("goto", "1");
  await Promise.all([remote.place(1), desk.place(1)]);
});
after(async () => {
  assert.deepEqual([...remote.complaints, ...desk.complaints], []);
  await presenter.end();
  await closeBrowser();
});

const slide = (wanted: number) => presenter.until(({ number }) => number === wanted);
const mode = (title: string) => remote.page.locator(`.sub[data-title=${title}]`);

test("a press is confirmed once the audience sees it, by a word and a colour", async () => {
  await remote.press("next");
  await remote.told("shown");
  await slide(2);
  assert.match(await remote.page.locator(".told").innerText(), /On the stage/);
  await remote.press("previous");
  await slide(1);
});

test("a frozen stage: done, and said to be behind it", async () => {
  await presenter.remote("freeze");
  await remote.press("next");
  await remote.told("frozen");
  await remote.page.locator(".current .cover", { hasText: "the audience sees slide 1" }).waitFor();
  await presenter.remote("freeze", "off");
});

test("where somebody else has locked the show a press is refused, with a reason", async () => {
  await presenter.remote("take-over");
  await presenter.remote("lock");
  await remote.press("next");
  await remote.told("refused");
  assert.match(await remote.page.locator(".told").innerText(), /Refused: .+/);
  assert.equal((await presenter.status()).number, 1);
});

test("swiping moves, and a finger that slides off a zone does not press it", async () => {
  const client = await remote.page.context().newCDPSession(remote.page);
  const drag = async (from: [number, number], to: [number, number]) => {
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: [number, number]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
    await touch("touchStart", from);
    await touch("touchMove", [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    await touch("touchMove", to);
    await touch("touchEnd");
  };
  const box = (await remote.page.locator(".current .frame").boundingBox())!;
  const middle = box.y + box.height / 2;
  await drag([box.x + 150, middle], [box.x + 20, middle]);
  await slide(2);
  await drag([box.x + 20, middle], [box.x + 150, middle]);
  await slide(1);
  const zone = (await remote.zone("next").boundingBox())!;
  await drag([zone.x + 50, zone.y + 50], [zone.x + 50, zone.y - 200]);
  await remote.press("next"); // whatever the drag did comes before this
  await slide(2);
  await remote.told("shown");
  assert.equal((await presenter.status()).number, 2);
});

test("fingers that tap fast press as often", async () => {
  for (let i = 0; i < 5; ++i) await remote.press("next");
  await slide(6);
  await remote.told("shown");
  assert.equal((await presenter.status()).number, 6);
});

test("keys and clickers drive; a held key acts once", async () => {
  const { keyboard } = desk.page;
  await keyboard.down("PageDown");
  for (let i = 0; i < 5; ++i) await keyboard.down("PageDown"); // the key repeats
  await keyboard.up("PageDown");
  await slide(2);
  await desk.told("shown");
  assert.equal((await presenter.status()).number, 2);
  for (const key of ["ArrowRight", "Space", "n"]) await keyboard.press(key);
  await slide(5);
  await keyboard.press("PageUp");
  await slide(4);
  await keyboard.press(".");
  await presenter.until(({ black }) => black);
  await keyboard.press("b");
  await presenter.until(({ black }) => !black);
  await keyboard.press("End");
  await slide(17);
  await keyboard.press("Backspace");
  await slide(4);
  await keyboard.type("12");
  await keyboard.press("Enter");
  await slide(12);
});

test("on a laptop everything is there from the keyboard, and nothing is found wrong", async () => {
  for (const name of ["On the stage", "Next", "Notes", "Q&A timer", "Overview"])
    await desk.page.getByRole("heading", { name }).first().waitFor();
  assert.deepEqual(await findings(desk.page), []);
  await desk.page.getByRole("searchbox").focus();
  await desk.page.keyboard.type("Q&A");
  await desk.page.keyboard.press("Enter");
  await slide(16);
  await desk.page.getByRole("button", { name: "Take over" }).focus();
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("You drive").first().waitFor();
  await desk.page.getByRole("button", { name: "Lock the show" }).focus();
  await desk.page.keyboard.press("Enter");
  await remote.page.locator(".tool", { hasText: "More" }).tap();
  await mode("More").getByText(/has locked the show/).waitFor();
  await remote.page.keyboard.press("Escape");
  await desk.page.getByRole("button", { name: "Unlock the show" }).press("Enter");
  await presenter.until(({ driver }) => driver?.locked === false);
});

test("the Q&A timer is started, held and taken off", async () => {
  await desk.page.getByLabel("Minutes").fill("3");
  await desk.page.keyboard.press("Enter");
  await presenter.until(({ qa }) => qa.phase === "running" && qa.limit === 180);
  await desk.page.getByRole("button", { name: "1 minute more" }).click();
  await presenter.until(({ qa }) => qa.limit === 240);
  await remote.page.locator(".timer-strip button").tap();
  await presenter.until(({ qa }) => qa.phase === "paused");
  await desk.page.getByRole("button", { name: "Take off" }).click();
  await presenter.until(({ qa }) => qa.phase === "off");
});

test("nothing but two zones: the clicker", async () => {
  await remote.tool("Clicker").tap();
  assert.deepEqual(await findings(remote.page), []);
  const [next, previous] = [(await remote.zone("next").boundingBox())!, (await remote.zone("previous").boundingBox())!];
  const { width, height } = remote.page.viewportSize()!;
  assert.ok(next.width * next.height + previous.width * previous.height > 0.8 * width * height);
  await remote.press("next");
  await remote.told("shown");
  await slide(2);
  await remote.page.goBack();
  await remote.page.locator(".drive").waitFor();
});

test("pointing by touch and by arrow keys", async () => {
  await remote.tool("Pointer").tap();
  assert.deepEqual(await findings(remote.page), []);
  const surface = remote.page.locator(".surface");
  await surface.focus();
  await remote.page.keyboard.press("ArrowRight");
  const { pointer } = await presenter.until(({ pointer: { kind } }) => kind === "laser");
  assert.ok(pointer.x > 0.5);
  await remote.page.getByRole("button", { name: "Close" }).tap();
  await presenter.until(({ pointer: { kind } }) => kind === "none");
});

test("a pocket is no button: locked, touches do nothing, and keys still drive", async () => {
  await remote.tool("Lock").tap();
  await remote.page.locator(".locked").waitFor();
  assert.deepEqual(await findings(remote.page), []);
  const { width, height } = remote.page.viewportSize()!;
  for (const y of [0.2, 0.6, 0.9]) await remote.page.touchscreen.tap(width / 3, height * y);
  await remote.page.touchscreen.tap(width - 50, height - 80); // the handle itself, briefly
  await remote.page.keyboard.press("PageDown");
  await slide(2);
  assert.equal(await remote.page.locator(".locked").count(), 1);
  await remote.page.locator(".edge").focus();
  await remote.page.keyboard.down("Enter");
  await remote.page.locator(".drive").waitFor();
  await remote.page.keyboard.up("Enter");
});

test("the overview on a phone, and what is under More", async () => {
  await remote.tool("Overview").tap();
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.locator(".sheet button").nth(6).tap();
  await slide(7);
  await remote.page.getByRole("button", { name: "Close" }).tap();
  await remote.tool("More").tap();
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.getByRole("button", { name: "Freeze" }).tap();
  await presenter.until(({ frozen }) => frozen);
  await remote.page.getByRole("button", { name: "Freeze" }).tap();
  await presenter.until(({ frozen }) => !frozen);
  await remote.page.keyboard.press("Escape");
});

test("notes are shown in the size that was chosen, also next time", async () => {
  await slide(1);
  await remote.page.getByText("Good evening, Mr Mayor").waitFor();
  const size = () => remote.page.locator(".notes-text").evaluate((element) => getComputedStyle(element).fontSize);
  const was = await size();
  await remote.page.getByRole("button", { name: "Larger notes" }).tap();
  await remote.page.waitForFunction((before) => getComputedStyle(document.querySelector(".notes-text")!).fontSize !== before, was);
  const chosen = await size();
  await remote.page.reload();
  await remote.link("connected");
  await remote.page.locator(".notes-text").waitFor();
  assert.equal(await size(), chosen);
});

test("where there is no wake lock a silent film keeps the screen awake, from the first touch on", async () => {
  await remote.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "wakeLock")); // as over plain HTTP
  await remote.page.reload();
  await remote.link("connected");
  await remote.press("next");
  await remote.page.waitForFunction(() => {
    const film = document.querySelector("video");
    return film !== null && !film.paused && !film.muted && !film.loop && film.currentTime > 0;
  });
});
