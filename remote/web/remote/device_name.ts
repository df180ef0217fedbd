// What a device is called until somebody calls it something else. Pure.

const kinds: [RegExp, string][] = [
  [/iPad/, "iPad"], [/iPhone/, "iPhone"], [/Android.*Mobile/, "Android phone"], [/Android/, "Android tablet"],
  [/CrOS/, "Chromebook"], [/Windows/, "Windows laptop"], [/Macintosh/, "Mac"], [/Linux/, "Linux laptop"],
];
const browsers: [RegExp, string][] = [
  [/Edg/, "Edge"], [/Firefox|FxiOS/, "Firefox"], [/SamsungBrowser/, "Samsung Internet"], [/Chrome|CriOS/, "Chrome"], [/Safari/, "Safari"],
];

export function deviceName(userAgent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent))?.[1];
  return [first(kinds) ?? "Browser", first(browsers)].filter(Boolean).join(", ");
}

/** Of at most so many bytes, since the presenter takes no more. */
export function clipName(name: string, mostBytes: number): string {
  const encoder = new TextEncoder();
  let clipped = name.trim();
  while (encoder.encode(clipped).length > mostBytes) clipped = [...clipped].slice(0, -1).join("");
  return clipped;
}
