import { Code, CodeList, CodeSymbol, Declaration, isHoleList, Verbatim } from "./code.js";
import type { Hole } from "./code.js";
import { Doc } from "./doc.js";

/**
 * The parts of rendering that depend on the file: the names of symbols and the text of comments.
 */
export interface RenderContext {
  nameOf(symbol: CodeSymbol): string;
  /** Returns the lines of a comment, or an empty string for a comment without content. */
  writeDoc(doc: Doc): string;
}

/** Renders code as text. */
export function renderCode(code: Code, context: RenderContext): string {
  return new Renderer(context).code(code);
}

/** Visits every symbol and declaration of a piece of code, in order. */
export function* walkCode(hole: Hole): Generator<CodeSymbol | Declaration> {
  if (hole instanceof CodeSymbol || hole instanceof Declaration) yield hole;
  else if (hole instanceof Code) for (const inner of hole.holes) yield* walkCode(inner);
  else if (hole instanceof CodeList) for (const inner of hole.items) yield* walkCode(inner);
  else if (isHoleList(hole)) for (const inner of hole) yield* walkCode(inner);
}

class Renderer {
  readonly #context: RenderContext;

  constructor(context: RenderContext) {
    this.#context = context;
  }

  code(code: Code): string {
    let text = code.texts[0] ?? "";
    for (const [index, hole] of code.holes.entries()) {
      let following = code.texts[index + 1] ?? "";
      const lineStart = text.lastIndexOf("\n") + 1;
      const line = text.slice(lineStart);
      const isAlone = line.trim() === "" && /^[ \t]*(\n|$)/.test(following);
      const isLast = index === code.holes.length - 1;
      const written = this.hole(hole);
      if (written === "" && isAlone && (isLast || following.includes("\n"))) {
        // Remove the whole line: its start from the text so far, and its end from the rest.
        text = text.slice(0, lineStart);
        if (/\n/.test(following)) following = following.replace(/^[ \t]*\n/, "");
        else text = text.replace(/\n$/, "");
      } else {
        const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
        text += written.replace(/\n(?!\n|$)/g, `\n${indentation}`);
      }
      text += following;
    }
    return text;
  }

  hole(hole: Hole): string {
    if (hole === undefined || hole === null || hole === false) return "";
    if (typeof hole === "string") return hole;
    if (typeof hole === "number") return JSON.stringify(hole);
    if (hole instanceof Code) return this.code(hole);
    if (hole instanceof CodeSymbol) return this.#context.nameOf(hole);
    if (hole instanceof Declaration) return hole.name;
    if (hole instanceof Verbatim) return hole.text;
    if (hole instanceof Doc) return this.#context.writeDoc(hole);
    if (hole instanceof CodeList) return this.#joined(hole.items, hole.separator);
    return this.#joined(hole, "\n");
  }

  #joined(items: readonly Hole[], separator: string): string {
    return items
      .map((item) => this.hole(item))
      .filter((text) => text !== "")
      .join(separator);
  }
}
