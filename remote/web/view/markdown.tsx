// Speaker notes, which are Markdown: paragraphs, lists, headings, and bold, italic and code in them. The rest is shown as it was
// written. Elements are made, never HTML read, so notes are text whatever they say.
import type { ComponentChild } from "preact";

const inlineMark = /(\*\*|__)(?=\S)(.+?)\1|(\*|_)(?=\S)(.+?)\3|`([^`]+)`/;

function inline(text: string, depth = 0): ComponentChild[] {
  const found = depth < 4 ? inlineMark.exec(text) : null;
  if (!found) return [text];
  const [whole, , bold, , italic, code] = found;
  const marked = code !== undefined ? <code>{code}</code>
    : bold !== undefined ? <strong>{inline(bold, depth + 1)}</strong>
    : <em>{inline(italic ?? "", depth + 1)}</em>;
  return [text.slice(0, found.index), marked, ...inline(text.slice(found.index + whole.length), depth)];
}

const bullet = /^\s*(?:[-*+]|\d+[.)])\s+/;

function block(lines: string[]): ComponentChild {
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? "");
  if (heading && lines.length === 1) return <p class="notes-heading"><strong>{inline(heading[1]!)}</strong></p>;
  if (!lines.every((line) => bullet.test(line))) return <p>{inline(lines.join("\n"))}</p>;
  const items = lines.map((line) => <li>{inline(line.replace(bullet, ""))}</li>);
  return /^\s*\d/.test(lines[0]!) ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** Lines in blocks: a list is one, whatever lies around it without an empty line another. */
function blocks(text: string): string[][] {
  const found: string[][] = [];
  let open: string[] = [];
  for (const line of [...text.split(/\r?\n/), ""]) {
    const isBlank = line.trim() === "";
    const changes = open.length > 0 && bullet.test(line) !== bullet.test(open[0]!);
    if ((isBlank || changes) && open.length > 0) found.push(open.splice(0));
    if (!isBlank) open.push(line);
  }
  return found;
}

export function Markdown({ text }: { text: string }) {
  return <>{blocks(text).map(block)}</>;
}
