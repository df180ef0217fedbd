// Nobody who follows reads ahead: nothing of what comes leaves the presenter. And what happens at the end, and when the
// presenter is away.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, device, laptop } from "../support/browser";
import { Proxy } from "../support/proxy";
import { deckOf } from "../show/exported";
import { follow, open, present, reads } from "./follower";

const deck = deckOf(`---
title: The budget
---
# One

- shown at once
- secret alpha <!-- .element: class="fragment" -->

---

# Secret beta

secret gamma

---

# Secret delta

The end.
`);

after(closeBrowser);

test("what the audience has not seen is not sent, whatever is asked for", async (t) => {
  const presenter = await present(t, { deck, options: ["--follow", "on"] });
  const { page, frames } = await follow(t, presenter, "/#slide-3");
  const sent = () => Buffer.concat(frames).toString("latin1");
  await reads(page, "shown at once");
  assert.doesNotMatch(sent(), /[Ss]ecret/);
  await page.evaluate(() => { location.hash = "slide-2"; });
  await page.keyboard.press("ArrowRight");
  await presenter.remote("next");
  await reads(page, "secret alpha");
  assert.doesNotMatch(sent(), /Secret beta|gamma|delta/);
  assert.equal(await page.locator("nav li").count(), 1);
});

test("after the end there is what was seen, and all of it where the operator allows", async (t) => {
  for (const whole of [false, true]) {
    const presenter = await present(t, { deck, options: ["--follow", whole ? "whole" : "on"] });
    const { page, frames } = await follow(t, presenter);
    await reads(page, "shown at once");
    await presenter.remote("last");
    await page.getByRole("heading", { name: "Secret delta" }).waitFor();
    await presenter.remote("next");
    await reads(page, whole ? "All its slides are below, to read." : "You can still read the slides that were shown.");
    await page.locator("nav li").nth(whole ? 2 : 1).waitFor();
    assert.equal(await page.locator("nav li").count(), whole ? 3 : 2);
    if (whole) {
      await page.locator("article").getByText("secret gamma").waitFor(); // all of it on one page
      assert.equal(await page.locator("article.reading").count(), 3);
      await page.getByRole("link", { name: "Secret beta" }).click();
      await page.locator("#slide.words").getByText("secret gamma").waitFor();
    } else {
      assert.doesNotMatch(Buffer.concat(frames).toString("latin1"), /beta|gamma/);
    }
  }
});

test("while the presenter is away the page says so and keeps the slide; when it is back, so is the page", async (t) => {
  const first = await present(t, { deck, options: ["--follow", "on"] });
  const { page } = await follow(t, first);
  await reads(page, "shown at once");
  await first.end("SIGKILL");
  await page.locator(".trouble").getByText("No connection to the presenter.").waitFor();
  assert.equal(await page.locator(".where").innerText(), "Not live");
  assert.ok(await page.getByText("shown at once").isVisible());
  const second = await present(t, { deck, options: ["--follow", "on"], again: first });
  await page.locator(".trouble").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("status").innerText(), "Connected again.");
  await second.remote("next");
  await reads(page, "secret alpha");
  await second.remote("goto", "3");
  await page.getByRole("heading", { name: "Secret delta" }).waitFor();
});

test("what the audience saw while somebody was cut off can be looked back at", async (t) => {
  const presenter = await present(t, { deck, options: ["--follow", "on"] });
  const proxy = await Proxy.start("127.0.0.8", "127.0.0.1", presenter.port);
  t.after(() => proxy.end());
  const { page } = await open(t, `http://127.0.0.8:${presenter.port}/`);
  await reads(page, "shown at once");
  proxy.hold();
  proxy.cut();
  await page.locator(".trouble").waitFor();
  await presenter.remote("goto", "2");
  await presenter.remote("goto", "3");
  proxy.letGo();
  await page.getByRole("heading", { name: "Secret delta" }).waitFor();
  await page.getByText("Slides so far (3)").waitFor();
  await page.getByRole("button", { name: "Earlier" }).click();
  await reads(page, "secret gamma");
});

test("even a presenter that is not ours puts nothing onto the page that runs or loads", async (t) => {
  const evil = "<img src=/evil onerror=\"document.x=1\"><svg onload=\"document.x=1\"></svg><p style=\"color:red\" onclick=\"document.x=1\">" +
    "<a href=\"javascript:document.x=1\">b</a></p><script>document.x=1</script><iframe src=/evil></iframe>";
  const marker = "m".repeat(evil.length); // of the same length, since messages say theirs
  const presenter = await present(t, { deck: deckOf(`# One\n\n${marker}\n`), options: ["--follow", "on"] });
  const { page } = await device(laptop);
  t.after(() => page.context().close());
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.routeWebSocket(/session/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => socket.send(Buffer.from(Buffer.from(message as Buffer).toString("latin1").replace(marker, evil), "latin1")));
  });
  await page.goto(presenter.origin);
  await reads(page, "document.x=1"); // what a script says is its text
  assert.deepEqual(await page.evaluate(() => [
    "x" in document, document.querySelectorAll("article :is(img, svg, script, iframe, a), article [style], article [onclick]").length,
  ]), [false, 0]);
  assert.ok(!asked.some((url) => url.endsWith("/evil")), asked.join(" "));
});
