// The audience's page in Debian's Firefox, by WebDriver BiDi.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { deckOf, exported } from "../show/exported";
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
interface Browser {
  newPage(): Promise<Page>;
  pages(): Promise<Page[]>;
  close(): Promise<void>;
}
interface Puppeteer {
  launch(options: object): Promise<Browser>;
}

function puppeteer(): Puppeteer | undefined {
  try {
    return createRequire(`${process.env.LECTERN_NPM_DIR}/node_modules/x.js`)("puppeteer-core") as Puppeteer;
  } catch {
    return undefined;
  }
}

const start = () => puppeteer()!.launch({ browser: "firefox", executablePath: firefox, headless: true });
const isHere = existsSync(firefox) && puppeteer() !== undefined;

const skip = !isHere && "Firefox or puppeteer-core is not here";

test("in Firefox one follows, looks back and is told of black and of the end", { skip },
  async (t) => {
    const deck = deckOf("---\ntitle: The budget\n---\n# One\n\n- a\n- b <!-- .element: class=\"fragment\" -->\n\n---\n\n# Two\n\n| x | y |\n|-|-|\n| 1 | 2 |\n");
    const presenter = await Presenter.start({ deck, options: ["--follow", "on"] });
    t.after(() => presenter.end());
    const browser = await start();
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

test("in Firefox an exported file is a show with a window for the speaker, from file://", { skip }, async (t) => {
  const { address } = exported(deckOf("# One\n\nNote:\n\nSay hello.\n\n---\n\n# Two\n"), "--notes");
  const browser = await start();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  const before = (await browser.pages()).length;
  await page.keyboard.press("s");
  await page.keyboard.press("F5");
  await page.waitForFunction("document.querySelector('.stage h1')?.textContent === 'Slide 1 of 2: One'", { timeout: patienceMs });
  for (const until = Date.now() + patienceMs; (await browser.pages()).length === before && Date.now() < until;);
  const speaker = (await browser.pages()).pop()!;
  await speaker.waitForFunction("document.body.innerText.includes('Say hello.')", { timeout: patienceMs });
  await speaker.keyboard.press("PageDown");
  await page.waitForFunction("document.querySelector('.stage h1')?.textContent === 'Slide 2 of 2: Two'", { timeout: patienceMs });
  await speaker.waitForFunction("document.body.innerText.includes('This is the end.')", { timeout: patienceMs });
});
