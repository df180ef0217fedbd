// Files that `lectern-presenter export --html` writes.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, source, temporaryFolder } from "../support/folders";

export const council = source("examples/council/slides.md");

/** What the program says, and the address of the file. */
export function exported(deck: string, ...options: string[]): { address: string; path: string; said: string } {
  const path = join(temporaryFolder(), "out.html");
  const said = execFileSync(bin("lectern-presenter"), ["export", deck, "--html", path, ...options], { encoding: "utf8" });
  return { address: `file://${path}`, path, said };
}

export function deckOf(text: string): string {
  const path = join(temporaryFolder(), "slides.md");
  writeFileSync(path, text);
  return path;
}
