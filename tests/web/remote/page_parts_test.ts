// The parts of the remote's page that decide, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { OutlineSchema } from "lectern/v1/deck_pb";
import { PositionSchema, QaTimer_Phase, QaTimerSchema, StateSchema } from "lectern/v1/session_pb";
import { firstView } from "../../../remote/web/client/view";
import { clipName, deviceName } from "../../../remote/web/remote/device_name";
import { TypedNumber, intent } from "../../../remote/web/remote/keys";
import * as presses from "../../../remote/web/remote/presses";
import { findSlides, nextPlace, placeOf, slideCount } from "../../../remote/web/view/place";
import { timerFace } from "../../../remote/web/view/timer_face";

const state = (change: object = {}) => create(StateSchema, { revision: 5, epoch: 1, position: { h: 1 }, ...change });
const viewOf = (change: object = {}, presented = 5) => ({ ...firstView("lisa", 0), state: state(change), presented });
const key = (name: string, change = {}) => ({ key: name, shift: false, control: false, isRepeat: false, ...change });

test("keys are the stage's own", () => {
  const control = (name: string, change = {}) => {
    const found = intent(key(name, change), state());
    return typeof found === "object" && "press" in found ? found.control : found;
  };
  for (const name of ["ArrowRight", "ArrowDown", "PageDown", " ", "n", "N", "j"]) assert.equal(control(name), "next", name);
  for (const name of ["ArrowLeft", "ArrowUp", "PageUp", "p", "h", "k"]) assert.equal(control(name), "previous", name);
  assert.equal(control(" ", { shift: true }), "previous");
  for (const name of ["b", "v", ".", "/"]) assert.equal(control(name), "black", name);
  for (const name of ["Home", "End"]) assert.equal(control(name), "jump", name);
  for (const name of ["F5", "Escape", "Tab", "x"]) assert.equal(control(name), undefined, name);
  assert.equal(control("PageDown", { isRepeat: true }), "nothing", "a held key acts once");
  assert.equal(control("n", { control: true }), undefined, "a browser's own");
  assert.equal(control("Backspace"), "nothing", "nobody has jumped yet");
});

test("a number is typed blindly, and each digit waits three seconds", () => {
  const typed = new TypedNumber();
  assert.equal(typed.take({ digit: "1" }, 0), undefined);
  assert.equal(typed.take({ digit: "2" }, 1000), undefined);
  assert.equal(typed.take("enter", 2000), 12);
  typed.take({ digit: "1" }, 3000);
  assert.equal(typed.take("enter", 6001), undefined);
  typed.take({ digit: "1" }, 7000);
  typed.take("nothing", 7001);
  assert.equal(typed.take("enter", 7002), undefined);
});

function became(revision: number, view: ReturnType<typeof viewOf>, now = 100): string | undefined {
  let all = presses.pressed(presses.noPresses, "next", viewOf(), 0);
  all = presses.settled(all, 1, { ticket: 1, outcome: "accepted", revision }, 50);
  return presses.seen(all, view, now).list[0]?.became;
}

test("a press has happened once the stage has presented it, and not before", () => {
  assert.equal(became(6, viewOf({ revision: 6 }, 5)), "sent");
  assert.equal(became(6, viewOf({ revision: 5 }, 6)), "sent", "the state is not here");
  assert.equal(became(6, viewOf({ revision: 6 }, 6)), "shown");
  assert.equal(became(6, viewOf({ revision: 9 }, 9)), "shown");
  assert.equal(became(5, viewOf({ revision: 5 }, 5)), "same");
  assert.equal(became(6, viewOf({ revision: 6, frozen: { since: 5 } }, 5)), "frozen");
  assert.equal(became(6, viewOf({ revision: 6 }, 5), 4000), "late");
  assert.equal(became(6, viewOf({ revision: 2, epoch: 2 }, 9)), "unconfirmed", "of another run");
});

test("what went wrong is told before what went well, and goes by itself", () => {
  let all = presses.pressed(presses.noPresses, "next", viewOf(), 0);
  all = presses.pressed(all, "next", viewOf(), 10);
  all = presses.settled(all, 1, { ticket: 1, outcome: "refused", message: "moved on" }, 50);
  assert.equal(presses.toldOf(all)?.message, "moved on");
  assert.equal(presses.underWay(all), 1);
  assert.ok(presses.due(all)! > 50);
  assert.equal(presses.seen(all, viewOf(), 60_000).list.length, 1);
});

const outline = create(OutlineSchema, { slides: [{ h: 1, title: "Welcome", stepCount: 2 }, { h: 2, v: 1, title: "Parks" }, { h: 2, v: 2, title: "Bins", uncounted: true }] });

test("what comes next is a step, else a slide, else nothing", () => {
  const at = (h: number, v: number, step: number) => nextPlace(outline, placeOf(outline, create(PositionSchema, { h, v, step })));
  assert.deepEqual([at(1, 0, 1)?.number, at(1, 0, 1)?.step], [1, 2]);
  assert.deepEqual([at(1, 0, 2)?.number, at(1, 0, 2)?.step], [2, 0]);
  assert.equal(at(2, 2, 0), undefined);
  assert.equal(slideCount(outline), 2);
});

test("slides are found by number and by words", () => {
  assert.deepEqual(findSlides(outline, "2").map(({ number }) => number), [2]);
  assert.deepEqual(findSlides(outline, "BIN").map(({ number }) => number), [3]);
  assert.equal(findSlides(outline, " ").length, 3);
  assert.equal(findSlides(outline, "nothing").length, 0);
});

test("the timer reads as on the stage", () => {
  const face = (spentMs: bigint, now: number) => timerFace(create(QaTimerSchema, { phase: QaTimer_Phase.RUNNING, limitMs: 60_000, spentMs, sinceMs: 1000n }), now);
  assert.equal(face(0n, 1000)?.text, "1:00");
  assert.equal(face(0n, 1001)?.text, "1:00");
  assert.equal(face(0n, 2000)?.text, "0:59");
  assert.equal(face(60_000n, 1000)?.text, "0:00");
  assert.equal(face(60_000n, 1999)?.text, "0:00");
  assert.equal(face(60_000n, 13_000)?.text, "+0:12");
  assert.equal(face(60_000n, 1000)?.isUp, true);
  assert.equal(timerFace(create(QaTimerSchema, { phase: QaTimer_Phase.OFF }), 0), undefined);
});

test("a device has a name that fits", () => {
  const phone = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";
  assert.equal(deviceName(phone), "Android phone, Chrome");
  assert.equal(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"), "iPhone, Safari");
  assert.equal(deviceName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0"), "Windows laptop, Edge");
  assert.equal(new TextEncoder().encode(clipName("é".repeat(60), 64)).length, 64);
});
