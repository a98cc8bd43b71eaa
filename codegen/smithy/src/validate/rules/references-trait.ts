import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, ResourceShape, Shape, StructureShape } from "../../model/model.js";
import { referencesTrait, trait } from "../../traits/index.js";
import type { ApiReference } from "../../traits/index.js";
import { error } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const messages = {
  idsOnString: error(
    "ReferencesTrait",
    (args: { reference: string }) =>
      `References applied to string shapes cannot contain 'ids': ${args.reference}`,
  ),
  manyIdentifiers: error(
    "ReferencesTrait",
    (args: { resource: string; reference: string; identifiers: readonly string[] }) =>
      `This string shape contains an invalid reference to ${args.resource}: ${args.reference}. References on a string shape can only refer to resource shapes with exactly one entry in its identifiers property, but this shape has the following identifiers: [${ticked(args.identifiers)}]`,
  ),
  notResource: error(
    "ReferencesTrait",
    (args: { type: string; reference: string }) =>
      `\`references\` trait reference targets a ${args.type} shape not a resource: ${args.reference}`,
  ),
  invalid: error(
    "ReferencesTrait",
    (args: { reference: string; reasons: readonly string[] }) =>
      `\`references\` trait ${args.reference} is invalid for the following reasons: ${[...args.reasons].sort().join("; ")}`,
  ),
  wrongNumber: error(
    "ReferencesTrait",
    (args: { reference: string; found: number; identifiers: readonly string[] }) =>
      `${args.identifiers.length < args.found ? "Too many" : "Not enough"} identifiers were provided in the \`ids\` properties of ${args.reference}. Expected ${args.identifiers.length} identifiers(s), but found ${args.found}. This resource requires bindings for the following identifiers: [${ticked(args.identifiers)}].`,
  ),
  extraneous: error(
    "ReferencesTrait",
    (args: {
      reference: string;
      extra: readonly string[];
      resource: string;
      identifiers: readonly string[];
    }) =>
      `\`references\` trait ${args.reference} contains extraneous resource identifier bindings, [${ticked(args.extra)}], that are not actually identifier names of the resource, \`${args.resource}\`. This resource has the following identifier names: [${ticked(args.identifiers)}]`,
  ),
} as const;

/** References name resources, and the structure has members for all of their identifiers. */
export const referencesTraitRule: Rule = {
  name: "ReferencesTrait",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const reference of trait(shape, referencesTrait) ?? []) {
        yield* checkReference(model, shape, reference);
      }
    }
  },
};

function* checkReference(model: Model, shape: Shape, entry: ApiReference): Iterable<Diagnostic> {
  const reference = describe(entry);
  const ids = Object.keys(entry.ids ?? {}).length > 0 ? entry.ids : undefined;
  if (shape.type === "string" && ids !== undefined) {
    yield messages.idsOnString({ reference }, atTrait(shape, referencesTrait));
  }
  const resource = model.getShape(entry.resource);
  if (resource === undefined) return;
  if (resource.type !== "resource") {
    yield messages.notResource({ type: resource.type, reference }, atTrait(shape, referencesTrait));
    return;
  }
  const structure = structureOf(shape);
  if (structure !== undefined) {
    yield* checkIds(model, structure, resource, ids, reference);
  } else if (shape.type === "string" && resource.identifiers.size !== 1) {
    const identifiers = [...resource.identifiers.keys()];
    yield messages.manyIdentifiers(
      { resource: resource.id, reference, identifiers },
      atTrait(shape, referencesTrait),
    );
  }
}

function* checkIds(
  model: Model,
  structure: StructureShape,
  resource: ResourceShape,
  ids: ApiReference["ids"],
  reference: string,
): Iterable<Diagnostic> {
  const names = [...resource.identifiers.keys()];
  const bindings = ids ?? Object.fromEntries(names.map((name) => [name, name]));
  const found = Object.keys(bindings).length;
  if (found !== names.length) {
    yield messages.wrongNumber(
      { reference, found, identifiers: names },
      atTrait(structure, referencesTrait),
    );
  }
  const extra = Object.keys(bindings).filter((name) => !resource.identifiers.has(name));
  if (extra.length > 0) {
    const args = { reference, extra, resource: resource.id, identifiers: names };
    yield messages.extraneous(args, atTrait(structure, referencesTrait));
  }
  const reasons = Object.values(bindings).flatMap((name) => {
    const reason = memberProblem(model, structure, name, ids === undefined);
    return reason === undefined ? [] : [reason];
  });
  if (reasons.length > 0)
    yield messages.invalid({ reference, reasons }, atTrait(structure, referencesTrait));
}

function memberProblem(
  model: Model,
  structure: StructureShape,
  name: string,
  implicit: boolean,
): string | undefined {
  const member = structure.members.get(name);
  if (member === undefined) {
    return implicit
      ? `implicit binding of \`${name}\` is not part of the structure (set "ids" to explicitly define bindings)`
      : `\`${name}\` refers to a member that is not part of the structure`;
  }
  const target = model.getShape(member.target);
  if (target?.type === "string" || target?.type === "enum") return undefined;
  return `\`${name}\` refers to a member that does not target a string shape`;
}

/** Formats a reference for a message: `Reference{"resource":…}`. */
function describe({ resource, ids, service, rel }: ApiReference): string {
  const sorted = ids ? Object.fromEntries(Object.entries(ids).sort()) : undefined;
  return `Reference${JSON.stringify({ resource, ids: sorted, service, rel })}`;
}
