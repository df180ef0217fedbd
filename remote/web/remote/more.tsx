// What is needed less often.
import { Role } from "lectern/v1/session_pb";
import type { Act } from "./app";
import { Driver } from "./bar";
import type { Shown } from "./shown";
import { TimerPanel } from "./timer";
import { ShowTools } from "./tools";
import { say } from "./words";

type Acts = { act: (act: Act) => void };

export function MorePage({ shown, act }: Acts & { shown: Shown }) {
  const { awake, preferences, view } = shown;
  return (
    <div class="more-panels">
      <section aria-label={say.drive}><div class="tools many"><ShowTools shown={shown} act={act} /></div></section>
      <TimerPanel shown={shown} act={act} />
      <Decks shown={shown} act={act} />
      <People shown={shown} act={act} />
      <section aria-label={say.name}>
        <label class="switch">
          <input type="checkbox" checked={preferences.letterKeys} aria-describedby="letter-keys-help"
                 onChange={(event) => act({ do: "prefer", change: { letterKeys: event.currentTarget.checked } })} />
          <span>{say.letterKeys}</span>
        </label>
        <p class="hint" id="letter-keys-help">{say.letterKeysHelp}</p>
        <p class="hint">{say.awake[awake]}</p>
        <p class="hint">{say.knownAs(shown.name)} · {say.roles[view?.role ?? Role.UNSPECIFIED]}</p>
        <button type="button" aria-describedby="forget-help" onClick={() => act({ do: "forget" })}>{say.forget}</button>
        <p class="hint" id="forget-help">{say.forgetHelp}</p>
      </section>
    </div>
  );
}

function Decks({ shown: { view }, act }: Acts & { shown: Shown }) {
  const state = view?.state;
  if (!state || state.decks.length < 2) return null;
  return (
    <section aria-labelledby="decks-title">
      <h2 id="decks-title">{say.decks}</h2>
      <ol class="decks">
        {state.decks.map(({ title }, index) => (
          <li key={index}>
            <button type="button" aria-current={state.deckNumber === index + 1 ? "true" : undefined}
                    onClick={() => act({ do: "press", press: { action: { case: "openDeck", value: { number: index + 1 } } }, control: "deck" })}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function People({ shown, act }: Acts & { shown: Shown }) {
  const { view } = shown;
  if (!view) return null;
  const { entries = [], others = 0 } = view.roster ?? {};
  const mayHandOver = view.role >= Role.CONTROLLER;
  return (
    <section class="people" aria-labelledby="people-title">
      <h2 id="people-title">{say.people}</h2>
      <Driver shown={shown} act={act} />
      <ul>
        {entries.map(({ client, name, role }, index) => (
          <li key={client || index}>
            <span>{name} <span class="quiet">{say.roles[role] ?? ""}</span></span>
            {mayHandOver && client !== "" && client !== view.clientId && role >= Role.CONTROLLER && (
              <button type="button" class="small" aria-label={`${say.handOver} ${name}`}
                      onClick={() => act({ do: "press", press: { action: { case: "handOver", value: { to: client } } }, control: "driver" })}>
                {say.handOverTo}
              </button>)}
          </li>
        ))}
        {others > 0 && <li class="quiet">{say.others(others)}</li>}
      </ul>
    </section>
  );
}
