// Pictures of the pages for docs/, at the sizes of real devices.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";

export const sizes = ["360x640", "390x844", "844x390", "768x1024", "1366x768"] as const;
export type Size = (typeof sizes)[number];

export function screenOf(size: Size): BrowserContextOptions {
  const [width, height] = size.split("x").map(Number) as [number, number];
  const isTouched = width < 1000;
  return { viewport: { width, height }, hasTouch: isTouched, isMobile: isTouched, locale: "en-GB", reducedMotion: "reduce" };
}

/** Where they go; undefined: nobody asked for them. */
export const wantedIn = process.env.LECTERN_SCREENSHOTS;

/** At most 60 KB. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(wantedIn!, { recursive: true });
  for (let quality = 80; quality >= 15; quality -= 10) {
    const bytes = await page.screenshot({ path: join(wantedIn!, `${name}.jpg`), type: "jpeg", quality });
    if (bytes.length <= 60_000) return;
  }
}
