import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { compareText } from "../../diagnostics/compare.js";
import { upperFirst } from "../../model/casing.js";
import { membersOf } from "../../model/members.js";
import type { Shape, ShapeId } from "../../model/model.js";
import { isNodeObject } from "../../model/node-value.js";
import { traitSpan } from "../../model/trait-origins.js";
import { trait, traitTrait } from "../../traits/index.js";
import type { TraitTraitValue } from "../../traits/index.js";
import { keysOf, partOf } from "../compared-value.js";
import type { ComparedValue } from "../compared-value.js";
import { findDefinition } from "../differences.js";
import type { ChangedShape, Differences } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { ticked } from "../print-value.js";
import { changeKind } from "../change-kind.js";
import type { ChangeKind } from "../change-kind.js";

type BreakingChangeRule = NonNullable<TraitTraitValue["breakingChanges"]>[number];

/** The kinds of change that a rule covers. */
const kindsOf: Readonly<Record<string, readonly ChangeKind[]>> = {
  add: ["add"],
  remove: ["remove"],
  update: ["update"],
  presence: ["add", "remove"],
  any: ["add", "remove", "update"],
};

type Path = readonly (string | number)[];

/** A part of a trait's value that a rule is about. */
interface Part {
  readonly path: Path;
  readonly value: ComparedValue;
}

/** Reports changes of traits that the `breakingChanges` of the trait's definition list. */
export const traitBreakingChange: Evaluator = {
  name: "TraitBreakingChange",
  *evaluate(differences) {
    for (const change of differences.changed) {
      for (const { id, before, after } of change.traits) {
        const definition = findDefinition(differences, id);
        if (definition === undefined) continue;
        for (const rule of trait(definition, traitTrait)?.breakingChanges ?? []) {
          yield* check(differences, change, definition, rule, before, after);
        }
      }
    }
  },
};

function* check(
  differences: Differences,
  change: ChangedShape,
  definition: Shape,
  rule: BreakingChangeRule,
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
): Iterable<Diagnostic> {
  const segments = segmentsOf(rule.path ?? "");
  // If the trait was removed, its parts were removed with it.
  if (after === undefined && segments.length > 0) return;
  const partsBefore = partsAt(differences, definition, before, segments);
  const partsAfter = partsAt(differences, definition, after, segments);
  const onlyAfter = [...partsAfter.keys()].filter((key) => !partsBefore.has(key));
  for (const key of [...sorted(partsBefore.keys()), ...sorted(onlyAfter)]) {
    const found = judge(change, definition.id, rule, partsBefore.get(key), partsAfter.get(key));
    if (found !== undefined) yield found;
  }
}

const sorted = (keys: Iterable<string>): readonly string[] => [...keys].sort(compareText);

/** The segments of a JSON pointer through the members of a trait's shape. */
function segmentsOf(pointer: string): readonly string[] {
  const path = pointer.startsWith("#") ? pointer.slice(1) : pointer;
  if (path === "") return [];
  const segments = path.split("/").slice(1);
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The parts of a value at a path, by their place in the value; an absent one has no value. */
function partsAt(
  differences: Differences,
  definition: Shape,
  value: ComparedValue | undefined,
  segments: readonly string[],
): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const collect = (
    shape: Shape,
    current: ComparedValue | undefined,
    rest: readonly string[],
    path: Path,
  ): void => {
    const [segment, ...others] = rest;
    if (segment === undefined || segment === "") {
      if (current !== undefined && current.value !== null) {
        parts.set(pointerTo(path), { path, value: current });
      }
      return;
    }
    const member = membersOf(shape).find(({ name }) => name === segment);
    const target = member && findDefinition(differences, member.target);
    if (target === undefined || current === undefined) return;
    for (const key of keysAt(shape, current, segment)) {
      collect(target, partOf(current, key), others, [...path, key]);
    }
  };
  collect(definition, value, segments, []);
  return parts;
}

/** The keys that one segment leads to: each item of a list or map, one member of a structure. */
function keysAt(shape: Shape, value: ComparedValue, segment: string): Path {
  if (shape.type === "list") return Array.isArray(value.value) ? keysOf(value) : [];
  if (!isNodeObject(value.value)) return [];
  return shape.type === "map" ? keysOf(value) : [segment];
}

const pointerTo = (path: Path): string => path.map((key) => `/${key}`).join("");

function judge(
  change: ChangedShape,
  id: ShapeId,
  rule: BreakingChangeRule,
  before: Part | undefined,
  after: Part | undefined,
): Diagnostic | undefined {
  const kind = changeKind(before?.value, after?.value);
  if (kind === undefined || kindsOf[rule.change ?? ""]?.includes(kind) !== true) return undefined;
  const message = describe(kind, id, before, after);
  const reason =
    rule.message === undefined ? "" : `${message.endsWith(".") ? "" : "; "}${rule.message}`;
  return event(
    rule.severity ?? "ERROR",
    `TraitBreakingChange.${upperFirst(kind)}.${id}`,
    `${message}${reason}`,
    {
      shapeId: change.after.id,
      span: after === undefined ? change.after.span : traitSpan(change.after, id, after.path),
    },
  );
}

function describe(
  kind: ChangeKind,
  id: ShapeId,
  before: Part | undefined,
  after: Part | undefined,
): string {
  const path = pointerTo((after ?? before)?.path ?? []);
  const old = before === undefined ? "" : ticked(before.value);
  const now = after === undefined ? "" : ticked(after.value);
  if (path !== "") {
    const where = `\`${id}\` at path \`${path}\``;
    if (kind === "add") return `Added trait contents to ${where} with value ${now}`;
    return kind === "remove"
      ? `Removed trait contents from ${where}. Removed value: ${old}`
      : `Changed trait contents of ${where} from ${old} to ${now}`;
  }
  if (kind === "update") return `Changed trait \`${id}\` from ${old} to ${now}`;
  if (kind === "add") {
    return isEmptyObject(after)
      ? `Added trait \`${id}\``
      : `Added trait \`${id}\` with value ${now}`;
  }
  return isEmptyObject(before)
    ? `Removed trait \`${id}\``
    : `Removed trait \`${id}\`. Previous trait value: ${old}`;
}

const isEmptyObject = (part: Part | undefined): boolean =>
  isNodeObject(part?.value.value) && Object.keys(part.value.value).length === 0;
