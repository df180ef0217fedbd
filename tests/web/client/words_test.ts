import assert from "node:assert/strict";
import { test } from "node:test";
import words from "../../../common/trust/words.txt";

test("there are 256 words, none of them twice", () => {
  const all = words.trim().split("\n");
  assert.equal(all.length, 256);
  assert.equal(new Set(all).size, 256);
});
