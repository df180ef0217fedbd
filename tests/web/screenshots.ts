// screenshots.cjs FOLDER: the remote's page as people see it, in the sizes of phones, a tablet and a laptop, as JPEG files.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser, laptop, phone } from "./support/browser";
import { type Presenter } from "./support/programs";
import { RemotePage, presenterInRoom } from "./support/remote_page";

const sizes: [number, number][] = [[360, 640], [390, 844], [844, 390], [768, 1024], [1366, 768]];

const mostBytes = 60_000; // since they are kept with the sources

/** Until every picture in sight is there. */
async function settled({ page }: RemotePage): Promise<void> {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  await page.evaluate(() => document.fonts.ready);
}

async function take(remote: RemotePage, folder: string, name: string): Promise<void> {
  await settled(remote);
  const { width, height } = remote.page.viewportSize()!;
  const path = join(folder, `remote-${name}-${width}x${height}.jpg`);
  for (let quality = 75; quality > 20; quality -= 5) {
    const bytes = await remote.page.screenshot({ path, type: "jpeg", quality, scale: "css" });
    if (bytes.length <= mostBytes) return;
  }
}

async function pairing(presenter: Presenter, folder: string): Promise<void> {
  const operator = await presenter.openPairing();
  const remote = await RemotePage.open(operator.window.invitations[0]!.replace(/#.*/, ""), phone);
  await remote.page.locator(".pin").waitFor();
  await take(remote, folder, "pin");
  await remote.page.goto(operator.window.invitations[0]!);
  await remote.page.locator(".words").waitFor();
  await take(remote, folder, "words");
  await operator.end();
  await remote.close();
}

async function driving(presenter: Presenter, folder: string): Promise<void> {
  const remote = await RemotePage.letIn(presenter);
  const desk = await RemotePage.letIn(presenter, { kind: laptop });
  await presenter.remote("goto", "4");
  await presenter.remote("timer", "start", "5m");
  await remote.place(4);
  for (const [width, height] of sizes) {
    const on = width > 1000 ? desk : remote;
    await on.page.setViewportSize({ width, height });
    await on.place(4);
    await take(on, folder, "drive");
  }
  await remote.page.setViewportSize(phone.viewport!);
  for (const mode of ["Clicker", "Pointer", "Overview", "More"]) {
    await remote.tool(mode).tap();
    if (mode === "Clicker") {
      await remote.press("next");
      await remote.told("shown");
    }
    await take(remote, folder, mode.toLowerCase());
    await remote.page.keyboard.press("Escape");
    await remote.page.locator(".drive").waitFor();
  }
  await remote.tool("Lock").tap();
  await take(remote, folder, "lock");
}

async function roles(presenter: Presenter, folder: string): Promise<void> {
  for (const role of ["notes", "timer"] as const) {
    const remote = await RemotePage.letIn(presenter, { role });
    await take(remote, folder, role);
    await remote.close();
  }
}

async function main([folder = "docs/pages"]: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const presenter = await presenterInRoom({ options: ["--size", "1280x720"] });
  await pairing(presenter, folder);
  await driving(presenter, folder);
  await roles(presenter, folder);
  await presenter.end();
  await closeBrowser();
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
