import { lifecycles } from "../load/definitions.js";
import { traitDigits } from "../model/exact-digits.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
  StructureShape,
} from "../model/model.js";
import { defaultTrait, enumValueTrait } from "../traits/index.js";
import { IdlWriter } from "./idl-writer.js";
import { printKey, printString, printValue } from "./print-value.js";
import { printTraits } from "./print-traits.js";
import type { ShapeNames } from "./shape-names.js";
import { isInherited, membersOf } from "../model/members.js";

/** The file around a shape, and the data that are needed to print the shape. */
export interface PrintContext {
  readonly model: Model;
  readonly names: ShapeNames;
  /** Shapes that are written inside their operations. */
  readonly inline: ReadonlySet<ShapeId>;
  readonly writer: IdlWriter;
}

/** Prints a shape, and the traits that it adds to members of its mixins. */
export function printShape(shape: Exclude<Shape, MemberShape>, context: PrintContext): void {
  const { names, writer } = context;
  writer.gap();
  printTraits(shape.ownTraits, context);
  const head = `${shape.type} ${names.nameOf(shape.id)}${mixinsOf(shape, context)}`;
  switch (shape.type) {
    case "service":
      writer.block(`${head} {`, () => printService(shape, context), "}");
      break;
    case "resource":
      writer.block(`${head} {`, () => printResource(shape, context), "}");
      break;
    case "operation":
      writer.block(`${head} {`, () => printOperation(shape, context), "}");
      break;
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      printMembers(head, [...shape.members.values()], context);
      break;
    case "list":
      printMembers(head, [shape.member], context);
      break;
    case "map":
      printMembers(head, [shape.key, shape.value], context);
      break;
    default:
      writer.line(head);
  }
  for (const member of membersOf(shape)) printAddedTraits(member, context);
}

/**
 * Prints an `apply` statement for the traits that a shape adds to an inherited member; a block for
 * several traits.
 */
function printAddedTraits(member: MemberShape, context: PrintContext): void {
  if (!isInherited(member) || member.ownTraits.size === 0) return;
  const { writer, names } = context;
  const added = new IdlWriter();
  printTraits(member.ownTraits, { ...context, writer: added, asComment: false });
  const traits = added.toString().trimEnd();
  const target = `apply ${names.nameOf(member.id)}`;
  writer.gap();
  if (member.ownTraits.size === 1) writer.line(`${target} ${traits}`);
  else writer.block(`${target} {`, () => writer.line(traits), "}");
}

/** Returns the mixins of a shape as text. Several mixins are on separate lines. */
function mixinsOf({ mixins }: Shape, { names }: PrintContext): string {
  const listed = mixins.map((id) => names.nameOf(id));
  if (listed.length < 2) return listed.length === 0 ? "" : ` with [${listed[0]}]`;
  return ` with [\n${listed.map((name) => `    ${name}`).join("\n")}\n]`;
}

function printMembers(head: string, members: readonly MemberShape[], context: PrintContext): void {
  const own = members.filter((member) => !isInherited(member));
  const { writer } = context;
  const open = head === "" ? "{" : `${head} {`;
  if (own.length === 0) {
    writer.line(`${open}}`);
    return;
  }
  const print = () => own.forEach((member) => printMember(member, context));
  writer.block(open, print, "}");
}

/** Returns the trait that an assignment to a member sets. */
function assignedTrait(member: MemberShape, { model }: PrintContext): ShapeId | undefined {
  const type = model.getShape(member.container)?.type;
  if (type === "structure") return defaultTrait.id;
  return type === "enum" || type === "intEnum" ? enumValueTrait.id : undefined;
}

function printMember(member: MemberShape, context: PrintContext): void {
  const { writer, names, model } = context;
  const assigned = assignedTrait(member, context);
  printTraits(member.ownTraits, { ...context, except: assigned });
  const value = assigned === undefined ? undefined : member.ownTraits.get(assigned);
  const container = model.getShape(member.container)?.type;
  // The default value of an enum member is its name.
  const isImplied = value === undefined || (container === "enum" && value === member.name);
  const digits = assigned === undefined ? undefined : traitDigits(member.ownTraits, assigned);
  const assignment = isImplied ? "" : ` = ${printValue(value, digits)}`;
  const isEnum = container === "enum" || container === "intEnum";
  const target = isEnum ? "" : `: ${names.nameOf(member.target)}`;
  writer.line(`${member.name}${target}${assignment}`);
}

function printIds(name: string, ids: readonly ShapeId[], { writer, names }: PrintContext): void {
  if (ids.length === 0) return;
  writer.block(`${name}: [`, () => ids.forEach((id) => writer.line(names.nameOf(id))), "]");
}

function printService({ own }: ServiceShape, context: PrintContext): void {
  const { writer } = context;
  if (own.version !== "") writer.line(`version: ${printString(own.version)}`);
  printIds("operations", own.operations, context);
  printIds("resources", own.resources, context);
  printIds("errors", own.errors, context);
  if (own.rename.size === 0) return;
  const print = () =>
    own.rename.forEach((name, id) => writer.line(`${printString(id)}: ${printString(name)}`));
  writer.block("rename: {", print, "}");
}

/** Lifecycle operations in the order of the reference. */
const lifecycleOrder = ["put", ...lifecycles.filter((name) => name !== "put")] as const;

function printResource(shape: ResourceShape, context: PrintContext): void {
  const { writer, names } = context;
  for (const property of ["identifiers", "properties"] as const) {
    const map = shape[property];
    if (map.size === 0) continue;
    const print = () =>
      map.forEach((id, name) => writer.line(`${printKey(name)}: ${names.nameOf(id)}`));
    writer.block(`${property}: {`, print, "}");
  }
  for (const lifecycle of lifecycleOrder) {
    const id = shape[lifecycle];
    if (id !== undefined) writer.line(`${lifecycle}: ${names.nameOf(id)}`);
  }
  printIds("operations", shape.operations, context);
  printIds("collectionOperations", shape.collectionOperations, context);
  printIds("resources", shape.resources, context);
}

function printOperation(shape: OperationShape, context: PrintContext): void {
  for (const property of ["input", "output"] as const) {
    const target = context.model.getShape(shape[property]);
    if (target?.type === "structure" && context.inline.has(target.id)) {
      printInline(property, target, context);
    } else context.writer.line(`${property}: ${context.names.nameOf(shape[property])}`);
  }
  printIds("errors", shape.ownErrors, context);
}

function printInline(
  property: "input" | "output",
  shape: StructureShape,
  context: PrintContext,
): void {
  const { writer } = context;
  const traits = new Map([...shape.ownTraits].filter(([id]) => id !== `smithy.api#${property}`));
  const members = [...shape.members.values()];
  const mixins = mixinsOf(shape, context);
  if (traits.size === 0) {
    printMembers(`${property} :=${mixins}`, members, context);
    return;
  }
  writer.line(`${property} :=`);
  writer.indented(() => {
    printTraits(traits, context);
    printMembers(mixins.trimStart(), members, context);
  });
}
