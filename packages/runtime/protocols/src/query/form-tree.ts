import { Mismatch } from "../malformed-message.js";

/** A form whose keys are cut at their dots: `A.member.1=x` is `x` at `A`, `member`, `1`. */
export interface FormNode {
  text: string | undefined;
  readonly children: Map<string, FormNode>;
}

const newNode = (): FormNode => ({ text: undefined, children: new Map() });

/** Reads a form. @throws Mismatch where it is not one, or nests more deeply than `maxDepth` */
export function parseForm(text: string, maxDepth: number): FormNode {
  const root = newNode();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const path = decode(equals < 0 ? pair : pair.slice(0, equals)).split(".");
    // Each level of lists and maps takes up to three names.
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
    throw new Mismatch("The body is not a form: it has wrong escapes.");
  }
}

/** The numbered children, in the order of their numbers. */
export const numbered = (node: FormNode | undefined): [number: string, child: FormNode][] =>
  [...(node?.children ?? [])]
    .filter(([name]) => /^[1-9]\d{0,8}$/.test(name))
    .sort(([a], [b]) => Number(a) - Number(b));
