import type { ShapeId } from "../model/model.js";
import type { SourceFile } from "../source/source-file.js";
import { JsonLexer } from "../syntax/json-lexer.js";
import { placeMetadata } from "../model/metadata-origins.js";
import { NodeCursor, TextCursor } from "./ast-cursor.js";
import type { AstCursor } from "./ast-cursor.js";
import { AstReader } from "./ast-reader.js";
import { collectAstShape } from "./collect-ast-shape.js";
import type { Collected } from "./collect-idl.js";
import type {
  FileDefinitions,
  MetadataDefinition,
  ShapeDefinition,
  TraitApplications,
  TraitDefinition,
  Version,
} from "./definitions.js";
import { evaluateAst } from "./evaluate-value.js";
import { loadMessages } from "./load-messages.js";

/**
 * Reads the definitions in a JSON AST (https://smithy.io/2.0/spec/json-ast.html), in the order of
 * the text. As in the reference, a shape that ends with an error is not defined, but its traits are
 * applied; a file without a version is not a model, and defines no shapes.
 */
export function collectAst(file: SourceFile): Collected {
  const collector = new AstCollector(file);
  collector.collect(file.text);
  const { version, shapes, applications, metadata } = collector;
  const definitions: FileDefinitions = {
    version: version ?? "2.0",
    shapes,
    applications,
    metadata,
  };
  return { definitions, diagnostics: collector.reader.diagnostics, checkReferences: () => [] };
}

class AstCollector {
  readonly reader: AstReader;
  readonly shapes: ShapeDefinition[] = [];
  readonly applications: TraitApplications[] = [];
  readonly metadata: MetadataDefinition[] = [];
  version: Version | undefined;

  constructor(file: SourceFile) {
    this.reader = new AstReader(file);
  }

  collect(text: string): void {
    this.reader.attempt(() => {
      const lexer = new JsonLexer(text);
      lexer.next();
      this.#readFile(new TextCursor(lexer));
    });
  }

  #readFile(cursor: AstCursor): void {
    if (cursor.kind !== "object") return;
    const { reader } = this;
    const object = cursor.range;
    let early: AstCursor | undefined;
    const additional: string[] = [];
    cursor.enter();
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      if (key.text === "smithy") this.version = this.#readVersion(cursor);
      else if (key.text === "metadata") reader.attempt(() => this.#readMetadata(cursor));
      else if (key.text === "shapes") {
        if (this.version === undefined) early = new NodeCursor(cursor.read());
        else this.#readShapes(cursor, this.version);
      } else {
        additional.push(key.text);
        cursor.skip();
      }
    }
    if (this.version === undefined) return;
    if (early) this.#readShapes(early, this.version);
    reader.warnAbout(additional, ["metadata", "shapes", "smithy"], object);
  }

  #readVersion(cursor: AstCursor): Version {
    const version = this.reader.string(cursor, "`smithy` member");
    if (/^1(\.0)?$/.test(version)) return "1.0";
    if (/^2(\.0)?$/.test(version)) return "2.0";
    return this.reader.stop(loadMessages.unsupportedVersion, { version }, cursor.range);
  }

  #readMetadata(cursor: AstCursor): void {
    const { reader } = this;
    reader.enterObject(cursor, "`metadata` to be an object; found");
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      const written = cursor.read();
      const value = evaluateAst(written);
      placeMetadata(value, reader.file, written);
      const digits = written.kind === "number" ? written.digits : undefined;
      this.metadata.push({ key: key.text, value, digits, span: reader.span(written) });
    }
  }

  #readShapes(cursor: AstCursor, version: Version): void {
    const { reader } = this;
    const { depth } = cursor;
    reader.enterObject(cursor, "`shapes` to be an object; found");
    for (let key = cursor.nextKey(); key; key = cursor.nextKey()) {
      const id = reader.id(key.text, key);
      const place = cursor.range;
      if (cursor.kind !== "object") reader.wrongNode(cursor, "object");
      const traits = new Map<ShapeId, TraitDefinition[]>();
      let shape: ShapeDefinition | undefined;
      reader.attempt(() => {
        shape = collectAstShape({ id, place, version, traits }, cursor, reader);
      }, id);
      if (shape) this.shapes.push(shape);
      else
        for (const [target, applied] of traits)
          this.applications.push({
            target,
            inAst: true,
            traits: applied,
            version,
            span: reader.span(key),
          });
      cursor.leaveTo(depth + 1);
    }
  }
}
