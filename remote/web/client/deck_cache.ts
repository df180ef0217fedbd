// What a client has fetched of decks, by their hash: asked for once, and kept over broken connections. Pure.
import type { Notes, Outline, Slide } from "lectern/v1/deck_pb";
import type { Unavailable } from "lectern/v1/wire_pb";

/** A part of a deck: the outline, a slide's notes, or what a slide shows with so many of its steps revealed. */
export type Part =
  | { kind: "outline"; deck: string }
  | { kind: "notes"; deck: string; number: number }
  /** Without `step`: with as many of them as there may be, which may be more the next time. */
  | { kind: "slide"; deck: string; number: number; step?: number };

export type Got = { outline?: Outline; notes?: Notes; slide?: Slide; missing?: string };

interface Kept { part: Part; got?: Got; bytes: number }

const keyOf = (part: Part) =>
  [part.kind, part.deck, "number" in part ? part.number : 0, part.kind === "slide" ? part.step ?? "most" : ""].join(" ");

export class DeckCache {
  /** What was asked for last is kept, up to so many parts, and to so many letters. */
  static readonly keptParts = 256;
  static readonly keptLetters = 8 << 20;

  private readonly kept = new Map<string, Kept>(); // in the order of asking

  /** Whether it must be asked for to have it; false: it is here, or was asked for. */
  want(part: Part): boolean {
    const key = keyOf(part);
    const known = this.kept.get(key);
    if (known && known.got?.missing === undefined) return false;
    this.kept.delete(key); // perhaps by now
    if (this.kept.size >= DeckCache.keptParts) this.dropOldest();
    this.kept.set(key, { part, bytes: 0 });
    return true;
  }

  /** On a new connection: what was asked for on the last and never came. */
  outstanding(): Part[] {
    return [...this.kept.values()].filter(({ got }) => !got).map(({ part }) => part);
  }

  takeOutline(outline: Outline): void {
    const letters = outline.slides.reduce((sum, { title }) => sum + title.length + 32, 0);
    this.take({ kind: "outline", deck: outline.deck }, { outline }, letters);
  }

  takeNotes(notes: Notes): void {
    const letters = notes.steps.reduce((sum, { markdown }) => sum + markdown.length + 32, notes.markdown.length);
    this.take({ kind: "notes", deck: notes.deck, number: notes.number }, { notes }, letters);
  }

  /** Who asked for more steps than there may be gets what there may be. */
  takeSlide(slide: Slide): void {
    for (const { part, got } of [...this.kept.values()])
      if (!got && part.kind === "slide" && part.deck === slide.deck && part.number === slide.number
          && (part.step ?? Infinity) >= slide.step)
        this.take(part, { slide }, slide.html.length);
  }

  /** So that it is asked for anew: it may be another by now. */
  forget(part: Part): void {
    if (this.get(part)) this.kept.delete(keyOf(part));
  }

  /** It does not say of which part, so all that is still waited for of that slide. */
  takeUnavailable({ deck, number, message }: Unavailable): void {
    for (const kept of this.kept.values())
      if (!kept.got && kept.part.deck === deck && ("number" in kept.part ? kept.part.number : 0) === number)
        kept.got = { missing: message };
  }

  get(part: Part): Got | undefined {
    return this.kept.get(keyOf(part))?.got;
  }

  /** What was not asked for is not wanted, whoever sends it. */
  private take(part: Part, got: Got, letters: number): void {
    const kept = this.kept.get(keyOf(part));
    if (!kept || kept.got) return;
    kept.got = got;
    kept.bytes = letters;
    while (this.kept.size > 1 && this.letters() > DeckCache.keptLetters) this.dropOldest();
  }

  private letters(): number {
    return [...this.kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private dropOldest(): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
