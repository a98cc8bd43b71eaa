import type { Element, ElementContent } from "hast";
import { h } from "hastscript";

/**
 * Reduces the tree of a page to elements that Markdown has: tables of members become nested lists,
 * tabs become sections, asides become quotes; controls are removed. Links point to the Markdown of
 * the other pages.
 */
export function simplify(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === "element" ? simplifyElement(node) : [node]));
}

function simplifyElement(element: Element): ElementContent[] {
  const { tagName, properties } = element;
  if (properties["dataSkip"] !== undefined) return [];
  switch (tagName) {
    case "wbr":
      return [];
    case "a":
      return simplifyLink(element);
    case "aside":
      return [h("blockquote", simplifyAside(element))];
    case "code":
      return [{ ...element, children: [text(textOf(element.children))] }];
    case "details":
    case "fieldset":
    case "figure":
      return simplify(element.children);
    case "figcaption":
    case "summary":
      return [h("p", simplify(element.children))];
    case "dl":
      return [hasClass(element, "rules") ? rulesParagraph(element) : descriptionList(element)];
    case "table":
      return [hasClass(element, "members") ? memberList(element) : copy(element)];
    case "span":
      return hasClass(element, "flag") ? flag(element) : simplify(element.children);
    case "div":
      return hasClass(element, "panel") ? panel(element) : simplify(element.children);
    default:
      return [copy(element)];
  }
}

function copy(element: Element): Element {
  return { ...element, children: simplify(element.children) };
}

/** Removes anchors from links, because Markdown files have none. */
function simplifyLink(element: Element): ElementContent[] {
  const href = String(element.properties["href"] ?? "");
  const children = simplify(element.children);
  if (href.startsWith("#") || href === "") return children;
  const target = /^[a-z][a-z0-9+.-]*:/i.test(href)
    ? href
    : href.replace(/#.*$/, "").replace(/\.html$/, ".md");
  return [h("a", { href: target }, children)];
}

function simplifyAside(element: Element): ElementContent[] {
  return element.children.flatMap((child) =>
    child.type === "element" && hasClass(child, "label")
      ? [h("p", [h("strong", simplify(child.children))])]
      : simplify([child]),
  );
}

function flag(element: Element): ElementContent[] {
  return [text("("), ...simplify(element.children), text(")")];
}

function panel(element: Element): ElementContent[] {
  const label = String(element.properties["dataLabel"] ?? "");
  return [h("p", [h("strong", label)]), ...simplify(element.children)];
}

/** Returns the rules as one paragraph: `Length: 1 to 255 characters. Pattern: …`. */
function rulesParagraph(element: Element): Element {
  const rules = childElements(element).map((pair) => {
    const [term, description] = childElements(pair);
    return [
      h("em", simplify(term?.children ?? [])),
      text(": "),
      ...simplify(description?.children ?? []),
    ];
  });
  return h(
    "p",
    rules.flatMap((rule, index) => [
      ...(index === 0 ? [] : [text("; ")]),
      ...rule,
      ...(index === rules.length - 1 ? [text(".")] : []),
    ]),
  );
}

function descriptionList(element: Element): Element {
  const items = descriptionGroups(element).map(({ terms, descriptions }) =>
    h("li", [
      ...terms.flatMap((term, index) => [
        ...(index === 0 ? [] : [text(", ")]),
        ...simplify(term.children),
      ]),
      ...(terms.length > 0 && descriptions.length > 0 ? [text(": ")] : []),
      ...descriptions.flatMap((description) => simplify(description.children)),
    ]),
  );
  return h("ul", items);
}

interface DescriptionGroup {
  readonly terms: Element[];
  readonly descriptions: Element[];
}

/**
 * Returns the terms of a list with their descriptions. HTML allows a `div` around each group, and
 * several terms and descriptions in a group. The lists of some models lack terms or descriptions.
 */
function descriptionGroups(list: Element): readonly DescriptionGroup[] {
  const groups: DescriptionGroup[] = [];
  for (const child of childElements(list)) {
    const last = groups.at(-1);
    if (child.tagName === "div") groups.push(...descriptionGroups(child));
    else if (child.tagName === "dd" && last !== undefined) last.descriptions.push(child);
    else if (child.tagName === "dd") groups.push({ terms: [], descriptions: [child] });
    else if (last !== undefined && last.descriptions.length === 0) last.terms.push(child);
    else groups.push({ terms: [child], descriptions: [] });
  }
  return groups;
}

function memberList(table: Element): Element {
  const body = childElements(table).find(({ tagName }) => tagName === "tbody");
  const items: Element[] = [];
  for (const row of body ? childElements(body) : []) {
    const [name, description] = childElements(row);
    const last = items.at(-1);
    if (hasClass(row, "nested") && last && name) last.children.push(...simplify(name.children));
    else items.push(memberItem(name, description));
  }
  return h("ul", items);
}

function memberItem(name: Element | undefined, description: Element | undefined): Element {
  const [title, ...rest] = simplify(name?.children ?? []);
  return h("li", [
    h("p", [...(title ? [h("strong", [title]), text(":")] : []), ...rest]),
    ...simplify(description?.children ?? []),
  ]);
}

/** Returns code without color spans and line break hints, because a fence contains only text. */
function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      return node.type === "element" ? textOf(node.children) : "";
    })
    .join("");
}

function childElements(element: Element): Element[] {
  return element.children.filter((child) => child.type === "element");
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) ? className.includes(name) : className === name;
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
