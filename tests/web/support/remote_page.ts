// The remote's page on a device of its own, let in by the operator.
import type { BrowserContextOptions, Page } from "playwright-core";
import { device, phone } from "./browser";
import type { Presenter, Show } from "./programs";
import { Presenter as Program } from "./programs";

/** Where devices of the room come; the display machine's own programs come to 127.0.0.1. */
export const room = "127.0.0.2";

export const presenterInRoom = ({ options = [], ...show }: Show = {}): Promise<Presenter> =>
  Program.start({ ...show, options: ["--listen", room, ...options] });

export class RemotePage {
  private constructor(readonly page: Page, readonly complaints: string[]) {}

  static async open(url: string, kind: BrowserContextOptions = phone): Promise<RemotePage> {
    const { page, complaints } = await device(kind);
    await page.goto(url);
    return new RemotePage(page, complaints);
  }

  /** By the QR code's address; `at` is where the page comes from, where that is not the room. */
  static async letIn(presenter: Presenter, { role = "controller", kind = phone, at = room }: {
    role?: "follower" | "notes" | "timer" | "controller"; kind?: BrowserContextOptions; at?: string;
  } = {}): Promise<RemotePage> {
    const operator = await presenter.openPairing();
    const { window } = await operator.until((pairing) => (pairing.window?.invitations.length ?? 0) > 0);
    const remote = await RemotePage.open(window!.invitations[0]!.replace(room, at), kind);
    await operator.accept(role);
    await remote.page.locator(".link[data-link=connected]").waitFor();
    await operator.end();
    return remote;
  }

  zone(direction: "next" | "previous") {
    return this.page.locator(`.zone.${direction}`);
  }

  /** By a finger. */
  press(direction: "next" | "previous"): Promise<void> {
    return this.zone(direction).tap();
  }

  tool(name: string) {
    return this.page.locator(".tool:visible", { hasText: name });
  }

  /** Until the page says so of the newest press. */
  told(became: string): Promise<void> {
    return this.page.locator(`.told[data-became=${became}]`).first().waitFor();
  }

  link(link: string): Promise<void> {
    return this.page.locator(`.link[data-link=${link}]`).waitFor();
  }

  /** Until the page shows that place. */
  place(number: number): Promise<void> {
    return this.page.locator(".bar .count", { hasText: new RegExp(`^${number} of `) }).waitFor();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
