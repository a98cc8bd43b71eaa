import { Mismatch } from "../malformed-message.js";

/**
 * A form as a tree, with keys split at dots: `A.member.1=x` is the text `x` at `A`, `member`, `1`.
 */
export interface FormNode {
  text: string | undefined;
  readonly children: Map<string, FormNode>;
}

const newNode = (): FormNode => ({ text: undefined, children: new Map() });

/** Parses a form. @throws Mismatch if it is invalid or nests more deeply than `maxDepth` */
export function parseForm(text: string, maxDepth: number): FormNode {
  const root = newNode();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const path = decode(equals < 0 ? pair : pair.slice(0, equals)).split(".");
    // Each level of lists and maps has up to three names.
    if (path.length > maxDepth * 3) throw new Mismatch("The body nests too deeply.");
    let node = root;
    for (const name of path) {
      let next = node.children.get(name);
      if (!next) node.children.set(name, (next = newNode()));
      node = next;
    }
    node.text = equals < 0 ? "" : decode(pair.slice(equals + 1));
  }
  return root;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Mismatch("The body is not a form: invalid percent-encoding.");
  }
}

/** Returns the children with numbers as names, in numeric order. */
export const numbered = (node: FormNode | undefined): [number: string, child: FormNode][] =>
  [...(node?.children ?? [])]
    .filter(([name]) => /^[1-9]\d{0,8}$/.test(name))
    .sort(([a], [b]) => Number(a) - Number(b));
