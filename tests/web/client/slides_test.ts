// How the client keeps slides: with as many steps as there may be, or asked for anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { SlideSchema } from "lectern/v1/deck_pb";
import { DeckCache } from "../../../remote/web/client/deck_cache";

const part = { kind: "slide", deck: "d", number: 2 } as const;
const slide = (step: number, html = "<p>a</p>") => create(SlideSchema, { deck: "d", number: 2, step, html });

test("whoever asks for as many steps as there may be gets what there may be", () => {
  const cache = new DeckCache();
  assert.ok(cache.want(part));
  cache.takeSlide(slide(3));
  assert.equal(cache.get(part)?.slide?.step, 3);
  assert.equal(cache.get({ ...part, step: 3 }), undefined); // which nobody asked for
});

test("whoever asks for more steps than there may be gets what there may be, and nobody gets more than they asked for", () => {
  const cache = new DeckCache();
  cache.want({ ...part, step: 5 });
  cache.want({ ...part, step: 1 });
  cache.takeSlide(slide(3));
  assert.equal(cache.get({ ...part, step: 5 })?.slide?.step, 3);
  assert.equal(cache.get({ ...part, step: 1 }), undefined);
});

test("what was forgotten is asked for anew, and what is on its way only once", () => {
  const cache = new DeckCache();
  cache.want(part);
  cache.forget(part);
  assert.equal(cache.want(part), false);
  cache.takeSlide(slide(1, "old"));
  cache.forget(part);
  assert.ok(cache.want(part));
  cache.takeSlide(slide(2, "new"));
  assert.equal(cache.get(part)?.slide?.html, "new");
});
