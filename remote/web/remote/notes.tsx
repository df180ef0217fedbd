import type { Notes } from "lectern/v1/deck_pb";
import { Markdown } from "../view/markdown";
import { useMemo } from "preact/hooks";
import type { Act } from "./app";
import { Icon } from "./icons";
import { notesSizes } from "./preferences";
import { type Shown, showOf } from "./shown";
import { say } from "./words";

export function NotesPanel({ shown, act }: { shown: Shown; act: (act: Act) => void }) {
  const show = showOf(shown);
  const notes = show && shown.notes(show.here.number);
  const hasNotes = show?.here.entry?.hasNotes ?? true;
  const step = show?.here.step;
  const text = useMemo(() => step !== undefined && <Text notes={notes} hasNotes={hasNotes} step={step} />, [notes, hasNotes, step]);
  const size = shown.preferences.notesSize;
  const resize = (by: number) => act({ do: "prefer", change: { notesSize: size + by } });
  return (
    <section class="notes" aria-labelledby="notes-title">
      <div class="panel-head">
        <h2 id="notes-title">{say.notes}</h2>
        <button type="button" class="small" aria-label={say.smaller} disabled={size === 0} onClick={() => resize(-1)}>
          <Icon name="smaller" />
        </button>
        <button type="button" class="small" aria-label={say.larger} disabled={size === notesSizes.length - 1} onClick={() => resize(1)}>
          <Icon name="larger" />
        </button>
      </div>
      <div key={show?.here.number} class="notes-text" tabIndex={0} data-keys="scroll"
           style={{ fontSize: `${notesSizes[size]}rem` }}>
        {text}
      </div>
    </section>
  );
}

function Text({ notes, hasNotes, step }: { notes?: Notes | { missing: string }; hasNotes: boolean; step: number }) {
  if (!hasNotes) return <p class="hint">{say.noNotes}</p>;
  if (!notes) return <p class="hint">{say.notesComing}</p>;
  if ("missing" in notes) return <p class="hint">{notes.missing}</p>;
  return (
    <>
      <Markdown text={notes.markdown} />
      {notes.steps.map((part) => (
        <div key={part.step} class="step-notes" data-is={part.step === step ? "now" : part.step < step ? "past" : "to come"}>
          <h3>{say.fromStep(part.step)}</h3>
          <Markdown text={part.markdown} />
        </div>
      ))}
    </>
  );
}
