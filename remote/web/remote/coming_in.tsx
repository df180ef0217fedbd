// On the way in: what the page shows until the show is there.
import { useEffect, useRef } from "preact/hooks";
import type { Failure } from "../client/pairing";
import type { Act } from "./app";
import type { Coming, Shown } from "./shown";
import { say } from "./words";

type Acts = { act: (act: Act) => void };

export function ComingIn({ shown, coming, act }: Acts & { shown: Shown; coming: Coming }) {
  return (
    <main class="coming" data-at={coming.at}>
      <p class="brand">{say.name}</p>
      <Body shown={shown} coming={coming} act={act} />
    </main>
  );
}

function Body({ shown: { name }, coming, act }: Acts & { shown: Shown; coming: Coming }) {
  switch (coming.at) {
    case "opening": return <Waiting title={say.opening} text={coming.trouble && say.cutOff(coming.trouble)} />;
    case "asking": return <Waiting title={say.asking} text={say.waitingFor(name)} />;
    case "pin": return <Pin note={coming.note} name={name} act={act} />;
    case "words": return <Words words={coming.words} name={name} act={act} />;
    case "failed": return <Failed failure={coming.failure} act={act} />;
    case "refused": return <Refused why={coming.why} />;
  }
}

/** In focus as soon as it is there, so that a screen reader reads on from here. */
function Title({ children }: { children: string }) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => element.current?.focus(), [children]);
  return <h1 ref={element} tabIndex={-1}>{children}</h1>;
}

function Waiting({ title, text }: { title: string; text: string }) {
  return (
    <div role="status" class="waiting">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  );
}

const digitsOf = (typed: string) => typed.replace(/\D/g, "");

function Pin({ note, name, act }: Acts & { note?: string; name: string }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = (of: string) => form.elements.namedItem(of) as HTMLInputElement;
    const pin = digitsOf(field("pin").value);
    field("pin").setCustomValidity(pin.length === 8 ? "" : say.pinWrongLength);
    field("device").setCustomValidity(field("device").value.trim() ? "" : say.nameMissing);
    if (form.reportValidity()) act({ do: "ask", pin, name: field("device").value });
  };
  const mend = (event: Event) => (event.currentTarget as HTMLInputElement).setCustomValidity("");
  return (
    <form onSubmit={submit} noValidate>
      {note && <p class="note" role="alert">{note}</p>}
      <h1>{say.pinTitle}</h1>
      <p>{say.pinHelp}</p>
      <label for="pin">{say.pinLabel}</label>
      <input id="pin" name="pin" type="text" class="pin" inputMode="numeric" autoComplete="off" maxLength={11} required
             aria-describedby="pin-hint" onInput={mend} />
      <p class="hint" id="pin-hint">{say.pinHint}</p>
      <label for="device">{say.nameLabel}</label>
      <input id="device" name="device" type="text" autoComplete="off" maxLength={64} required defaultValue={name} aria-describedby="device-hint"
             onInput={mend} />
      <p class="hint" id="device-hint">{say.nameHint}</p>
      <button type="submit" class="main">{say.ask}</button>
      <p class="aside"><a href="/">{say.justWatching}</a></p>
    </form>
  );
}

function Words({ words, name, act }: Acts & { words: string; name: string }) {
  const [first, second] = words.split(" ");
  return (
    <>
      <Title>{say.wordsTitle}</Title>
      <p class="words" role="status"><span>{first}</span> <span>{second}</span></p>
      <p>{say.wordsHelp}</p>
      <p class="hint">{say.waitingFor(name)}</p>
      <button type="button" onClick={() => act({ do: "use a pin" })}>{say.cancel}</button>
    </>
  );
}

function Failed({ failure, act }: Acts & { failure: Failure }) {
  const [title, help] = say.failures[failure];
  return (
    <>
      <Title>{title}</Title>
      <p role="alert">{help}</p>
      {failure === "garbled"
        ? <button type="button" class="main" onClick={() => location.reload()}>{say.reload}</button>
        : <button type="button" class="main" onClick={() => act({ do: "try again" })}>{say.again}</button>}
    </>
  );
}

function Refused({ why }: { why: string }) {
  return (
    <>
      <Title>{say.refusedTitle}</Title>
      <p role="alert">{why}</p>
      <button type="button" class="main" onClick={() => location.reload()}>{say.reload}</button>
    </>
  );
}
