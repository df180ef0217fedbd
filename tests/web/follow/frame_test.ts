// The audience's page in a frame on somebody's site, over TLS with a certificate of their own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, closeBrowser } from "../support/browser";
import { temporaryFolder } from "../support/folders";
import { present } from "./follower";

after(closeBrowser);

test("the site that was named may have it in a frame, and no other", async (t) => {
  const folder = temporaryFolder();
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
    "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
  let framed = "";
  const site = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!DOCTYPE html><html lang="en"><title>Council</title><h1>Council</h1><iframe title="Slides" src="${framed}" width="900" height="600"></iframe></html>`);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  t.after(() => site.close());
  const { port } = site.address() as AddressInfo;

  const presenter = await present(t, {
    options: ["--follow", "on", "--tls-cert", cert, "--tls-key", key, "--allow-frame", `https://127.0.0.1:${port}`],
  });
  framed = `https://127.0.0.1:${presenter.port}/`;
  const context = await (await browser()).newContext({ ignoreHTTPSErrors: true });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`https://127.0.0.1:${port}/`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { name: "A Greener, Brighter Wexcombe", level: 2 }).waitFor();
  await frame.locator("img.after").waitFor();
  await presenter.remote("next");
  await frame.getByRole("heading", { name: "This evening" }).waitFor();
  await frame.getByRole("button", { name: "Text only" }).click();
  await frame.locator("main img").first().waitFor({ state: "detached" });

  const refused = page.waitForEvent("console", (message) => /frame-ancestors|refused|Framing/i.test(message.text()));
  await page.goto(`https://localhost:${port}/`); // another origin
  await refused;
  assert.equal(await frame.locator("#app").count(), 0);
});
