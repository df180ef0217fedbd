// The audience's page against the real presenter.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { closeBrowser, phone } from "../support/browser";
import { Presenter } from "../support/programs";
import { deckOf } from "../show/exported";
import { follow, reads } from "./follower";

const deck = deckOf(`---
title: The budget
---
# One

- shown at once
- secret alpha <!-- .element: class="fragment" -->

---

# Two

Read [more](https://council.example/more) or [go back](#/0).

---

# Three

secret gamma

---

# Four

secret delta
`);
let presenter: Presenter;

before(async () => { presenter = await Presenter.start({ deck }); });
after(async () => {
  await closeBrowser();
  await presenter.end();
});

beforeEach(async () => {
  await remote("follow", "on");
  await remote("goto", "2");
});

const remote = (...words: string[]) => presenter.remote(...words);

test("until it is opened the page says so and shows nothing; then it is there by itself", async (t) => {
  await remote("follow", "off");
  await remote("first");
  const { page, complaints, frames, pictures } = await follow(t, presenter);
  await page.getByRole("heading", { name: "Not open to follow" }).waitFor();
  assert.deepEqual(pictures, []);
  assert.doesNotMatch(Buffer.concat(frames).toString("latin1"), /shown at once/);
  await remote("follow", "on");
  await reads(page, "shown at once");
  await remote("follow", "off");
  await page.getByRole("heading", { name: "Not open to follow" }).waitFor();
  assert.equal(await page.getByText("shown at once").count(), 0);
  assert.deepEqual(complaints, []);
});

test("who comes late is right at once, with a picture as sharp as the screen", async (t) => {
  const { page } = await follow(t, presenter, "/", phone);
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  assert.equal(await page.locator(".where").innerText(), "Live");
  const widths = await page.locator(".picture-frame img.after").evaluate((image: HTMLImageElement) =>
    [image.naturalWidth, image.clientWidth * window.devicePixelRatio] as const);
  assert.ok(widths[0] >= widths[1], `${widths}`);
});

test("slides and steps come live, and are said once: a new slide by its title, a step by its words", async (t) => {
  await remote("first");
  const { page } = await follow(t, presenter);
  const status = page.getByRole("status");
  await reads(page, "shown at once");
  await remote("next");
  await reads(page, "secret alpha");
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "secret alpha");
  const item = await page.getByText("shown at once").elementHandle();
  await remote("next");
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  assert.equal(await status.innerText(), "Slide 2 of 4: Two.");
  assert.equal(await item!.evaluate((element) => element.isConnected), false);
  assert.equal(await page.title(), "Two – The budget");
});

test("what a reader has selected stays when a step comes", async (t) => {
  await remote("first");
  const { page } = await follow(t, presenter);
  await reads(page, "shown at once");
  await page.getByText("shown at once").selectText();
  await remote("next");
  await reads(page, "secret alpha");
  assert.equal(await page.evaluate(() => String(getSelection())), "shown at once");
});

test("one looks back, is told that the show goes on, and returns to live", async (t) => {
  const { page } = await follow(t, presenter);
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  await page.getByRole("button", { name: "Earlier" }).click();
  await page.getByRole("heading", { name: "One", exact: true }).waitFor();
  assert.equal(await page.locator(".where").innerText(), "Looking back");
  await reads(page, "secret alpha"); // as far as the audience has seen it
  await remote("goto", "3");
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "The screen now shows slide 3.");
  assert.ok(await page.getByRole("heading", { name: "One", exact: true }).isVisible());
  await page.goBack();
  await page.getByRole("heading", { name: "Three", exact: true }).waitFor();
  await page.getByText("Slides so far").click();
  await page.getByRole("link", { name: "Two" }).click();
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  await page.getByRole("button", { name: "Live" }).click();
  await page.getByRole("heading", { name: "Three", exact: true }).waitFor();
});

test("links inside the deck lead to what may be seen; others open beside this page", async (t) => {
  const { page } = await follow(t, presenter);
  const away = page.locator("main a[href^='https']");
  assert.deepEqual([await away.getAttribute("target"), await away.getAttribute("rel"), await away.textContent()],
    ["_blank", "noopener noreferrer", "more (opens in a new window)"]);
  await page.getByRole("link", { name: "go back" }).click();
  await page.getByRole("heading", { name: "One", exact: true }).waitFor();
});

test("black, a pause and a frozen stage are respected; the timer is shown", async (t) => {
  const { page } = await follow(t, presenter);
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  await remote("black", "on");
  await page.getByRole("heading", { name: "The screen is black" }).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  await remote("black", "off");
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  await remote("hold", "on");
  await reads(page, "There is a short break.");
  await remote("hold", "off");
  await remote("timer", "start", "5m");
  await page.getByRole("timer").getByText(/^Questions [45]:\d\d$/).waitFor();
  await remote("timer", "pause");
  await page.getByRole("timer").getByText(/paused/).waitFor();
  await remote("timer", "reset");
  await page.getByRole("timer").waitFor({ state: "detached" });
  await remote("freeze", "on");
  await remote("next");
  await remote("timer", "start", "5m");
  await page.getByRole("timer").waitFor(); // so what comes after the press is here
  assert.ok(await page.getByRole("heading", { name: "Two", exact: true }).isVisible());
  await remote("freeze", "off");
  await page.getByRole("heading", { name: "Three", exact: true }).waitFor();
});

test("everything works from the keyboard alone", async (t) => {
  const { page } = await follow(t, presenter);
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  const names: string[] = [];
  for (let i = 0; i < 8; ++i) {
    await page.keyboard.press("Tab");
    names.push(await page.locator(":focus").evaluate((element) => element.textContent ?? ""));
  }
  assert.deepEqual(names.map((name) => name.replace(/ \(.*/, "")),
    ["Skip to the slide", "Earlier", "Later", "Live", "more", "go back", "Slides so far", "Text only"]);
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("heading", { name: "One", exact: true }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "One" }).waitFor();
});

test("text only has no pictures and under 3 KB a slide, and is remembered", async (t) => {
  const { page, frames, pictures } = await follow(t, presenter, "/?text");
  await page.getByRole("heading", { name: "Two", exact: true }).waitFor();
  const before = Buffer.concat(frames).length;
  await remote("goto", "3");
  await page.getByRole("heading", { name: "Three", exact: true }).waitFor();
  const bytes = Buffer.concat(frames).length - before;
  assert.ok(bytes < 3000, `${bytes} bytes`);
  assert.deepEqual(pictures, []);
  await page.getByRole("button", { name: "Text only" }).click();
  await page.locator("main img").waitFor();
  await page.getByRole("button", { name: "Text only" }).click();
  await page.goto(presenter.origin);
  await page.getByRole("heading", { name: "Three", exact: true }).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
});

test("?plain is the picture alone on a transparent ground", async (t) => {
  const { page } = await follow(t, presenter, "/?plain");
  const image = page.locator(".picture-frame img.after");
  await image.waitFor();
  assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, document.querySelectorAll("button, a, header").length]),
    ["rgba(0, 0, 0, 0)", 0]);
  const earlier = await image.getAttribute("src");
  await remote("next");
  await page.waitForFunction((src) => document.querySelector("img.after")?.getAttribute("src") !== src, earlier);
  await remote("black", "on");
  await page.locator("main.is-black").waitFor();
  await remote("black", "off");
});

test("whoever asks for it is not moved", async (t) => {
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    const { page } = await follow(t, presenter, "/", { reducedMotion });
    await page.locator("img.after").waitFor();
    await remote("next");
    await page.locator("img.before").waitFor();
    assert.equal(await page.locator("img.after").evaluate((image) => getComputedStyle(image).animationName),
      reducedMotion === "reduce" ? "none" : "come");
    await remote("previous");
  }
});
