// The smaller controls.
import { GoToEnd_End } from "lectern/v1/session_pb";
import type { Action } from "../client/outbox";
import { isHolding } from "../view/place";
import type { Act } from "./app";
import { Icon, type IconName } from "./icons";
import { toldOf } from "./presses";
import type { Mode, Shown } from "./shown";
import { say } from "./words";

type Acts = { act: (act: Act) => void };

interface ToolIs {
  icon: IconName;
  label: string;
  onClick: () => void;
  isOn?: boolean;
  press?: string; // what became of it
  disabled?: boolean;
  /** Where it has room; everywhere where that is not said. */
  where?: "wide" | "narrow";
  leadsTo?: Mode;
}

function Tool({ icon, label, onClick, isOn, press, disabled, where, leadsTo }: ToolIs) {
  return (
    <button type="button" class={`tool ${where ?? ""}`} aria-pressed={isOn} data-became={press ?? ""} data-leads-to={leadsTo}
            disabled={disabled} onClick={onClick}>
      <Icon name={icon} /><span>{label}</span>
    </button>
  );
}

/** `where`: all of them have room on a wide screen; a phone has the others under More. */
export function ShowTools({ shown, act, where }: Acts & { shown: Shown; where?: "wide" }) {
  const state = shown.view?.state;
  if (!state?.position) return null;
  const became = (control: string) => toldOf(shown.presses, (of) => of === control)?.became;
  const press = (control: string, action: Action) => () => act({ do: "press", press: { action }, control });
  const { frozen, position, back, black } = state;
  const holds = isHolding(position);
  return (
    <>
      <Tool icon="freeze" label={say.freeze} isOn={!!frozen} press={became("freeze")} where={where}
            onClick={press("freeze", { case: "setFrozen", value: { frozen: !frozen } })} />
      <Tool icon="pause" label={say.pause} isOn={holds} press={became("pause")} where={where}
            onClick={press("pause", { case: "setHolding", value: { holding: !holds } })} />
      <Tool icon="back" label={say.back} press={became("back")} where={where} disabled={!back || black}
            onClick={press("back", { case: "goBack", value: {} })} />
      <Tool icon="first" label={say.first} where={where} onClick={press("jump", { case: "goToEnd", value: { end: GoToEnd_End.FIRST } })} />
      <Tool icon="last" label={say.last} where={where} onClick={press("jump", { case: "goToEnd", value: { end: GoToEnd_End.LAST } })} />
    </>
  );
}

export function Tools({ shown, act }: Acts & { shown: Shown }) {
  const black = shown.view?.state?.black ?? false;
  const to = (mode: Mode) => () => act({ do: "mode", mode });
  return (
    <div class="tools" role="group" aria-label={say.tools}>
      <Tool icon="black" label={say.black} isOn={black} press={toldOf(shown.presses, (of) => of === "black")?.became}
            onClick={() => act({ do: "press", press: { action: { case: "setBlack", value: { black: !black } } }, control: "black" })} />
      <ShowTools shown={shown} act={act} where="wide" />
      <Tool icon="pointer" label={say.pointer} leadsTo="pointer" onClick={to("pointer")} />
      <Tool icon="clicker" label={say.clicker} leadsTo="clicker" onClick={to("clicker")} />
      <Tool icon="overview" label={say.overview} leadsTo="overview" onClick={to("overview")} where="narrow" />
      <Tool icon="lock" label={say.lock} onClick={() => act({ do: "lock", isLocked: true })} where="narrow" />
      <Tool icon="more" label={say.more} leadsTo="more" onClick={to("more")} />
    </div>
  );
}
