// Somebody who follows, in a browser of their own.
import type { TestContext } from "node:test";
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

/** Until the end of the test. */
export async function follow(t: TestContext, presenter: Presenter, address = "/", kind: BrowserContextOptions = laptop): Promise<Follower> {
  const { page, complaints } = await device(kind);
  t.after(() => page.context().close());
  const frames: Buffer[] = [], pictures: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(Buffer.from(payload))));
  page.on("request", (request) => request.url().includes("/v1/picture/") && pictures.push(request.url()));
  await page.goto(presenter.origin + address);
  return { page, complaints, frames, pictures };
}

/** Until the text is there to be read. */
export const reads = (page: Page, text: string | RegExp) => page.locator("main").getByText(text).first().waitFor();

/** Until the end of the test. */
export async function present(t: TestContext, show: Show): Promise<Presenter> {
  const presenter = await Presenter.start(show);
  t.after(() => presenter.end());
  return presenter;
}
