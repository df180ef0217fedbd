// What axe-core and html-validate find in a page as it is now.
import { HtmlValidate } from "html-validate";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type axe from "axe-core";

const axeSource = readFileSync(createRequire(`${process.env.LECTERN_NPM_DIR}/node_modules/x.js`).resolve("axe-core/axe.min.js"), "utf8");

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    "doctype-style": "off", // what a browser gives back is in its own style
    "attr-quotes": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "long-title": "off",
    "require-sri": ["error", { target: "crossorigin" }],
    "no-inline-style": ["error", { allowedProperties: ["display", "font-size", "transform"] }], // set by script
  },
});

/** One line a finding; none is right. */
export async function findings(page: Page): Promise<string[]> {
  return [...(await axeFindings(page)), ...(await htmlFindings(page))];
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource); // not as an element, which the page's policy would refuse
  const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return results.violations.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
}

async function htmlFindings(page: Page): Promise<string[]> {
  const html = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
  const report = await validator.validateString(html.replace(/"data:[^"]*"/g, '"data:,"')); // megabytes, which say nothing
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `html-validate ${ruleId}: ${message} (${selector})`));
}
