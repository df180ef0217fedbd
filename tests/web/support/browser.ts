// Debian's Chromium, and pages in it. Each page is in a context of its own: another person's device.
import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import { patienceMs } from "./programs";

let started: Promise<Browser> | undefined;

/** One for all tests of a file; closeBrowser() at their end. */
export function browser(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
  });
  return started;
}

export async function closeBrowser(): Promise<void> {
  await (await started)?.close();
  started = undefined;
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: "en-GB",
};
export const laptop: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: "en-GB" };

/** A device of its own. Whatever its page logs as an error, or asks of another host, is in `complaints`. */
export async function device(kind: BrowserContextOptions = phone): Promise<{ page: Page; complaints: string[] }> {
  const context = await (await browser()).newContext(kind);
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isOfTheNetwork = /net::ERR_|WebSocket connection/.test(message.text());
    if (message.type() === "error" && !isOfTheNetwork) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(data:|file:)|^https?:\/\/(127\.|localhost|\[::1\])/.test(request.url())) complaints.push(`asks for ${request.url()}`);
  });
  return { page, complaints };
}
