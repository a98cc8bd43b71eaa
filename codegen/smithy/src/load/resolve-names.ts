import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../model/model.js";
import { shapeName } from "../model/shape-id.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { FileNode, ShapeIdNode } from "../syntax/nodes.js";
import { loadMessages } from "./load-messages.js";
import type { Suggestions } from "./suggestions.js";

export const preludeNamespace = "smithy.api";

/** Ids of the shapes of all files, in which relative names are looked up. */
export type DeclaredShapes = ReadonlySet<ShapeId>;

/**
 * Resolves the names in one file (https://smithy.io/2.0/spec/model.html#relative-shape-id):
 * imported names first, then the file's namespace, then the prelude.
 */
export class NameResolver {
  readonly namespace: string;
  readonly diagnostics: Diagnostic[] = [];
  /** The offset at which the reference stops reading the file. */
  end: number | undefined;
  readonly #file: SourceFile;
  readonly #declared: DeclaredShapes;
  readonly #imports = new Map<string, ShapeId>();
  readonly #uses: ShapeIdNode[] = [];
  /** Words in values that did not name a known shape when they were read. */
  readonly #pending: { readonly absolute: ShapeId; readonly text: string; readonly span: Span }[] =
    [];

  constructor(file: SourceFile, root: FileNode, declared: DeclaredShapes) {
    this.#file = file;
    this.#declared = declared;
    this.namespace = root.namespace?.name.text ?? "";
    for (const { id } of root.uses) this.#import(id);
  }

  /** Resolves a written id to an absolute one. */
  resolve(id: ShapeIdNode): ShapeId {
    return this.#absolute(id.text);
  }

  /** Resolves an id in a string. */
  resolveText(text: string): ShapeId {
    return this.#absolute(text);
  }

  /**
   * Resolves a bare word in a node value. Unlike the target of a reference, the shape has to exist.
   * The metadata section has no namespace, so only names of the prelude are known there.
   */
  resolveValue(id: ShapeIdNode): ShapeId {
    const absolute = this.resolve(id);
    if (this.#declared.has(absolute)) return absolute;
    this.#pending.push({ absolute, text: id.text, span: this.span(id) });
    return absolute;
  }

  /** Reports the words in values that name no shape, once all shapes are known. */
  unresolvedValues(
    exists: (id: ShapeId) => boolean,
    suggestions: Suggestions,
  ): readonly Diagnostic[] {
    return this.#pending
      .filter(({ absolute }) => !exists(absolute))
      .map(({ absolute, text, span }) => {
        const hint = suggestions.forId(absolute);
        return loadMessages.syntacticShapeId({ text, id: absolute }, { span, hint });
      });
  }

  /** Warns about imports of shapes that are not defined. */
  undefinedImports(
    exists: (id: ShapeId) => boolean,
    suggestions: Suggestions,
  ): readonly Diagnostic[] {
    return this.#uses
      .filter(({ text }) => !this.#declared.has(text) && !exists(text))
      .map((id) => {
        const place = { span: this.span(id), hint: suggestions.forId(id.text) };
        return loadMessages.undefinedUse({ id: id.text }, place);
      });
  }

  span(node: { readonly start: number; readonly end: number }): Span {
    return { file: this.#file, start: node.start, end: node.end };
  }

  #import(id: ShapeIdNode): void {
    this.#imports.set(shapeName(id.text), id.text);
    this.#uses.push(id);
  }

  #absolute(text: string): ShapeId {
    if (text.includes("#")) return text;
    const dollar = text.indexOf("$");
    const name = dollar === -1 ? text : text.slice(0, dollar);
    const member = dollar === -1 ? "" : text.slice(dollar);
    return this.#root(name) + member;
  }

  #root(name: string): ShapeId {
    const imported = this.#imports.get(name);
    if (imported !== undefined) return imported;
    const prelude = `${preludeNamespace}#${name}`;
    if (this.namespace === "") return prelude;
    const local = `${this.namespace}#${name}`;
    return !this.#declared.has(local) && this.#declared.has(prelude) ? prelude : local;
  }
}
