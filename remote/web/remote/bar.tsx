// The line on top: how the connection is, where the show is, who drives, what time it is.
import { Role } from "lectern/v1/session_pb";
import { slideCount } from "../view/place";
import { type Act, isMine } from "./app";
import type { Show, Shown } from "./shown";
import { say } from "./words";

type Acts = { act: (act: Act) => void };

export function Bar({ shown, show, act }: Acts & { shown: Shown; show?: Show }) {
  const { view, clock } = shown;
  if (!view) return null;
  const { outline } = view;
  return (
    <header class="bar">
      <p class="link" data-link={view.link}><span class="dot" aria-hidden="true" />{say.link[view.link]}</p>
      <h1 class="deck">{outline?.title || say.name}</h1>
      <Driver shown={shown} act={act} />
      {show && outline && <p class="count">{say.place(show.here.number, slideCount(outline))}</p>}
      <p class="clock"><span class="hidden">{say.clock} </span><time>{clock}</time></p>
    </header>
  );
}

/** Who drives, and what may be done about it. */
export function Driver({ shown: { view }, act }: Acts & { shown: Shown }) {
  const state = view?.state;
  if (!view || !state || view.role < Role.NOTES) return null;
  const { driver } = state;
  const mine = isMine(driver, view);
  const mayDrive = view.role >= Role.CONTROLLER;
  const isLockedOut = driver?.locked && !mine && view.role < Role.OPERATOR;
  const who = !driver ? say.nobodyDrives : mine ? say.youDrive : driver.locked ? say.lockedBy(driver.name) : say.driver(driver.name);
  return (
    <div class="driver">
      <p>{who}</p>
      {mayDrive && !mine && !isLockedOut && (
        <button type="button" class="small" onClick={() =>
          act({ do: "press", press: { action: { case: "takeOver", value: {} } }, control: "driver" })}>
          {say.takeOver}
        </button>)}
      {mayDrive && (mine || (driver?.locked && view.role >= Role.OPERATOR)) && (
        <button type="button" class="small" onClick={() =>
          act({ do: "press", press: { action: { case: "setLock", value: { locked: !driver?.locked } } }, control: "driver" })}>
          {driver?.locked ? say.unlockShow : say.lockShow}
        </button>)}
    </div>
  );
}
