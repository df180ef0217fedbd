// touch.ts [PRESSES]: from a finger on the remote's page to the stage and back, in Chromium on this machine's clock, without and
// with a network that delays.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser } from "../support/browser";
import { temporaryFolder } from "../support/folders";
import type { Presenter, Program, Told } from "../support/programs";
import { Proxy, type Slow } from "../support/proxy";
import { RemotePage, presenterInRoom, room } from "../support/remote_page";

const presses = Number(process.argv[2] ?? 100);
const paceMs = 400; // a speaker's quickest
const slideCount = 10; // that are walked to and fro
const slides = Array.from({ length: slideCount }, (_, i) => `## Slide ${i + 1}\n`).join("\n---\n\n");
const behindProxy = "127.0.0.3"; // where the delaying network is; addresses are of one length
const badNetwork: Slow = { wayMs: 100, jitterMs: 80 }; // each way

/** Milliseconds from the touch: until the page says that it was made, the audience sees it, and the page says so. */
type Times = Record<"sent" | "presented" | "confirmed", number[]>;

const now = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const figure = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))]!.toFixed(1).padStart(8);

function report(what: string, values: number[]): void {
  console.log(`  ${what.padEnd(40)} p50 ${figure(values, 0.5)}  p99 ${figure(values, 0.99)}  min ${figure(values, 0)}  ` +
              `max ${figure(values, 1)} ms  (${values.length})`);
}

/** From now on the page notes when it is touched, and what it says of that. */
const observe = (remote: RemotePage) => remote.page.evaluate(() => {
  const noted: Record<string, number> = {};
  Object.assign(window, { noted });
  const note = (what: string) => (noted[what] ??= performance.timeOrigin + performance.now());
  addEventListener("pointerdown", () => {
    for (const what of Object.keys(noted)) delete noted[what];
    note("touched");
  }, true);
  new MutationObserver(() => {
    const became = document.querySelector(".told")?.getAttribute("data-became");
    if (became) note(became);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-became"] });
});

async function press(remote: RemotePage, watch: Program, number: number, times: Times): Promise<void> {
  const previous = await remote.page.evaluate(() => document.querySelector(".told")?.getAttribute("data-became") ?? "");
  if (previous) await remote.page.locator(".told[data-became='']").waitFor({ state: "attached" });
  await remote.press(number > 0 ? "next" : "previous");
  await watch.line((said) => {
    const told = JSON.parse(said) as Told;
    return told.presented_revision >= told.revision && told.number === Math.abs(number);
  });
  const presented = now();
  await remote.page.waitForFunction(() => "shown" in (window as unknown as { noted: object }).noted);
  const noted = await remote.page.evaluate(() => (window as unknown as { noted: Record<string, number> }).noted);
  times.sent.push(noted.sent! - noted.touched!);
  times.presented.push(presented - noted.touched!);
  times.confirmed.push(noted.shown! - noted.touched!);
}

async function walk(presenter: Presenter, at: string): Promise<Times> {
  const remote = await RemotePage.letIn(presenter, { at });
  const watch = presenter.remoteThatStays("watch", "--json");
  const times: Times = { sent: [], presented: [], confirmed: [] };
  await observe(remote);
  for (let i = 0; i < presses; ++i) {
    await pause(paceMs);
    const round = i % (2 * slideCount - 2); // 2 … 10, 9 … 1
    await press(remote, watch, round < slideCount - 1 ? round + 2 : -(2 * slideCount - 2 - round), times);
  }
  await watch.end();
  await remote.close();
  return times;
}

async function measure(what: string, slow?: Slow): Promise<void> {
  const deck = join(temporaryFolder(), "slides.md");
  writeFileSync(deck, `---\nrevealOptions:\n  transition: none\n---\n${slides}`);
  const presenter = await presenterInRoom({ deck, options: ["--size", "1920x1080"] });
  const proxy = slow && await Proxy.start(behindProxy, room, presenter.port, slow);
  const times = await walk(presenter, proxy ? behindProxy : room);
  console.log(`remote's page in Chromium, ${what}`);
  report("touch to the page's own word", times.sent);
  report("touch to presented, as another hears it", times.presented);
  report("touch to the page's confirmation", times.confirmed);
  await proxy?.end();
  await presenter.end();
}

void (async () => {
  await measure("over the loopback interface");
  await measure("over a network of 100 ms ± 80 ms each way", badNetwork);
  await closeBrowser();
})();
