import { isWritten } from "../ast/serialize-ast.js";
import { compareText } from "../diagnostics/compare.js";
import { exactDigits } from "../model/exact-digits.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  Shape,
  ShapeId,
  ShapeType,
} from "../model/model.js";
import { hasTrait, inputTrait, outputTrait, traitTrait } from "../traits/index.js";
import { IdlWriter } from "./idl-writer.js";
import { printKey, printValue } from "./print-value.js";
import { printShape } from "./print-shape.js";
import { ShapeNames } from "./shape-names.js";

/** The file that holds the metadata of a model, next to one file per namespace. */
const metadataFile = "metadata.smithy";

/**
 * Serializes a model as Smithy IDL 2.0: one file per namespace, named after it, and one for the
 * metadata. Shapes of the prelude and of the trait libraries are left out. Loading the files
 * results in the same model.
 */
export function serializeIdl(model: Model): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const metadata = Object.entries(model.metadata).sort(([a], [b]) => compareText(a, b));
  if (metadata.length > 0) {
    const writer = new IdlWriter();
    writer.line('$version: "2.0"');
    writer.gap();
    for (const [key, value] of metadata)
      writer.line(
        `metadata ${printKey(key)} = ${printValue(value, exactDigits(model.metadata, key))}`,
      );
    files.set(metadataFile, writer.toString());
  }
  const namespaces = new Map<string, Exclude<Shape, MemberShape>[]>();
  for (const shape of model.shapes.values()) {
    if (shape.type === "member" || !isWritten(shape.id)) continue;
    const namespace = shape.id.slice(0, shape.id.indexOf("#"));
    const known = namespaces.get(namespace);
    if (known) known.push(shape);
    else namespaces.set(namespace, [shape]);
  }
  for (const [namespace, shapes] of namespaces) {
    files.set(`${namespace}.smithy`, printNamespace(model, namespace, shapes));
  }
  return files;
}

function printNamespace(
  model: Model,
  namespace: string,
  shapes: readonly Exclude<Shape, MemberShape>[],
): string {
  const names = new ShapeNames(model, namespace);
  const inline = inlineShapes(model, shapes);
  const body = new IdlWriter();
  for (const shape of [...shapes].sort(compareShapes)) {
    if (!inline.has(shape.id)) printShape(shape, { model, names, inline, writer: body });
  }
  const head = new IdlWriter();
  head.line('$version: "2.0"');
  head.gap();
  head.line(`namespace ${namespace}`);
  head.gap();
  if (names.imports.length > 0) {
    for (const id of names.imports) head.line(`use ${id}`);
    head.gap();
  }
  return head.toString() + body.toString();
}

/**
 * Inputs and outputs that are used by one operation only and have the name that an inline shape
 * would have.
 */
function inlineShapes(model: Model, shapes: readonly Shape[]): ReadonlySet<ShapeId> {
  const operations = shapes.filter((shape): shape is OperationShape => shape.type === "operation");
  const uses = operations.flatMap(({ id, input, output }) => [
    { id: input, isNamed: input === `${id}Input`, trait: inputTrait.id },
    { id: output, isNamed: output === `${id}Output`, trait: outputTrait.id },
  ]);
  const fitting = uses.filter(({ id, isNamed, trait }) => {
    const shape = model.getShape(id);
    return isNamed && shape?.type === "structure" && shape.ownTraits.has(trait);
  });
  return new Set(fitting.map(({ id }) => id));
}

/** The types whose shapes come first, in this order. All other shapes are sorted by name. */
const typeOrder: readonly ShapeType[] = [
  "service",
  "resource",
  "operation",
  "structure",
  "union",
  "list",
  "map",
];

function rank({ type, traits }: Shape): number {
  if (hasTrait(traits, traitTrait)) return -1;
  const index = typeOrder.indexOf(type);
  return index === -1 ? typeOrder.length : index;
}

const compareShapes = (a: Shape, b: Shape): number =>
  rank(a) - rank(b) ||
  compareText(a.id.toLowerCase(), b.id.toLowerCase()) ||
  compareText(a.id, b.id);
