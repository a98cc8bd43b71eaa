import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { upperFirst } from "../../model/casing.js";
import type { Shape, ShapeId } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { traitSpan } from "../../model/trait-origins.js";
import {
  boxTrait,
  hasTrait,
  requiredTrait,
  tagsTrait,
  trait,
  traitTrait,
} from "../../traits/index.js";
import { keysOf, partOf } from "../compared-value.js";
import type { ComparedValue } from "../compared-value.js";
import { findDefinition } from "../differences.js";
import type { ChangedShape, Differences } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { ticked } from "../print-value.js";
import { changeKind, changeKinds } from "../change-kind.js";
import type { ChangeKind } from "../change-kind.js";

/** The kinds of change that are reported, and how severe they are. */
interface Strategy {
  readonly kinds: readonly ChangeKind[];
  readonly severity: Severity;
}

/** The strategies for traits without `diff.*` tags. */
const defaults: readonly Strategy[] = [
  { kinds: ["add"], severity: "NOTE" },
  { kinds: ["update"], severity: "NOTE" },
  { kinds: ["remove"], severity: "WARNING" },
];

/** Applies to traits without a definition. */
const unknown: readonly Strategy[] = [{ kinds: changeKinds, severity: "WARNING" }];

/** The traits whose changes other evaluators report. */
const ignored: ReadonlySet<ShapeId> = new Set([boxTrait.id, requiredTrait.id]);

/** The tags of a trait, or of a member of its shape, that define the severity of a change. */
const strategyOfTag: ReadonlyMap<string, Strategy> = new Map(
  (["error", "danger", "warning"] as const).flatMap((word) =>
    ([...changeKinds, "const"] as const).map((kind) => [
      `diff.${word}.${kind}`,
      {
        kinds: kind === "const" ? changeKinds : [kind],
        severity: word === "error" ? "ERROR" : word === "danger" ? "DANGER" : "WARNING",
      },
    ]),
  ),
);

const contentsTag = "diff.contents";

/**
 * Reports added, removed and changed traits. The `diff.*` tags of the trait define the severity.
 * Traits with `breakingChanges` are left to another evaluator.
 */
export const modifiedTrait: Evaluator = {
  name: "ModifiedTrait",
  *evaluate(differences) {
    for (const change of differences.changed) {
      for (const { id, before, after } of change.traits) {
        if (ignored.has(id)) continue;
        const definition = findDefinition(differences, id);
        const comparison = { differences, change, trait: id };
        if (!hasTrait(definition, traitTrait) || definition === undefined) {
          yield* compare(comparison, unknown, before, after, []);
          continue;
        }
        yield* judge(comparison, definition, before, after);
      }
    }
  },
};

interface Comparison {
  readonly differences: Differences;
  readonly change: ChangedShape;
  readonly trait: ShapeId;
}

function* judge(
  comparison: Comparison,
  definition: Shape,
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
): Iterable<Diagnostic> {
  const tags = trait(definition, tagsTrait) ?? [];
  if (!tags.some((tag) => tag === contentsTag || strategyOfTag.has(tag))) {
    const { breakingChanges = [] } = trait(definition, traitTrait) ?? {};
    if (breakingChanges.length === 0) yield* compare(comparison, defaults, before, after, []);
    return;
  }
  for (const tag of tags) {
    const strategy = strategyOfTag.get(tag);
    if (strategy !== undefined) yield* compare(comparison, [strategy], before, after, []);
    if (tag === contentsTag && before !== undefined && after !== undefined) {
      yield* compareContents(comparison, definition, before, after, []);
    }
  }
}

type Path = readonly (string | number)[];

function* compare(
  comparison: Comparison,
  strategies: readonly Strategy[],
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
  path: Path,
): Iterable<Diagnostic> {
  for (const { kinds, severity } of strategies) {
    const kind = changeKind(before, after);
    if (kind === undefined || !kinds.includes(kind)) continue;
    const { change, trait: id } = comparison;
    const code = `ModifiedTrait.${upperFirst(kind)}.${id}`;
    yield event(severity, code, describe(kind, id, before, after, path), {
      shapeId: change.after.id,
      span: spanOf(kind, change, id, path),
    });
  }
}

function spanOf(kind: ChangeKind, { before, after }: ChangedShape, trait: ShapeId, path: Path) {
  if (kind === "update") return after.span;
  return traitSpan(kind === "add" ? after : before, trait, path);
}

function describe(
  kind: ChangeKind,
  trait: ShapeId,
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
  path: Path,
): string {
  const old = before === undefined ? "" : ticked(before);
  const now = after === undefined ? "" : ticked(after);
  if (path.length === 0) {
    if (kind === "add") return `Added trait \`${trait}\` with value ${now}`;
    return kind === "remove"
      ? `Removed trait \`${trait}\`. Previous trait value: ${old}`
      : `Changed trait \`${trait}\` from ${old} to ${now}`;
  }
  const where = `\`${trait}\` at path \`/${path.join("/")}\``;
  if (kind === "add") return `Added trait contents to ${where} with value ${now}`;
  return kind === "remove"
    ? `Removed trait contents from ${where}. Removed value: ${old}`
    : `Changed trait contents of ${where} from ${old} to ${now}`;
}

/** Compares the parts of a trait's value by the tags of the members of the trait's shape. */
function* compareContents(
  comparison: Comparison,
  shape: Shape,
  before: ComparedValue | undefined,
  after: ComparedValue | undefined,
  path: Path,
): Iterable<Diagnostic> {
  if (shape.type === "member") {
    const strategies = (trait(shape, tagsTrait) ?? []).flatMap(
      (tag) => strategyOfTag.get(tag) ?? [],
    );
    yield* compare(comparison, strategies, before, after, path);
    const target = findDefinition(comparison.differences, shape.target);
    if (target !== undefined) yield* compareContents(comparison, target, before, after, path);
    return;
  }
  if (before === undefined || after === undefined) return;
  const lists = isNodeArray(before.value) && isNodeArray(after.value);
  const objects = isNodeObject(before.value) && isNodeObject(after.value);
  const keys = [...new Set([...keysOf(before), ...keysOf(after)])];
  for (const key of keys) {
    const member = memberAt(shape, key, lists, objects);
    if (member === undefined) continue;
    yield* compareContents(comparison, member, partOf(before, key), partOf(after, key), [
      ...path,
      key,
    ]);
  }
}

/** The member of a trait's shape that describes a part of its value. */
function memberAt(
  shape: Shape,
  key: string | number,
  lists: boolean,
  objects: boolean,
): Shape | undefined {
  if (shape.type === "list") return lists ? shape.member : undefined;
  if (!objects) return undefined;
  if (shape.type === "map") return shape.value;
  if (shape.type !== "structure" && shape.type !== "union") return undefined;
  return shape.members.get(String(key));
}
