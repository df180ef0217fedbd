// ./dev screenshots: the remote's page as people see it.
import { after, before, test } from "node:test";
import { closeBrowser, phone } from "../support/browser";
import type { Presenter } from "../support/programs";
import { RemotePage, presenterInRoom } from "../support/remote_page";
import { screenOf, shoot, sizes, wantedIn } from "../support/screenshots";

const skip = !wantedIn && "LECTERN_SCREENSHOTS does not say where to";
const held = "390x844"; // a phone as it is held

let presenter: Presenter;
before(async () => {
  if (!skip) presenter = await presenterInRoom({ options: ["--size", "1920x1080"] });
});
after(async () => {
  await presenter?.end();
  await closeBrowser();
});

/** Once every picture that is asked for is there. */
async function take({ page }: RemotePage, name: string): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>(".frame")].every((frame) => {
    const { left, top, width } = frame.getBoundingClientRect();
    const image = frame.querySelector("img");
    return width === 0 || left > innerWidth || top > innerHeight || (image?.complete && image.naturalWidth > 0);
  }));
  await shoot(page, `remote-${name}`);
}

test("on the way in", { skip }, async () => {
  const operator = await presenter.openPairing();
  const [invitation] = operator.window.invitations;
  const remote = await RemotePage.open(invitation!.replace(/#.*/, ""), screenOf(held));
  await remote.page.locator(".pin").waitFor();
  await take(remote, `pin-${held}`);
  await remote.page.goto(invitation!);
  await remote.page.locator(".words").waitFor();
  await take(remote, `words-${held}`);
  await operator.end();
  await remote.close();
});

test("driving, at every size", { skip }, async () => {
  await presenter.remote("goto", "2.2");
  await presenter.remote("timer", "start", "10m");
  for (const size of sizes) {
    const remote = await RemotePage.letIn(presenter, { kind: screenOf(size) });
    await remote.place(4);
    await take(remote, `drive-${size}`);
    await remote.close();
  }
});

test("everything else on a phone", { skip }, async () => {
  const remote = await RemotePage.letIn(presenter, { kind: { ...phone, ...screenOf(held) } });
  for (const mode of ["Clicker", "Pointer", "Overview", "More"]) {
    await remote.tool(mode).tap();
    if (mode === "Clicker") {
      await remote.press("next");
      await remote.told("shown");
    }
    await take(remote, `${mode.toLowerCase()}-${held}`);
    await remote.page.keyboard.press("Escape");
    await remote.page.locator(".drive").waitFor();
  }
  await remote.tool("Lock").tap();
  await take(remote, `lock-${held}`);
  await remote.close();
});

test("for the clerk and for the chair", { skip }, async () => {
  for (const role of ["notes", "timer"] as const) {
    const remote = await RemotePage.letIn(presenter, { role, kind: screenOf(held) });
    await take(remote, `${role}-${held}`);
    await remote.close();
  }
});
