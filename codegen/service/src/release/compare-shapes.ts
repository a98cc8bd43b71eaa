import type { ShapeId } from "@tinsmith/smithy";
import type {
  EnumPlan,
  IntEnumPlan,
  MemberPlan,
  Roles,
  ShapePlan,
  StructurePlan,
  UnionPlan,
} from "../shape-plan.js";
import type { ValueType } from "../value-type.js";
import { pairPlans } from "./pair-plans.js";
import type { Bump, ReleaseChange } from "./release.js";
import { typeText } from "./type-text.js";

type NamedPlan = StructurePlan | UnionPlan | EnumPlan | IntEnumPlan;

const isNamed = (plan: ShapePlan): plan is NamedPlan =>
  plan.kind === "structure" ||
  plan.kind === "union" ||
  plan.kind === "enum" ||
  plan.kind === "intEnum";

/** Creates a change with the same bump for both sides. */
export const changeFor = (shapeId: ShapeId, bump: Bump, text: string): ReleaseChange => ({
  shapeId,
  text,
  client: bump,
  server: bump,
});

/** Compares the types that packages export: structures, unions and enums. */
export function* compareShapes(
  before: readonly ShapePlan[],
  after: readonly ShapePlan[],
): Iterable<ReleaseChange> {
  const { both, gone, added } = pairPlans(
    before.filter(isNamed),
    after.filter(isNamed),
    ({ typeName }) => typeName,
  );
  for (const [old, now] of both) {
    if (now.typeName === old.typeName) yield* compareNamed(old, now);
    else {
      const text = `The type \`${old.typeName}\` is now named \`${now.typeName}\`.`;
      yield changeFor(old.id, "major", text);
    }
  }
  for (const { id, typeName } of gone)
    yield changeFor(id, "major", `The type \`${typeName}\` is gone.`);
  for (const { id, typeName } of added)
    yield changeFor(id, "minor", `The type \`${typeName}\` is new.`);
}

function* compareNamed(before: NamedPlan, after: NamedPlan): Iterable<ReleaseChange> {
  if (isEnum(before) && isEnum(after) && before.kind === after.kind) {
    yield* compareValues(before, after);
  } else if (before.kind === "structure" && after.kind === "structure") {
    if ((before.error === undefined) !== (after.error === undefined)) {
      const what = after.error === undefined ? "no longer" : "now";
      yield changeFor(after.id, "major", `\`${after.typeName}\` is ${what} an error.`);
    }
    yield* compareMembers(before, after);
  } else if (before.kind === "union" && after.kind === "union") {
    yield* compareMembers(before, after);
  } else {
    const text = `\`${after.typeName}\` is ${kinds[after.kind]} instead of ${kinds[before.kind]}.`;
    yield changeFor(after.id, "major", text);
  }
}

const kinds = {
  structure: "a structure",
  union: "a union",
  enum: "an enum",
  intEnum: "an enum of integers",
} as const;

const isEnum = (plan: NamedPlan): plan is EnumPlan | IntEnumPlan =>
  plan.kind === "enum" || plan.kind === "intEnum";

function* compareValues(
  before: EnumPlan | IntEnumPlan,
  after: EnumPlan | IntEnumPlan,
): Iterable<ReleaseChange> {
  const named = (plan: EnumPlan | IntEnumPlan) =>
    new Map<string, string | number>(plan.values.map(({ name, value }) => [name, value]));
  const now = named(after);
  const old = named(before);
  for (const [name, value] of old) {
    const is = now.get(name);
    const shown = `\`${after.typeName}.${name}\``;
    const id = `${after.id}$${name}`;
    if (is === undefined) yield changeFor(id, "major", `${shown} is gone.`);
    else if (is !== value) {
      const text = `${shown} is ${JSON.stringify(is)} instead of ${JSON.stringify(value)}.`;
      yield changeFor(id, "major", text);
    }
  }
  for (const name of now.keys()) {
    if (old.has(name)) continue;
    yield changeFor(`${after.id}$${name}`, "minor", `\`${after.typeName}.${name}\` is new.`);
  }
}

function* compareMembers(
  before: StructurePlan | UnionPlan,
  after: StructurePlan | UnionPlan,
): Iterable<ReleaseChange> {
  const old = new Map(before.members.map((member) => [member.name, member]));
  const now = new Map(after.members.map((member) => [member.name, member]));
  for (const [name, member] of old) {
    const is = now.get(name);
    const shown = `\`${after.typeName}.${name}\``;
    if (is === undefined) yield changeFor(member.id, "major", `${shown} is gone.`);
    else yield* compareMember(shown, member, is, after.roles);
  }
  for (const [name, member] of now) {
    if (!old.has(name)) yield added(`\`${after.typeName}.${name}\``, member, after.roles);
  }
}

/**
 * Returns the change of an added member. If the member is required, code that builds the value has
 * to set it; code that reads the value is unaffected. Clients build inputs, servers build outputs.
 */
function added(shown: string, member: MemberPlan, { input, output }: Roles): ReleaseChange {
  const text = `${shown} is new${member.required ? " and required" : ""}.`;
  return {
    shapeId: member.id,
    text,
    client: member.required && input ? "major" : "minor",
    server: member.required && output ? "major" : "minor",
  };
}

function* compareMember(
  shown: string,
  before: MemberPlan,
  after: MemberPlan,
  { input, output }: Roles,
): Iterable<ReleaseChange> {
  const { id } = after;
  if (typeText(before.type) !== typeText(after.type)) {
    yield changeFor(id, "major", `The type of ${shown} changed.`);
  } else if (withoutIds(before.type) !== withoutIds(after.type)) {
    const text = `${shown} has another type in the model and the same one in TypeScript.`;
    yield changeFor(id, "minor", text);
  }
  if (before.required !== after.required) {
    // A new required member breaks code that builds the value; a member that became optional breaks
    // code that reads it.
    const [client, server] = after.required ? [input, output] : [output, input];
    yield {
      shapeId: id,
      text: after.required ? `${shown} is now required.` : `${shown} is now optional.`,
      client: client ? "major" : "minor",
      server: server ? "major" : "minor",
    };
  }
  if (JSON.stringify(before.default) !== JSON.stringify(after.default)) {
    yield changeFor(id, "minor", `The default of ${shown} ${defaultChange(before, after)}.`);
  }
  if (constraintsOf(before) !== constraintsOf(after)) {
    // The service may now refuse values that it accepted, or accept values that it refused.
    yield changeFor(id, "minor", `The constraints of ${shown} changed.`);
  }
}

const withoutIds = (type: ValueType): string =>
  JSON.stringify(type, (key, value: unknown) => (key === "shape" ? undefined : value));

/** The constraints of values, apart from their presence. */
const constraintsOf = ({ constraints }: MemberPlan): string =>
  JSON.stringify({ ...constraints, required: undefined });

function defaultChange({ default: before }: MemberPlan, { default: after }: MemberPlan): string {
  if (before === undefined) return `is \`${JSON.stringify(after)}\``;
  if (after === undefined) return "is gone";
  return `is \`${JSON.stringify(after)}\` instead of \`${JSON.stringify(before)}\``;
}
