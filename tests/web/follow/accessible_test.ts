// Every state of the page, by axe-core and html-validate, and enlarged.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { closeBrowser, laptop, phone } from "../support/browser";
import { findings } from "../support/findings";
import { Presenter } from "../support/programs";
import { deckOf } from "../show/exported";
import { follow, present, reads } from "./follower";

let presenter: Presenter;
before(async () => { presenter = await Presenter.start({ options: ["--follow", "whole"] }); });
after(async () => {
  await closeBrowser();
  await presenter.end();
});

beforeEach(async () => {
  await presenter.remote("follow", "whole");
  await presenter.remote("first");
});

test("no state of the page has a finding", async (t) => {
  const remote = (...words: string[]) => presenter.remote(...words);
  const { page, complaints } = await follow(t, presenter, "/", { ...phone, colorScheme: "dark" });
  const check = async (state: string) => assert.deepEqual(await findings(page), [], state);
  await page.locator("img.after").waitFor();
  await check("the first slide");
  await remote("goto", "2.4");
  await page.getByRole("cell", { name: "6,315" }).waitFor();
  await page.getByText("Slides so far").click();
  await check("a table, and the list open");
  await page.getByRole("button", { name: "Earlier" }).click();
  await page.getByText("Looking back").waitFor();
  await check("looking back");
  await page.getByRole("button", { name: "Text only" }).click();
  await page.locator("main img").first().waitFor({ state: "detached" });
  await check("text only");
  await page.getByRole("button", { name: "Live" }).click();
  await remote("timer", "start", "1m");
  await page.getByRole("timer").waitFor();
  await remote("hold", "on");
  await reads(page, "short break");
  await check("a pause, with the timer");
  await remote("black", "on");
  await page.getByRole("heading", { name: "black" }).waitFor();
  await check("black");
  await remote("follow", "off");
  await page.getByRole("heading", { name: "Not open to follow" }).waitFor();
  await check("closed");
  await remote("follow", "whole");
  await remote("last");
  await remote("next");
  await reads(page, "The presentation has ended.");
  await page.locator("article.reading").nth(16).waitFor();
  await check("the end");
  assert.deepEqual(complaints, []);
});

test("in light colours on a laptop there is none either, nor in ?plain or the statement", async (t) => {
  for (const address of ["/", "/?plain", "/accessibility"]) {
    const { page } = await follow(t, presenter, address, { ...laptop, colorScheme: "light" });
    await page.locator(address === "/accessibility" ? "h1" : "img.after").waitFor();
    assert.deepEqual(await findings(page), [], address);
  }
});

test("as text every slide of a real deck has less than 3 KB", async (t) => {
  const { page, frames } = await follow(t, presenter, "/?text");
  await page.locator("#slide").waitFor();
  for (let number = 2; number <= 17; ++number) {
    const before = frames.reduce((sum, frame) => sum + frame.length, 0);
    await presenter.remote("next");
    await page.locator(".number").getByText(`Slide ${number} of 17`).waitFor();
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0) - before;
    assert.ok(bytes < 3000, `slide ${number}: ${bytes} bytes`);
  }
});

test("at 400 % nothing is to be scrolled sideways, in any state", async (t) => {
  await presenter.remote("goto", "2.4");
  const zoomed = { viewport: { width: 320, height: 256 } };
  for (const address of ["/", "/?text", "/accessibility"]) {
    const { page } = await follow(t, presenter, address, zoomed);
    if (address !== "/accessibility") await page.getByRole("cell", { name: "6,315" }).waitFor();
    const wide = await page.evaluate(() => [...document.querySelectorAll("html, main, .words")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ className, localName }) => className || localName));
    assert.deepEqual(wide, [], address);
  }
});

test("a deck from the right in another language says so, and has no finding", async (t) => {
  const arabic = await present(t, {
    deck: deckOf("---\ntitle: الميزانية\nlang: ar\nrevealOptions:\n  rtl: true\n---\n# الميزانية\n\n- [x] واحد\n- ![](a.png)\n"),
    options: ["--follow", "on"],
  });
  const { page } = await follow(t, arabic);
  await reads(page, "واحد");
  assert.deepEqual(await page.locator("h1").evaluate((title: HTMLElement) => [title.lang, title.dir]), ["ar", "rtl"]);
  assert.equal(await page.locator("main li").first().evaluate((item) => getComputedStyle(item).direction), "rtl");
  assert.equal(await page.locator("html").getAttribute("lang"), "en-GB");
  assert.deepEqual(await findings(page), []);
});
