// Roles decide what the remote's page shows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser } from "../support/browser";
import { findings } from "../support/findings";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom } from "../support/remote_page";

let presenter: Presenter;
before(async () => void (presenter = await presenterInRoom()));
after(async () => {
  await presenter.end();
  await closeBrowser();
});

test("the clerk has the notes, and nothing to press", async () => {
  const remote = await RemotePage.letIn(presenter, { role: "notes" });
  await remote.page.getByText("Good evening, Mr Mayor").waitFor();
  assert.equal(await remote.page.locator(".zone, .tool").count(), 0);
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.keyboard.press("PageDown");
  await presenter.remote("next");
  await remote.page.getByText("I will take the portfolio in three parts").waitFor();
  assert.equal((await presenter.status()).number, 2);
  assert.deepEqual(remote.complaints, []);
  await remote.close();
});

test("the chair has the timer", async () => {
  const remote = await RemotePage.letIn(presenter, { role: "timer" });
  assert.equal(await remote.page.locator(".zone, .tool").count(), 0);
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.getByLabel("Minutes").fill("2");
  await remote.page.getByRole("button", { name: "Start" }).tap();
  await presenter.until(({ qa }) => qa.phase === "running" && qa.limit === 120);
  await remote.page.locator(".face .digits", { hasText: /^(2:00|1:\d\d)$/ }).waitFor();
  assert.deepEqual(await findings(remote.page), []);
  assert.deepEqual(remote.complaints, []);
  await remote.close();
});

test("who may only follow is told where", async () => {
  const remote = await RemotePage.letIn(presenter, { role: "follower" });
  await remote.page.getByRole("link", { name: "Follow the slides" }).waitFor();
  assert.equal(await remote.page.locator(".zone, .tool, .notes").count(), 0);
  assert.deepEqual(await findings(remote.page), []);
  await remote.close();
});
