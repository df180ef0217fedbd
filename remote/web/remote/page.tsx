// The page, as a function of what is to be shown.
import { Role } from "lectern/v1/session_pb";
import { useEffect, useRef } from "preact/hooks";
import type { Act } from "./app";
import { Bar } from "./bar";
import { ComingIn } from "./coming_in";
import { Icon } from "./icons";
import { LockPage } from "./lock";
import { MorePage } from "./more";
import { NotesPanel } from "./notes";
import { Overview } from "./overview";
import { PointerPage } from "./pointer";
import { Told } from "./press_told";
import { type Mode, type Show, type Shown, showOf } from "./shown";
import { Announcer, Slides } from "./slides";
import { TimerPanel, TimerStrip } from "./timer";
import { Tools } from "./tools";
import { say } from "./words";
import { Zones } from "./zones";

type Acts = { act: (act: Act) => void };
type Parts = Acts & { shown: Shown; show?: Show };

const nothing = () => undefined; // who may not move the show swipes in vain

export function Page({ shown, act }: Acts & { shown: Shown }) {
  const { coming, mode, isLocked, view } = shown;
  if (coming) return <ComingIn shown={shown} coming={coming} act={act} />;
  if (isLocked) return <LockPage shown={shown} act={act} />;
  const show = showOf(shown);
  const parts = { shown, show, act };
  return (
    <>
      {mode !== "clicker" && <Bar {...parts} />}
      <Messages {...parts} />
      <ForRole role={view?.role ?? Role.FOLLOWER} mode={mode} parts={parts} />
      <Announcer shown={shown} show={show} />
    </>
  );
}

function ForRole({ role, mode, parts }: { role: Role; mode: Mode; parts: Parts }) {
  if (role >= Role.CONTROLLER) return <Controller mode={mode} parts={parts} />;
  const { shown, show, act } = parts;
  switch (role) {
    case Role.TIMER: return (
      <main class="for-timer">
        <Told shown={shown} />
        <TimerPanel shown={shown} act={act} />
        {show && <Slides shown={shown} show={show} act={nothing} />}
      </main>);
    case Role.NOTES: return (
      <main class="for-notes">
        {show && <Slides shown={shown} show={show} act={nothing} />}
        <TimerStrip shown={shown} act={act} />
        <NotesPanel shown={shown} act={act} />
      </main>);
    default: return (
      <main class="coming"><h2>{say.followerTitle}</h2><p>{say.followerHelp}</p><p><a href="/">{say.follow}</a></p></main>);
  }
}

function Controller({ mode, parts }: { mode: Mode; parts: Parts }) {
  const { shown, show, act } = parts;
  switch (mode) {
    case "clicker": return (
      <main class="clicker">
        <h1 class="hidden">{say.clicker}</h1>
        <div class="clicker-head"><Told shown={shown} /><CloseButton act={act} /></div>
        <Zones shown={shown} act={act} />
      </main>);
    case "pointer": return <Sub title={say.pointer} act={act}>{show && <PointerPage shown={shown} show={show} act={act} />}</Sub>;
    case "overview": return <Sub title={say.overview} act={act}><Overview {...parts} /></Sub>;
    case "more": return <Sub title={say.moreTitle} act={act}><MorePage shown={shown} act={act} /><Told shown={shown} /></Sub>;
    case "drive": return <Drive {...parts} />;
  }
}

function Drive({ shown, show, act }: Parts) {
  return (
    <main class="drive">
      {show && <Slides shown={shown} show={show} act={act} />}
      <div class="told-row"><Told shown={shown} /><TimerStrip shown={shown} act={act} /></div>
      {shown.isWide && <div class="wide"><TimerPanel shown={shown} act={act} /></div>}
      <NotesPanel shown={shown} act={act} />
      <Tools shown={shown} act={act} />
      <Zones shown={shown} act={act} />
      {shown.isWide && <div class="wide slides-row"><Overview shown={shown} show={show} act={act} /></div>}
    </main>
  );
}

/** A page in front of the show, which Escape and the browser's own way back leave too. */
function Sub({ title, act, children }: Acts & { title: string; children: preact.ComponentChildren }) {
  return (
    <main class="sub" data-title={title}>
      {children}
      <CloseButton act={act} isFirst />
    </main>
  );
}

function CloseButton({ act, isFirst }: Acts & { isFirst?: boolean }) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFirst) element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <button type="button" ref={element} class="close" onClick={() => act({ do: "mode", mode: "drive" })}>
      <Icon name="close" /><span>{say.close}</span>
    </button>
  );
}

/** What is wrong, or waits for somebody. */
function Messages({ shown: { view }, act }: Parts) {
  if (!view) return null;
  const { link, trouble, recorded, state, role } = view;
  const isCutOff = link === "waiting" || (link === "connecting" && trouble !== "");
  return (
    <section class="messages" aria-label={say.messages}>
      <div role="alert">{isCutOff && <p class="message" data-kind="trouble">{say.cutOff(trouble)} {say.otherwiseLast}</p>}</div>
      {recorded?.problem && <p class="message" data-kind="warning">{say.notRecorded(recorded.problem)}</p>}
      {state?.edit && (
        <p class="message" data-kind="offer">{say.edit(state.edit.summary)}
          {role >= Role.CONTROLLER && <button type="button" class="small" onClick={() =>
            act({ do: "press", press: { action: { case: "takeEdit", value: { deck: state.edit!.deck } } }, control: "edit" })}>{say.takeEdit}</button>}
        </p>)}
    </section>
  );
}
