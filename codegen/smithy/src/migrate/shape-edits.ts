import { IdlWriter } from "../idl/idl-writer.js";
import { printShape } from "../idl/print-shape.js";
import { printValue } from "../idl/print-value.js";
import { ShapeNames } from "../idl/shape-names.js";
import type { Model, Shape, ShapeId } from "../model/model.js";
import { membersOf } from "../model/members.js";
import type { FileNode, MemberNode, ShapeNode, TraitNode } from "../syntax/nodes.js";
import { boxTrait, defaultTrait, enumTrait } from "../traits/index.js";
import { insertBefore, lineBreakOf, remove } from "./edit-text.js";
import type { TextEdit } from "./edit-text.js";

/** The context of the edits of a file. */
interface MigrateContext {
  readonly text: string;
  /** The model, in terms of 2.0. */
  readonly model: Model;
  /** The model, with enums for strings that can be enums. */
  readonly enums: Model;
}

/** Returns the edits that express the shapes of a 1.0 file in terms of 2.0. */
export function shapeEdits(root: FileNode, context: MigrateContext): readonly TextEdit[] {
  const namespace = root.namespace?.name.text ?? "";
  return root.statements.flatMap((statement) => {
    if (statement.kind === "skipped") return [];
    if (statement.kind === "shape") return editsOf(statement, namespace, context);
    const { traits } = statement;
    // An `apply` statement of 1.0 has exactly one trait.
    return traits.some(isBox) ? [remove(context.text, statement)] : [];
  });
}

function editsOf(node: ShapeNode, namespace: string, context: MigrateContext): readonly TextEdit[] {
  const { text, model, enums } = context;
  const id = `${namespace}#${node.name.text}`;
  const shape = model.getShape(id);
  if (shape === undefined) return [];
  const changed = enums.getShape(id);
  if (changed?.type === "enum" && node.type.text === "string") {
    return enumEdits(node, changed, namespace, context);
  }
  const members = new Map(membersOf(shape).map((member) => [member.name, member]));
  const written = node.body?.kind === "members" ? node.body.members : [];
  return [
    ...boxEdits(node.traits, text),
    ...defaultEdits(shape, node.type.start, context),
    ...setEdits(node, text),
    ...written.flatMap((member: MemberNode) => [
      ...boxEdits(member.traits, text),
      ...defaultEdits(members.get(member.name.text), member.name.start, context),
    ]),
  ];
}

/**
 * Returns the edits that add the default of a shape. 1.0 has no `@default`, so the default follows
 * from its rules about zero values.
 */
function defaultEdits(
  shape: Shape | undefined,
  start: number,
  { text }: MigrateContext,
): readonly TextEdit[] {
  const value = shape?.ownTraits.get(defaultTrait.id);
  return value === undefined ? [] : [insertBefore(text, start, `@default(${printValue(value)})`)];
}

const boxEdits = (traits: readonly TraitNode[], text: string): readonly TextEdit[] =>
  traits.filter(isBox).map((trait) => remove(text, trait));

const isBox = ({ id }: TraitNode): boolean => isTrait(id.text, boxTrait.id);

const isTrait = (written: string, id: ShapeId): boolean =>
  written === id || `smithy.api#${written}` === id;

function setEdits({ type }: ShapeNode, text: string): readonly TextEdit[] {
  if (type.text !== "set") return [];
  const unique = insertBefore(text, type.start, "@uniqueItems");
  return [unique, { start: type.start, end: type.end, text: "list" }];
}

/** Replaces the trait by members of the enum. A trait that an `apply` statement adds stays. */
function enumEdits(
  node: ShapeNode,
  shape: Extract<Shape, { readonly type: "enum" }>,
  namespace: string,
  { text, enums }: MigrateContext,
): readonly TextEdit[] {
  const trait = node.traits.find(({ id }) => isTrait(id.text, enumTrait.id));
  if (trait === undefined) return [];
  const writer = new IdlWriter();
  const names = new ShapeNames(enums, namespace);
  const alone = { ...shape, ownTraits: new Map() };
  printShape(alone, { model: enums, names, inline: new Set(), writer });
  const written = writer.toString().trimEnd().replaceAll("\n", lineBreakOf(text));
  return [remove(text, trait), { start: node.type.start, end: node.end, text: written }];
}
