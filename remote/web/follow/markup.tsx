// A slide's HTML as elements of the page. The presenter made it, as it made this page; what it is read for is that the page's
// own hand is laid on links, that what a reader has selected stays when a step is added, and that of what may stand in it
// nothing is left to trust: what is not on the list is its text.
import { type ComponentChildren, h } from "preact";

const elements = new Set(["a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "kbd", "li",
  "mark", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul"]);
const attributes = new Set(["aria-label", "class", "colspan", "dir", "lang", "role", "rowspan", "scope", "start", "value"]);

/** Whether somebody may look at the slide of that number. */
export type MayLook = (number: number) => boolean;

/** Which a text is in, and which way it runs, where it says so. */
export interface Language {
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
}

export interface Fragment extends Language {
  content: ComponentChildren;
  hasHeading: boolean;
}

export function read(html: string, mayLook: MayLook): Fragment {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const whole = body.childElementCount === 1 && body.firstElementChild?.localName === "div" ? body.firstElementChild : undefined;
  return {
    content: childrenOf(body, mayLook),
    hasHeading: body.querySelector("h2") !== null,
    lang: whole?.getAttribute("lang") ?? undefined,
    dir: { ltr: "ltr", rtl: "rtl" }[whole?.getAttribute("dir") ?? ""] as Language["dir"],
  };
}

const childrenOf = (node: Node, mayLook: MayLook): ComponentChildren[] => [...node.childNodes].map((child) => nodeOf(child, mayLook));

function nodeOf(node: Node, mayLook: MayLook): ComponentChildren {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (!(node instanceof Element)) return null;
  if (node.localName === "a") return link(node, mayLook);
  const children = childrenOf(node, mayLook);
  if (!elements.has(node.localName)) return children;
  const kept: Record<string, string> = {};
  for (const { name, value } of node.attributes) if (attributes.has(name)) kept[name] = value;
  return h(node.localName, kept, ...children);
}

/** Elsewhere in another window, since this one is live; to a slide, if that may be seen. */
function link(node: Element, mayLook: MayLook): ComponentChildren {
  const href = node.getAttribute("href") ?? "";
  const children = childrenOf(node, mayLook);
  const slide = /^#slide-(\d+)$/.exec(href);
  if (slide) return mayLook(Number(slide[1])) ? <a href={href}>{children}</a> : children;
  if (/^mailto:/.test(href)) return <a href={href}>{children}</a>;
  if (!/^https?:\/\//.test(href)) return children;
  return <a href={href} target="_blank" rel="noopener noreferrer">{children}<span class="quiet"> (opens in a new window)</span></a>;
}

/** The paragraphs, items and cells of a slide, to tell which came with a step. */
export function linesOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.querySelectorAll("h2, h3, h4, h5, h6, p, li, td, th, pre")].map((element) => {
    const own = element.cloneNode(true) as Element;
    for (const inner of own.querySelectorAll("ul, ol, p, li")) if (inner !== own) inner.remove();
    return own.textContent?.trim() ?? "";
  }).filter((line) => line !== "");
}
