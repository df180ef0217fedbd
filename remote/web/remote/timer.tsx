// The Q&A timer: what it reads, and its controls for who may have them.
import { type QaTimer, QaTimer_Phase, Role } from "lectern/v1/session_pb";
import type { Action } from "../client/outbox";
import { timerFace } from "../view/timer_face";
import type { Act } from "./app";
import { Icon } from "./icons";
import { maxMinutes } from "./preferences";
import type { Shown } from "./shown";
import { say } from "./words";

type Acts = { act: (act: Act) => void };

export function TimerPanel({ shown, act }: Acts & { shown: Shown }) {
  const { view, presenterNow, preferences } = shown;
  const timer = view?.state?.qa;
  if (!timer) return null;
  const face = timerFace(timer, presenterNow);
  const mayRun = (view?.role ?? 0) >= Role.TIMER;
  return (
    <section class="timer" aria-labelledby="timer-title" data-up={face?.isUp ?? false}>
      <h2 id="timer-title">{say.timer}</h2>
      {face
        ? <p class="face" role="timer"><span class="digits">{face.text}</span>{face.isPaused && <span class="tag">{say.timerPaused}</span>}
            {face.isUp && <span class="tag">{say.timeIsUp}</span>}</p>
        : <p class="hint">{say.timerOff}</p>}
      {face && <progress class="left" max={1} value={face.left} aria-hidden="true" />}
      {mayRun && (face ? <Running timer={timer} act={act} /> : <Start minutes={preferences.minutes} act={act} />)}
    </section>
  );
}

const press = (act: (act: Act) => void, action: Action) => () => act({ do: "press", press: { action }, control: "timer" });

const pause: Action = { case: "pauseTimer", value: {} };
const resume: Action = { case: "resumeTimer", value: {} };

function Running({ timer, act }: Acts & { timer: QaTimer }) {
  const isRunning = timer.phase === QaTimer_Phase.RUNNING;
  const minute = 60_000;
  return (
    <div class="buttons">
      {isRunning
        ? <button type="button" class="main" onClick={press(act, pause)}>{say.hold}</button>
        : <button type="button" class="main" onClick={press(act, resume)}>{say.resume}</button>}
      <button type="button" aria-label={say.takeMinute} onClick={press(act, { case: "addTime", value: { deltaMs: -minute } })}>−1</button>
      <button type="button" aria-label={say.addMinute} onClick={press(act, { case: "addTime", value: { deltaMs: minute } })}>+1</button>
      <button type="button" onClick={press(act, { case: "resetTimer", value: {} })}>{say.reset}</button>
    </div>
  );
}

function Start({ minutes, act }: Acts & { minutes: number }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem("minutes") as HTMLInputElement;
    const wanted = Number(field.value);
    field.setCustomValidity(wanted >= 1 && wanted <= maxMinutes ? "" : say.minutesWrong);
    if (!field.reportValidity()) return;
    act({ do: "prefer", change: { minutes: wanted } });
    press(act, { case: "startTimer", value: { limitMs: Math.round(wanted * 60_000) } })();
  };
  return (
    <form class="buttons" onSubmit={submit} noValidate>
      <label for="minutes">{say.minutes}</label>
      <input id="minutes" name="minutes" type="number" inputMode="numeric" min={1} max={maxMinutes} defaultValue={String(minutes)}
             onInput={(event) => event.currentTarget.setCustomValidity("")} />
      <button type="submit" class="main">{say.start}</button>
    </form>
  );
}

/** In one line, while it is on. */
export function TimerStrip({ shown, act }: Acts & { shown: Shown }) {
  const timer = shown.view?.state?.qa;
  const face = timer && timerFace(timer, shown.presenterNow);
  if (!timer || !face) return null;
  const isRunning = timer.phase === QaTimer_Phase.RUNNING;
  return (
    <div class="timer-strip" data-up={face.isUp}>
      <Icon name="timer" />
      <span role="timer" aria-label={say.timer} class="digits">{face.text}</span>
      {face.isUp && <span class="tag">{say.timeIsUp}</span>}
      {face.isPaused && <span class="tag">{say.timerPaused}</span>}
      {(shown.view?.role ?? 0) >= Role.TIMER && (
        <button type="button" class="small" onClick={press(act, isRunning ? pause : resume)}>{isRunning ? say.hold : say.resume}</button>)}
    </div>
  );
}
