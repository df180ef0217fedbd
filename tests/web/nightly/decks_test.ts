// Real decks as exported files: what axe-core and html-validate find in them.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser, laptop, device } from "../support/browser";
import { findings } from "../support/findings";
import { source } from "../support/folders";
import { exported } from "../show/exported";

after(closeBrowser);
const decks = source("../shared/decks");

test("no real deck makes a file with a finding", { skip: !existsSync(decks) && `${decks} is not there` }, async (t) => {
  for (const name of readdirSync(decks))
    for (const options of [[], ["--notes"]]) {
      const { page, complaints } = await device(laptop);
      const { address, said } = exported(join(decks, name, "slides.md"), ...options);
      t.diagnostic(said.replace(/.*\//, `${name}: `).trim());
      await page.goto(address);
      assert.deepEqual(await findings(page), [], name);
      assert.deepEqual(complaints, [], name);
      await page.context().close();
    }
});
