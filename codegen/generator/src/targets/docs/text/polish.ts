import type { Element, ElementContent, Root, RootContent } from "hast";
import type { TextPlacement } from "./text-placement.js";

/** Adapts sanitized text to the page: asides, heading levels, links. */
export function polish(tree: Root, placement: TextPlacement): ElementContent[] {
  const top = Math.min(...headingLevels(tree.children));
  const shift = placement.headingLevel === undefined ? undefined : placement.headingLevel - top;
  return wrapLooseText(trimEnds(polishAll(tree.children, { ...placement, shift, inLink: false })));
}

interface State extends TextPlacement {
  readonly shift: number | undefined;
  readonly inLink: boolean;
}

function polishAll(
  nodes: readonly (RootContent | ElementContent)[],
  state: State,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [{ type: "text" as const, value: node.value }];
    return node.type === "element" ? polishElement(node, state) : [];
  });
}

function polishElement(node: Element, state: State): ElementContent[] {
  const { tagName } = node;
  const children = polishAll(node.children, { ...state, inLink: state.inLink || tagName === "a" });
  if (tagName === "note" || tagName === "important") {
    const label = tagName === "note" ? "Note" : "Important";
    return [
      element("aside", { className: [tagName], role: "note" }, [
        element("p", { className: ["label"] }, [{ type: "text", value: label }]),
        ...wrapLooseText(trimEnds(children)),
      ]),
    ];
  }
  if (tagName === "fullname") return [element("p", {}, [element("strong", {}, children)])];
  if (tagName === "a") return polishLink(node, children, state);
  if (tagName === "code" && !state.inLink) return [polishCode(node, children, state)];
  if (tagName === "pre") return [element("pre", { tabIndex: 0 }, children)];
  if (tagName === "table") {
    return [
      element("div", { className: ["scroll"], tabIndex: 0 }, [element("table", {}, children)]),
    ];
  }
  if (/^h[1-6]$/.test(tagName)) return [polishHeading(Number(tagName[1]), children, state.shift)];
  return [element(tagName, node.properties, children)];
}

/** Makes a link of the model external; a link without a usable target becomes its text. */
function polishLink(node: Element, children: ElementContent[], state: State): ElementContent[] {
  const href = node.properties["href"];
  if (typeof href !== "string") return children;
  if (!/^(https?:\/\/|mailto:)/i.test(href)) {
    const target = state.relativeLink?.(href);
    return target === undefined ? children : [element("a", { href: target }, children)];
  }
  if (children.every((child) => child.type === "text" && child.value.trim() === ""))
    return children;
  return [element("a", { href, rel: ["noreferrer"] }, children)];
}

function polishCode(node: Element, children: ElementContent[], state: State): Element {
  const code = element("code", node.properties, children);
  const [only] = children;
  if (children.length !== 1 || only?.type !== "text") return code;
  const href = state.linkTo?.(only.value.trim());
  return href === undefined ? code : element("a", { href }, [code]);
}

function polishHeading(
  level: number,
  children: ElementContent[],
  shift: number | undefined,
): Element {
  if (shift === undefined) return element("p", {}, [element("strong", {}, children)]);
  return element(`h${Math.min(6, level + shift)}`, {}, children);
}

function headingLevels(nodes: readonly (RootContent | ElementContent)[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [];
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    return level === undefined ? headingLevels(node.children) : [Number(level)];
  });
}

const phrasing: ReadonlySet<string> = new Set(
  "a b br code del em i kbd q s samp strong sub sup u var".split(" "),
);

/** Wraps text between blocks in paragraphs, so that both outputs have the same spacing. */
function wrapLooseText(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    const content = trimEnds(loose);
    if (content.length > 0) blocks.push(element("p", {}, content));
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === "text" || (node.type === "element" && phrasing.has(node.tagName))) {
      loose.push(node);
    } else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

function trimEnds(nodes: readonly ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent | undefined): boolean =>
    node?.type === "text" && node.value.trim() === "";
  let start = 0;
  let end = nodes.length;
  while (start < end && isBlank(nodes[start])) start += 1;
  while (end > start && isBlank(nodes[end - 1])) end -= 1;
  return nodes.slice(start, end);
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
