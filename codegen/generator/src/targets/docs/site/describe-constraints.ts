import type { Constraints, MemberPlan, ServicePlan, ValueType } from "@tinsmith/service";

/** A constraint of a value, as a label and a text. */
export interface ConstraintDoc {
  readonly label: string;
  readonly value: string;
  /** True if the text is code: a pattern, a default, a name on the wire. */
  readonly code: boolean;
}

/**
 * Describes everything that a caller must know to set a member, except its type and whether it is
 * required.
 */
export function describeConstraints(member: MemberPlan): readonly ConstraintDoc[] {
  const binding = describeBinding(member);
  const hasDefault = member.default !== undefined && member.default !== null;
  return [
    ...(hasDefault
      ? [{ label: "Default", value: JSON.stringify(member.default), code: true }]
      : []),
    ...describeValueConstraints(member.constraints, member.type),
    ...(binding ? [binding] : []),
  ];
}

/** Describes the constraints of a value that apply wherever it is used. */
export function describeValueConstraints(
  { length, range, pattern, modelPattern = pattern, uniqueItems }: Constraints,
  type: ValueType,
): readonly ConstraintDoc[] {
  const docs: ConstraintDoc[] = [];
  const add = (label: string, value: string, code = false): void => {
    docs.push({ label, value, code });
  };
  if (length) add("Length", bounds(length.min, length.max, lengthUnit(type)));
  if (range) add("Range", bounds(range.min, range.max, undefined));
  if (modelPattern !== undefined) add("Pattern", modelPattern, true);
  if (uniqueItems) add("Items", "unique");
  return docs;
}

/** Describes the constraints of the elements of a list or map, which apply to its own members. */
export function describeElementConstraints(
  type: ValueType,
  plan: ServicePlan,
): readonly ConstraintDoc[] {
  if (type.kind !== "list" && type.kind !== "map") return [];
  const shape = plan.shapesById.get(type.shape);
  if (shape?.kind === "list") return prefixed("Each item", describeConstraints(shape.member));
  if (shape?.kind !== "map") return [];
  return [
    ...prefixed("Each key", describeConstraints(shape.key)),
    ...prefixed("Each value", describeConstraints(shape.value)),
  ];
}

/** Returns the values of a member whose type, or element type, is an enum. */
export function enumValues(type: ValueType, plan: ServicePlan): readonly (string | number)[] {
  if (type.kind === "list") return enumValues(type.member, plan);
  if (type.kind === "map") return enumValues(type.value, plan);
  if (type.kind !== "named") return [];
  const shape = plan.shapesById.get(type.shape);
  if (shape?.kind === "enum" || shape?.kind === "intEnum")
    return shape.values.map(({ value }) => value);
  return [];
}

function prefixed(prefix: string, docs: readonly ConstraintDoc[]): readonly ConstraintDoc[] {
  return docs.map((doc) => ({ ...doc, label: `${prefix}: ${doc.label.toLowerCase()}` }));
}

type Bound = number | undefined;

function bounds(min: Bound, max: Bound, unit: string | undefined): string {
  const suffix = unit === undefined ? "" : ` ${unit}`;
  if (min !== undefined && min === max) return `exactly ${text(min)}${suffix}`;
  if (min === undefined) return `at most ${text(max)}${suffix}`;
  if (max === undefined) return `at least ${text(min)}${suffix}`;
  return `${text(min)} to ${text(max)}${suffix}`;
}

/** Formats large numbers in groups of three digits for readability: 2,147,483,647. */
function text(bound: Bound): string {
  const plain = String(bound);
  return /^-?\d{5,}$/.test(plain) ? plain.replace(/\B(?=(\d{3})+$)/g, ",") : plain;
}

function lengthUnit(type: ValueType): string {
  switch (type.kind) {
    case "list":
      return "items";
    case "map":
      return "entries";
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return "bytes";
    default:
      return "characters";
  }
}

function describeBinding({ http }: MemberPlan): ConstraintDoc | undefined {
  switch (http.kind) {
    case "document":
      return undefined;
    case "header":
      return { label: "Header", value: http.name, code: true };
    case "prefixHeaders":
      return { label: "Headers that begin with", value: http.prefix, code: true };
    case "query":
      return { label: "Query parameter", value: http.name, code: true };
    case "label":
      return { label: "Sent in", value: "the path", code: false };
    case "queryParams":
      return { label: "Sent in", value: "the query", code: false };
    case "payload":
      return { label: "Sent as", value: "the whole body", code: false };
    case "responseCode":
      return { label: "Holds", value: "the HTTP status", code: false };
  }
}
