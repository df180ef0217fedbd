// The audience's page in Debian's Firefox, by WebDriver BiDi.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { deckOf } from "../show/exported";
import { Presenter, patienceMs } from "../support/programs";

const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** What is used of puppeteer-core, which only nightly tests need. */
interface Page {
  goto(url: string): Promise<unknown>;
  waitForFunction(script: string, options: { timeout: number }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  keyboard: { press(key: string): Promise<void> };
  on(event: "pageerror", listener: (error: unknown) => void): void;
}
interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
}

function puppeteer(): Puppeteer | undefined {
  try {
    return createRequire(`${process.env.LECTERN_NPM_DIR}/node_modules/x.js`)("puppeteer-core") as Puppeteer;
  } catch {
    return undefined;
  }
}

const isHere = existsSync(firefox) && puppeteer() !== undefined;

test("in Firefox one follows, looks back and is told of black and of the end", { skip: !isHere && "Firefox or puppeteer-core is not here" },
  async (t) => {
    const deck = deckOf("---\ntitle: The budget\n---\n# One\n\n- a\n- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# Two\n\n| x | y |\n|-|-|\n| 1 | 2 |\n");
    const presenter = await Presenter.start({ deck, options: ["--follow", "on"] });
    t.after(() => presenter.end());
    const browser = await puppeteer()!.launch({ browser: "firefox", executablePath: firefox, headless: true });
    t.after(() => browser.close());
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on("pageerror", (error) => errors.push(error));
    const reads = (text: string) =>
      page.waitForFunction(`document.querySelector("main")?.innerText.includes(${JSON.stringify(text)})`, { timeout: patienceMs });

    await page.goto(presenter.origin);
    await reads("One");
    await page.waitForFunction("document.querySelector('img.after')?.naturalWidth > 0", { timeout: patienceMs });
    assert.equal(await page.evaluate("document.querySelectorAll('main li').length"), 1);
    await presenter.remote("next");
    await page.waitForFunction("document.querySelectorAll('main li').length === 2", { timeout: patienceMs });
    await presenter.remote("next");
    await reads("Two");
    assert.equal(await page.evaluate("document.querySelector('[role=status]').textContent"), "Slide 2 of 2: Two.");
    await page.keyboard.press("ArrowLeft");
    await reads("One");
    await page.keyboard.press("ArrowRight");
    await reads("Two");
    await presenter.remote("black", "on");
    await reads("The screen is black");
    await presenter.remote("black", "off");
    await presenter.remote("next");
    await reads("The presentation has ended.");
    assert.deepEqual(errors, []);
  });
