// What the file has in it.
import type { Slide } from "./show";

export interface Notes {
  /** From which step on. */
  step: number;
  html: string;
}

export interface DocumentSlide extends Slide {
  notes: Notes[];
}

export function readDocument(): DocumentSlide[] {
  const sections = [...document.querySelectorAll<HTMLElement>("section.slide")];
  const pictures = new Map<string, string>();
  for (const image of document.querySelectorAll<HTMLImageElement>("img[data-picture]"))
    pictures.set(image.dataset.picture ?? "", image.src);
  for (const script of document.querySelectorAll("section.slide > script"))
    for (const [number, uri] of Object.entries(JSON.parse(script.textContent ?? "{}") as Record<string, string>))
      pictures.set(number, uri);
  return sections.map((section, index) => ({
    title: section.dataset.title || `Slide ${index + 1}`,
    pictures: (section.dataset.pictures ?? "").split(" ").map((number) => pictures.get(number) ?? ""),
    notes: [...section.querySelectorAll<HTMLElement>(".notes > div")].map((notes) =>
      ({ step: Number(notes.dataset.step ?? 0), html: notes.innerHTML })),
  }));
}

/** How long the talk may take; undefined: nobody said. */
export function slotMs(): number | undefined {
  const said = document.getElementById("slides")?.dataset.slotMs;
  return said === undefined ? undefined : Number(said);
}
