// What somebody who follows is to see, decided without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Event, type Model, type Slide, nothingYet, see, update, wants } from "../../../remote/web/follow/follow";
import { shownSeconds, timerText } from "../../../remote/web/follow/timer";
import type { Show, Told } from "../../../remote/web/follow/told";

const show: Show = { deck: "d", h: 1, v: 0, step: 0, holding: "none", isBlack: false, isOpen: true, isWhole: false };
const entry = (h: number, isSeen: boolean) => ({ h, v: 0, title: isSeen ? `Slide ${h}` : "", isSeen, isCounted: h < 4 });
const deck = { hash: "d", title: "Budget", slides: [entry(1, true), entry(2, true), entry(3, false), entry(4, false)] };
const slide = (number: number, step = 0): Slide => ({ deck: "d", number, step, title: `Slide ${number}`, html: "<p>x</p>", picture: "" });

const told = (change: Partial<Show> = {}, more: Partial<Told> = {}): Event =>
  ({ is: "told", told: { link: "connected", show: { ...show, ...change }, deck, ...more } });
const after = (...events: Event[]): Model => events.reduce(update, nothingYet);
/** Everything that is asked for comes at once. */
const settled = (model: Model): Model =>
  wants(model).reduce((now, wanted) => update(now, { is: "came", wanted, slide: slide(wanted.number, wanted.step) }), model);

test("the slide on the stage is asked for, at its step, and once it is here it is up", () => {
  const model = after(told({ h: 2, step: 1 }));
  assert.deepEqual(wants(model), [{ deck: "d", number: 2, step: 1 }]);
  const { screen, count, isLive } = see(settled(model));
  assert.deepEqual([screen.is, count, isLive], ["slide", 3, true]);
});

test("the slide before stays until the next one is here", () => {
  const model = update(settled(after(told())), told({ h: 2 }));
  const { screen } = see(model);
  assert.ok(screen.is === "slide" && screen.slide?.number === 1 && screen.number === 2);
});

test("closed, black and the holding slide ask for nothing and show nothing", () => {
  for (const change of [{ isOpen: false }, { isBlack: true }, { holding: "pause" as const }]) {
    const model = update(settled(after(told())), told(change));
    assert.deepEqual(wants(model), []);
    assert.notEqual(see(model).screen.is, "slide");
  }
});

test("one looks at what was seen, and never ahead", () => {
  const live = settled(after(told({ h: 2 })));
  assert.deepEqual(see(live).choices.map(({ number }) => number), [1, 2]);
  const back = update(live, { is: "look", number: 1 });
  assert.deepEqual([see(back).isLive, wants(back)], [false, [{ deck: "d", number: 1 }]]);
  assert.equal(see(update(live, { is: "look", number: 3 })).isLive, true);
  assert.equal(see(update(live, { is: "look", number: 99 })).isLive, true);
});

test("what comes up live is seen from then on, also by who looks back meanwhile", () => {
  const back = update(settled(after(told())), { is: "look", number: 2 });
  const onward = update(back, told({ h: 3 }));
  assert.equal(see(onward).isLive, false);
  assert.deepEqual(see(onward).choices.map(({ number }) => number), [1, 2, 3]);
  assert.equal(see(update(onward, told({ h: 2 }))).isLive, true); // the stage came to where one was
});

test("of a slide that was up again since, what was seen of it is asked for anew", () => {
  const back = settled(update(settled(after(told({ h: 2 }))), { is: "look", number: 1 }));
  const later = [told({ h: 1, step: 1 }), told({ h: 2 })].reduce((model, event) => settled(update(model, event)), back);
  assert.deepEqual(wants(update(later, { is: "look", number: 1 })), [{ deck: "d", number: 1 }]);
});

test("once it is closed nobody looks back", () => {
  const back = update(settled(after(told({ h: 2 }))), { is: "look", number: 1 });
  const closed = update(back, told({ isOpen: false }));
  assert.deepEqual([see(closed).screen.is, see(closed).choices.length], ["closed", 0]);
});

test("after the end there is all of it where the operator allows", () => {
  const end = after(told({ holding: "after", isWhole: true }));
  assert.deepEqual(see(end).choices.map(({ number }) => number), [1, 2, 3, 4]);
  const all = settled(end);
  const { screen } = see(all);
  assert.ok(screen.is === "holding" && screen.reading.length === 4 && wants(all).length === 0);
  assert.deepEqual(wants(after(told({ holding: "after" }))), []);
  assert.deepEqual(see(after(told({ holding: "after" }))).choices.map(({ number }) => number), [1, 2]);
});

test("another deck begins anew", () => {
  const back = update(settled(after(told({ h: 2 }))), { is: "look", number: 1 });
  const other = update(back, told({ deck: "e" }, { deck: { ...deck, hash: "e" } }));
  assert.deepEqual([see(other).isLive, wants(other)], [true, [{ deck: "e", number: 1, step: 0 }]]);
});

test("the timer rounds up before its limit and toward it after", () => {
  const timer = { isRunning: true, limitMs: 60_000, spentMs: 0, sinceMs: 1000 };
  assert.deepEqual([1000, 1001, 60_999, 61_000, 61_999, 62_000].map((now) => timerText(shownSeconds(timer, now))),
    ["1:00", "1:00", "0:01", "0:00", "0:00", "0:01 over"]);
  assert.equal(timerText(shownSeconds({ ...timer, isRunning: false, limitMs: 3_700_000, spentMs: 1000 }, 99_000)), "1:01:39");
});
