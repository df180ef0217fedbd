// The exported file as a document to read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeBrowser, device, laptop, phone } from "../support/browser";
import { findings } from "../support/findings";
import { council, deckOf, exported } from "./exported";

const { address, path, said } = exported(council);
after(closeBrowser);

test("the document is valid and accessible, in light and dark, on a phone and a laptop", async () => {
  assert.match(said, /: 17 slides, [0-9.]+ MB\n$/);
  for (const kind of [{ ...laptop, colorScheme: "light" as const }, { ...phone, colorScheme: "dark" as const }]) {
    const { page, complaints } = await device(kind);
    await page.goto(address);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test("it has the deck's title, a section a slide and no script", async () => {
  assert.doesNotMatch(readFileSync(path, "utf8"), /<script/);
  const { page } = await device({ ...laptop, javaScriptEnabled: false });
  await page.goto(address);
  assert.equal(await page.title(), "A Greener, Brighter Wexcombe");
  assert.equal(await page.locator("h1").innerText(), "A Greener, Brighter Wexcombe");
  assert.equal(await page.locator("main > section").count(), 17);
  assert.equal(await page.locator("#slide-4 h2, #slide-4 .number").count(), 2);
  const loaded = await page.locator("img.slide").evaluateAll((images) =>
    images.every((image) => (image as HTMLImageElement).naturalWidth === 960));
  assert.ok(loaded);
  await page.context().close();
});

test("the skip link is first, and a link inside the deck leads to its slide", async () => {
  const deck = deckOf("---\ntitle: Links\n---\n[on](#/1)\n\n---\n\n<!-- .slide: id=\"b\" -->\n# Second\n");
  const { page } = await device(laptop);
  await page.goto(exported(deck).address);
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").innerText(), "Skip to the slides");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").getAttribute("href"), "#slide-2");
  await page.context().close();
});

test("at 400 % there is nothing to scroll sideways", async () => {
  const { page } = await device({ ...laptop, viewport: { width: 320, height: 256 } });
  await page.goto(address);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.context().close();
});

test("a deck in another language and from the right says so, and our own words are English", async () => {
  const deck = deckOf("---\ntitle: الميزانية\nlang: ar\nrevealOptions:\n  rtl: true\n---\n# الميزانية\n\n- [x] واحد\n\n---\n\n![](a.png)\n");
  const { page } = await device(laptop);
  await page.goto(exported(deck).address);
  assert.deepEqual(await findings(page), []);
  const html = page.locator("html");
  assert.deepEqual([await html.getAttribute("lang"), await html.getAttribute("dir")], ["ar", "rtl"]);
  assert.equal(await page.locator(".number").first().getAttribute("lang"), "en");
  await page.context().close();
});

test("what is hostile in a deck stays text", async () => {
  const deck = deckOf("---\ntitle: '</title><script>document.x=1</script>'\nauthor: '\"><script>document.x=1</script>'\n---\n" +
    "# <img src=x onerror=\"document.x=1\"> `</script><script>document.x=1</script>`\n\n[a](javascript:document.x=1)\n\n" +
    "Note:\n\n</script><script>document.x=1</script> <img src=x onerror=document.x=1>\n");
  for (const options of [[], ["--notes"]]) {
    const { page, complaints } = await device(laptop);
    await page.goto(exported(deck, ...options).address);
    assert.equal(await page.evaluate(() => "x" in document), false);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});
