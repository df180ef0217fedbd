// Where everything is; CTest says so.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by ctest`);
  return value;
}

export const bin = (program: string) => join(told("LECTERN_BIN_DIR"), program);
export const source = (path: string) => join(told("LECTERN_SOURCE_DIR"), path);

/** Of this run alone, and gone with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lectern-test-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
