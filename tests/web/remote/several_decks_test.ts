// Several decks, and a deck that is edited while it is shown, on the remote's page.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser } from "../support/browser";
import { findings } from "../support/findings";
import { temporaryFolder } from "../support/folders";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom } from "../support/remote_page";

const folder = temporaryFolder();
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const parks = "---\ntitle: Parks\n---\n## One\n\nNote:\n\n**Bold** words\n\n- first\n- second\n\nOne <em>element</em>\n\n---\n\n## Two\n";

let presenter: Presenter;
let remote: RemotePage;
before(async () => {
  const decks = [write("parks.md", parks), write("roads.md", "---\ntitle: Roads\n---\n## Potholes\n")];
  presenter = await presenterInRoom({ deck: decks[0], options: [decks[1]!] });
  remote = await RemotePage.letIn(presenter);
});
after(async () => {
  await presenter.end();
  await closeBrowser();
});

test("notes are what their author wrote, and never HTML", async () => {
  const notes = remote.page.locator(".notes-text");
  await notes.locator("strong", { hasText: "Bold" }).waitFor();
  assert.deepEqual(await notes.locator("li").allInnerTexts(), ["first", "second"]);
  await notes.getByText("element").waitFor();
  assert.equal(await notes.locator("em").count(), 0);
});

test("another deck is opened", async () => {
  await remote.tool("More").tap();
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.getByRole("button", { name: "Roads" }).tap();
  await presenter.until(({ title }) => title === "Potholes");
  await remote.page.keyboard.press("Escape");
  await remote.page.locator("#current-title", { hasText: "Potholes" }).waitFor();
  await presenter.remote("open", "1");
  await remote.page.locator("#current-title", { hasText: "One" }).waitFor();
});

test("an edit is offered, and shown once it is taken", async () => {
  write("parks.md", parks.replace("## One", "## First of all"));
  await remote.page.getByText("The deck was edited").waitFor();
  assert.deepEqual(await findings(remote.page), []);
  await remote.page.getByRole("button", { name: "Show the edit" }).tap();
  await presenter.until(({ title }) => title === "First of all");
  await remote.page.locator("#current-title", { hasText: "First of all" }).waitFor();
  assert.deepEqual(remote.complaints, []);
});
