// What is shown of presses: at once that they were made, and that they have happened once the audience sees it. Pure.
import type { Settled } from "../client/outbox";
import type { View } from "../client/view";

export type Became =
  | "sent" // nobody knows yet
  | "shown" // the stage has presented it
  | "frozen" // it was done, and a frozen stage keeps what it has
  | "same" // it was accepted and changed nothing
  | "refused"
  | "unconfirmed" // nobody will know
  | "late"; // it was accepted, and the stage shows it not yet

/** Which control somebody pressed. */
export type Control = string;

export interface Press {
  id: number;
  control: Control;
  became: Became;
  /** For a person, where it was not done. */
  message: string;
  pressedAt: number;
  /** Since when it is what it became. */
  at: number;
  /** Of the state that it was made in sight of. */
  from: number;
  epoch: number;
  revision?: number; // that it led to
}

export interface Presses { readonly list: readonly Press[]; readonly lastId: number }

export const noPresses: Presses = { list: [], lastId: 0 };

export const lateAfterMs = 3000;
/** How long it is told what became of a press. */
export const toldMs = { sent: Infinity, late: Infinity, shown: 1200, frozen: 2500, same: 1500, refused: 6000, unconfirmed: 8000 } as const;

export function pressed({ list, lastId }: Presses, control: Control, view: View, now: number): Presses {
  const id = lastId + 1;
  const { revision: from = 0, epoch = 0 } = view.state ?? {};
  const press: Press = { id, control, became: "sent", message: "", pressedAt: now, at: now, from, epoch };
  const kept = list.filter(({ became }) => became === "sent" || became === "late");
  return { list: [...kept, press].slice(-64), lastId: id };
}

function change({ list, lastId }: Presses, id: number, how: (press: Press) => Partial<Press>): Presses {
  return { list: list.map((press) => (press.id === id ? { ...press, ...how(press) } : press)), lastId };
}

/** What the presenter said of it, or that nobody knows. */
export function settled(presses: Presses, id: number, { outcome, revision, message = "" }: Settled, now: number): Presses {
  if (outcome === "accepted") return change(presses, id, () => ({ revision }));
  return change(presses, id, () => ({ became: outcome, message, at: now }));
}

/** After every change of what is known, and whenever time has passed. */
export function seen(presses: Presses, view: View, now: number): Presses {
  const list = presses.list.map((press) => ({ ...press, ...judged(press, view, now) }))
    .filter(({ became, at }) => now - at < toldMs[became]);
  return { ...presses, list };
}

function judged(press: Press, { state, presented }: View, now: number): Partial<Press> {
  const { became, revision, from, epoch, pressedAt } = press;
  if ((became !== "sent" && became !== "late") || revision === undefined) return {};
  if (state && state.epoch !== epoch) return { became: "unconfirmed", at: now };
  if (!state || state.revision < revision) return {};
  if (revision <= from) return { became: "same", at: now };
  if (state.frozen && state.frozen.since < revision && presented >= state.frozen.since) return { became: "frozen", at: now };
  if (presented >= revision) return { became: "shown", at: now };
  return now - pressedAt > lateAfterMs ? { became: "late" } : {};
}

/** What is told of a control: of several presses the worst first, then the newest. */
export function toldOf({ list }: Presses, isOf: (control: Control) => boolean = () => true): Press | undefined {
  const its = list.filter(({ control }) => isOf(control));
  return its.find(({ became }) => became === "refused" || became === "unconfirmed") ?? its.at(-1);
}

export const underWay = ({ list }: Presses) => list.filter(({ became }) => became === "sent" || became === "late").length;

/** When to look again though nothing happens. */
export function due({ list }: Presses): number | undefined {
  const times = list.map(({ became, at, pressedAt, revision }) =>
    became === "sent" && revision !== undefined ? pressedAt + lateAfterMs + 1 : at + toldMs[became]).filter(Number.isFinite);
  return times.length ? Math.min(...times) : undefined;
}
