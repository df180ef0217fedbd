// ./dev screenshots: the audience's page and an exported file as people see them.
import { after, test } from "node:test";
import { closeBrowser, laptop } from "../support/browser";
import { Presenter } from "../support/programs";
import { screenOf, shoot, sizes, wantedIn } from "../support/screenshots";
import { council, exported } from "../show/exported";
import { follow, open } from "../follow/follower";

after(closeBrowser);
const skip = !wantedIn && "LECTERN_SCREENSHOTS does not say where to";

test("the audience's page at every size", { skip }, async (t) => {
  const presenter = await Presenter.start({ deck: council, options: ["--follow", "on", "--size", "1920x1080"] });
  t.after(() => presenter.end());
  for (const address of ["1", "1.2", "2.1", "2.2", "2.4"]) await presenter.remote("goto", address);
  for (const size of sizes) {
    await presenter.remote("goto", "2.2");
    const { page } = await follow(t, presenter, "/", screenOf(size));
    await page.getByRole("heading", { name: "Three parks, one year" }).waitFor();
    await page.locator("img.after").waitFor();
    await shoot(page, `follow-${size}`);
  }
  await presenter.remote("goto", "2.4");
  await presenter.remote("timer", "start", "10m");
  const { page } = await follow(t, presenter, "/?text", { ...screenOf("390x844"), colorScheme: "dark" });
  await page.getByRole("cell", { name: "6,315" }).waitFor();
  await shoot(page, "follow-text-390x844");
  await presenter.remote("hold", "on");
  await page.getByText("short break").last().waitFor();
  await shoot(page, "follow-pause-390x844");
});

test("an exported file, and the speaker's window of its show", { skip }, async (t) => {
  const { address } = exported(council, "--notes");
  for (const size of ["390x844", "1366x768"] as const) {
    const { page } = await open(t, address, screenOf(size));
    await shoot(page, `exported-${size}`);
    if (size !== "1366x768") continue;
    const [speaker] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("s")]);
    await speaker.setViewportSize(laptop.viewport!);
    await page.keyboard.press("F5");
    for (const key of ["4", "Enter"]) await page.keyboard.press(key);
    await speaker.getByText("Millrace first.").waitFor();
    await shoot(speaker, `speaker-${size}`);
  }
});
