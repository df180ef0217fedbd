// Somebody who follows, in a browser of their own.
import type { BrowserContextOptions, Page } from "playwright-core";
import { device, laptop } from "../support/browser";
import { Presenter, type Show } from "../support/programs";

export interface Follower {
  page: Page;
  complaints: string[];
  /** All that the presenter sent over the WebSocket. */
  frames: Buffer[];
  /** What pictures were asked for. */
  pictures: string[];
}

/** A test, at whose end everything ends that was begun for it. */
export interface UntilLater {
  after(end: () => Promise<void>): void;
}

export const follow = (test: UntilLater, presenter: Presenter, path = "/", kind: BrowserContextOptions = laptop): Promise<Follower> =>
  open(test, presenter.origin + path, kind);

export async function open(test: UntilLater, address: string, kind: BrowserContextOptions = laptop): Promise<Follower> {
  const { page, complaints } = await device(kind);
  test.after(() => page.context().close());
  const frames: Buffer[] = [], pictures: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(Buffer.from(payload))));
  page.on("request", (request) => request.url().includes("/v1/picture/") && pictures.push(request.url()));
  await page.goto(address);
  return { page, complaints, frames, pictures };
}

/** Until the text is there to be read. */
export const reads = (page: Page, text: string | RegExp) => page.locator("main").getByText(text).first().waitFor();

export async function present(test: UntilLater, show: Show): Promise<Presenter> {
  const presenter = await Presenter.start(show);
  test.after(() => presenter.end());
  return presenter;
}
