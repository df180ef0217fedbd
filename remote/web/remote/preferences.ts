// What somebody set once on this device.
import { keep, kept } from "../client/kept";
import type { Preferences } from "./shown";

/** Of the notes, in rem. */
export const notesSizes = [0.9, 1.05, 1.25, 1.5, 1.8, 2.2, 2.8];
export const maxMinutes = 1440;

export function readPreferences(): Preferences {
  const preferences: Preferences = { notesSize: 1, letterKeys: true, minutes: 5 };
  try {
    const { notesSize, letterKeys, minutes } = JSON.parse(kept("preferences") ?? "{}") as Record<string, unknown>;
    if (typeof notesSize === "number" && notesSizes[notesSize] !== undefined) preferences.notesSize = notesSize;
    if (typeof letterKeys === "boolean") preferences.letterKeys = letterKeys;
    if (typeof minutes === "number" && minutes >= 1 && minutes <= maxMinutes) preferences.minutes = minutes;
  } catch {
    // Nothing that was kept by us.
  }
  return preferences;
}

export function writePreferences(preferences: Preferences): void {
  keep("preferences", JSON.stringify(preferences));
}
