import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { NodeValue } from "../model/model.js";
import type { SourceFile } from "../source/source-file.js";
import { AstReader } from "./ast-reader.js";
import { collectAstShape } from "./collect-ast-shape.js";
import type { Collected } from "./collect-idl.js";
import type { ShapeDefinition, TraitApplications, Version } from "./definitions.js";
import { loadMessages } from "./load-messages.js";

/** Reads the definitions off a JSON AST (https://smithy.io/2.0/spec/json-ast.html). */
export function collectAst(file: SourceFile): Collected {
  const diagnostics: Diagnostic[] = [];
  const root = parseJson(file, diagnostics);
  const reader = new AstReader(file, diagnostics);
  const shapes: ShapeDefinition[] = [];
  const applications: TraitApplications[] = [];
  const object = root === undefined ? undefined : reader.object(root, "the model");
  const version = readVersion(object?.["smithy"], reader);
  for (const [id, value] of reader.entries(object?.["shapes"], "`shapes`")) {
    const node = reader.object(value, `shape \`${id}\``);
    if (!node) continue;
    if (node["type"] === "apply") {
      const traits = reader.traits(node["traits"], id);
      applications.push({ target: id, traits, version, span: reader.spanOf(id) });
    } else {
      const shape = collectAstShape(id, node, version, reader);
      if (shape) shapes.push(shape);
    }
  }
  const metadata = reader
    .entries(object?.["metadata"], "`metadata`")
    .map(([key, value]) => ({ key, value, span: reader.spanOf(key) }));
  const namespaces = new Set<string>();
  return {
    definitions: { version, shapes, applications, metadata, namespaces },
    diagnostics,
    checkReferences: () => [],
  };
}

function readVersion(value: NodeValue | undefined, reader: AstReader): Version {
  if (typeof value === "string" && /^1(\.0)?$/.test(value)) return "1.0";
  if (typeof value === "string" && /^2(\.0)?$/.test(value)) return "2.0";
  const version = value === undefined ? "" : String(value);
  reader.report(loadMessages.unsupportedVersion, { version }, "smithy");
  return "2.0";
}

function parseJson(file: SourceFile, diagnostics: Diagnostic[]): NodeValue | undefined {
  try {
    const value: unknown = JSON.parse(file.text);
    return asNode(value);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? file.text.length);
    const span = { file, start: offset, end: Math.min(offset + 1, file.text.length) };
    diagnostics.push(loadMessages.invalidJson({ problem }, { span }));
    return undefined;
  }
}

const asNode = (value: unknown): NodeValue => (isNode(value) ? value : null);

/** What `JSON.parse` returns is always a node value; this only tells the compiler. */
const isNode = (value: unknown): value is NodeValue => value !== undefined;
