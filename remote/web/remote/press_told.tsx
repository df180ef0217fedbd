// What is told of presses: by a word, a sign and a colour together.
import { Icon, type IconName } from "./icons";
import { type Became, type Press, toldOf, underWay } from "./presses";
import type { Shown } from "./shown";
import { say } from "./words";

const icons: Record<Became, IconName> = {
  sent: "sent", shown: "shown", frozen: "shown", same: "shown", refused: "refused", unconfirmed: "unconfirmed", late: "unconfirmed",
};

/** On a control, which has a name of its own: for the eye alone. */
export function Mark({ press }: { press?: Press }) {
  if (!press) return null;
  return <span class="mark" aria-hidden="true"><Icon name={icons[press.became]} />{say.presses[press.became]}</span>;
}

/** For everybody, in one place. */
export function Told({ shown }: { shown: Shown }) {
  const press = toldOf(shown.presses);
  const count = underWay(shown.presses);
  return (
    <p class="told" role="status" data-became={press?.became ?? ""}>
      {press && <><Icon name={icons[press.became]} /> {tellWhole(press)}{press.became === "sent" && count > 1 && ` ${say.under(count)}`}</>}
    </p>
  );
}

function tellWhole({ became, message }: Press): string {
  const why = message ? `: ${message}` : "";
  const then = became === "unconfirmed" || became === "late" ? `. ${say.lookAtDisplay}` : "";
  return say.presses[became] + (became === "unconfirmed" ? "" : why) + then;
}
