// The audience's page and an exported file as people see them, for docs/.
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { laptop } from "../support/browser";
import { Presenter } from "../support/programs";
import { council, exported } from "../show/exported";
import { type UntilLater, follow, open } from "./follower";

const sizes = ["360x640", "390x844", "844x390", "768x1024", "1366x768"] as const;
const mostBytes = 60_000; // since they are kept with the sources

function screenOf(size: (typeof sizes)[number]): BrowserContextOptions {
  const [width, height] = size.split("x").map(Number) as [number, number];
  const isTouched = width < 1000;
  return { viewport: { width, height }, hasTouch: isTouched, isMobile: isTouched, locale: "en-GB", reducedMotion: "reduce" };
}

async function take(page: Page, folder: string, name: string): Promise<void> {
  for (let quality = 80; quality > 20; quality -= 5) {
    const bytes = await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality });
    if (bytes.length <= mostBytes) return;
  }
}

async function followPage(later: UntilLater, presenter: Presenter, folder: string): Promise<void> {
  for (const address of ["1", "1.2", "2.1", "2.2", "2.4"]) await presenter.remote("goto", address);
  await presenter.remote("goto", "2.2");
  for (const size of sizes) {
    const { page } = await follow(later, presenter, "/", screenOf(size));
    await page.getByRole("heading", { name: "Three parks, one year" }).waitFor();
    await page.locator("img.after").waitFor();
    await take(page, folder, `follow-${size}`);
  }
  await presenter.remote("goto", "2.4");
  await presenter.remote("timer", "start", "10m");
  const { page } = await follow(later, presenter, "/?text", { ...screenOf("390x844"), colorScheme: "dark" });
  await page.getByRole("cell", { name: "6,315" }).waitFor();
  await take(page, folder, "follow-text-390x844");
  await presenter.remote("hold", "on");
  await page.getByText("short break").last().waitFor();
  await take(page, folder, "follow-pause-390x844");
}

async function exportedFile(later: UntilLater, folder: string): Promise<void> {
  const { address } = exported(council, "--notes");
  for (const size of ["390x844", "1366x768"] as const) {
    const { page } = await open(later, address, screenOf(size));
    await take(page, folder, `exported-${size}`);
    if (size !== "1366x768") continue;
    const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("s")]);
    await speaker.setViewportSize(laptop.viewport!);
    for (const key of ["F5", "4", "Enter"]) await page.keyboard.press(key);
    await speaker.getByText("Millrace first.").waitFor();
    await take(speaker, folder, `speaker-${size}`);
  }
}

export async function followScreenshots(folder: string): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  const later = { after: (end: () => Promise<void>) => void ends.push(end) };
  const presenter = await Presenter.start({ deck: council, options: ["--follow", "on", "--size", "1920x1080"] });
  await followPage(later, presenter, folder);
  await exportedFile(later, folder);
  for (const end of ends) await end();
  await presenter.end();
}
