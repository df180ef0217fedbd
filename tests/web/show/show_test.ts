// The exported file as a show of its own, from file://, as on a memory stick.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { closeBrowser, device, laptop } from "../support/browser";
import { findings } from "../support/findings";
import { council, deckOf, exported } from "./exported";

const steps = deckOf(`---
title: Three slides
slot: 15m
---
# One

Note:

Say *hello*.

---

# Two

- a <!-- .element: class="fragment" data-notes="Now a." -->
- b <!-- .element: class="fragment" -->

---

# Three
`);
let address = "";

before(() => { address = exported(steps, "--notes").address; });
after(closeBrowser);

async function open(file = address): Promise<{ page: Page; complaints: string[] }> {
  const opened = await device(laptop);
  await opened.page.goto(file);
  return opened;
}

/** "2 of 3, picture 1": what the stage says and the picture that it shows, numbered as they first come. */
async function onStage(page: Page): Promise<string> {
  return page.locator(".stage h1").innerText();
}

async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key);
  return onStage(page);
}

const picture = (page: Page) => page.locator(".stage img").getAttribute("src");

test("it starts by F5 and goes through every step, forth and back, by the keys of clickers and keyboards", async () => {
  const { page, complaints } = await open();
  assert.equal(await press(page, "F5"), "Slide 1 of 3: One");
  assert.equal(await page.locator("header, nav").first().isVisible(), false);
  assert.equal(await press(page, "PageDown"), "Slide 2 of 3: Two");
  const none = await picture(page);
  await press(page, "ArrowRight");
  const one = await picture(page);
  await press(page, "Space");
  const both = await picture(page);
  assert.equal(new Set([none, one, both]).size, 3);
  assert.equal(await press(page, "ArrowDown"), "Slide 3 of 3: Three");
  assert.equal(await press(page, "PageDown"), "Slide 3 of 3: Three");
  assert.equal(await press(page, "PageUp"), "Slide 2 of 3: Two");
  assert.equal(await picture(page), both);
  await press(page, "ArrowLeft");
  assert.equal(await picture(page), one);
  assert.equal(await press(page, "End"), "Slide 3 of 3: Three");
  assert.equal(await press(page, "Home"), "Slide 1 of 3: One");
  assert.equal(await press(page, "3", "Enter"), "Slide 3 of 3: Three");
  assert.equal(await press(page, "9", "Enter"), "Slide 3 of 3: Three");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("black comes by . and B, and the next press only takes it away", async () => {
  const { page } = await open();
  await press(page, "F5");
  assert.equal(await press(page, "."), "Black");
  assert.equal(await page.locator(".stage img").count(), 0);
  assert.equal(await press(page, "PageDown"), "Slide 1 of 3: One");
  assert.equal(await press(page, "b"), "Black");
  assert.equal(await press(page, "b"), "Slide 1 of 3: One");
  assert.equal(await press(page, "b"), "Black");
  assert.equal(await press(page, "Escape"), "Slide 1 of 3: One");
  await page.context().close();
});

test("it fills the screen, and Escape gives the document back", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Start the show" }).click();
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await press(page, "f");
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.keyboard.press("Escape");
  await page.locator(".stage").waitFor({ state: "detached" });
  assert.ok(await page.locator("h1").isVisible());
  await page.context().close();
});

test("a click is next, and one at the left edge previous", async () => {
  const { page } = await open();
  await press(page, "F5");
  await page.mouse.click(900, 400);
  assert.equal(await onStage(page), "Slide 2 of 3: Two");
  await page.mouse.click(40, 400);
  assert.equal(await onStage(page), "Slide 1 of 3: One");
  await page.context().close();
});

test("the speaker's window has notes by step, what comes next, the time, and drives", async () => {
  const { page, complaints } = await open();
  const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("s")]);
  await press(page, "F5");
  await speaker.getByText("Say hello.").waitFor();
  assert.match(await speaker.locator(".clock").first().innerText(), /^Time \d\d:\d\d:\d\d$/);
  assert.match(await speaker.locator(".clock").last().innerText(), /^Elapsed 00:0\d of 15:00$/);
  assert.deepEqual(await findings(speaker), []);
  await speaker.getByRole("button", { name: "Next" }).click();
  assert.equal(await onStage(page), "Slide 2 of 3: Two");
  assert.equal(await speaker.getByText("Now a.").count(), 0);
  const after = await speaker.locator(".after img").getAttribute("src");
  await speaker.keyboard.press("PageDown");
  await speaker.getByText("Now a.").waitFor();
  assert.equal(await picture(page), after);
  assert.equal(await speaker.locator("h1").innerText(), "Slide 2 of 3, step 1 of 2");
  await speaker.keyboard.press("End");
  await speaker.getByText("This is the end.").waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("all of it is valid and accessible: the document with its notes, the show, black", async () => {
  const { page } = await open(exported(council, "--notes").address);
  assert.deepEqual(await findings(page), []);
  await press(page, "F5");
  assert.deepEqual(await findings(page), []);
  await press(page, "b");
  assert.deepEqual(await findings(page), []);
  await page.context().close();
});

test("pictures are as wide as a projector wants them, and those that look the same are there once", async () => {
  const { page } = await open(exported(deckOf("# A\n\nb <!-- .element: class=\"fragment custom\" -->\n"), "--notes").address);
  assert.equal(await page.locator("section.slide").getAttribute("data-pictures"), "0 0");
  assert.equal(await page.locator("section.slide > script").count(), 0);
  await press(page, "F5");
  assert.equal(await page.locator(".stage img").evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)), 1600);
  await page.context().close();
});

test("without scripts it is still a document", async () => {
  const { page } = await device({ ...laptop, javaScriptEnabled: false });
  await page.goto(address);
  assert.equal(await page.locator("main > section h2").count(), 3);
  assert.ok(await page.getByText("Say hello.").isVisible());
  await page.context().close();
});
