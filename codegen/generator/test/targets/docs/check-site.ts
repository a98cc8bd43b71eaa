import { unified } from "unified";
import rehypeParse from "rehype-parse";
import type { Element, ElementContent, Root, RootContent } from "hast";
import { posix } from "node:path";

const parser = unified().use(rehypeParse).freeze();

/** Returns the elements of an HTML document, in document order. */
export function elementsOf(html: string): readonly Element[] {
  return descendants(parser.parse(html));
}

/** Returns the elements of a tree, in document order. */
export function descendants(node: Root | RootContent | ElementContent): readonly Element[] {
  const children = "children" in node ? node.children.flatMap(descendants) : [];
  return node.type === "element" ? [node, ...children] : children;
}

export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/**
 * Returns the problems of a site: dead links, duplicate ids, resources of other hosts, inline code.
 */
export function siteProblems(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = new Map(
    [...files]
      .filter(([path]) => path.endsWith(".html"))
      .map(([path, html]) => [path, elementsOf(html)]),
  );
  const ids = new Map([...pages].map(([path, elements]) => [path, idsOf(elements)]));
  const problems: string[] = [];
  for (const [page, elements] of pages) {
    const known = new Set<string>();
    for (const id of ids.get(page) ?? []) {
      if (known.has(id)) problems.push(`${page}: duplicate id ${id}`);
      known.add(id);
    }
    for (const element of elements) {
      for (const name of ["href", "src"]) {
        const target = attribute(element, name);
        if (target !== undefined) problems.push(...linkProblems(page, element, target, files, ids));
      }
      for (const name of Object.keys(element.properties)) {
        if (/^on|^style$/i.test(name)) problems.push(`${page}: ${element.tagName} has ${name}`);
      }
      if (element.tagName === "style") problems.push(`${page}: an inline style sheet`);
      if (element.tagName === "script" && element.children.length > 0) {
        problems.push(`${page}: an inline script`);
      }
    }
  }
  return problems;
}

function idsOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => attribute(element, "id") ?? []);
}

function linkProblems(
  page: string,
  element: Element,
  target: string,
  files: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (/^(https?:|mailto:)/.test(target)) {
    return element.tagName === "a" ? [] : [`${page}: ${element.tagName} loads ${target}`];
  }
  if (target === "" || /^[a-z]+:|^\//i.test(target))
    return [`${page}: invalid link ${JSON.stringify(target)}`];
  const [path = "", fragment] = target.split("#");
  const file = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), path));
  if (!files.has(file)) return [`${page}: missing file ${file}`];
  if (fragment === undefined) return [];
  const anchor = decodeURIComponent(fragment);
  return ids.get(file)?.includes(anchor) ? [] : [`${page}: missing anchor ${target}`];
}

/** Returns the visible text of nodes. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      return node.type === "element" ? textOf(node.children) : "";
    })
    .join("");
}
