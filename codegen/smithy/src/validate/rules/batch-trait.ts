import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  NodeValue,
  OperationShape,
  StructureShape,
} from "../../model/model.js";
import { stringOf } from "../../model/node-value.js";
import { batchTrait, enumValueTrait, hasTrait, sparseTrait, trait } from "../../traits/index.js";
import type { BatchTraitValue } from "../../traits/index.js";
import { error } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const applied = "`tinsmith.client#batch`";

const messages = {
  noMember: error(
    "BatchTrait",
    (args: { property: string; name: string; place: string; members: readonly string[] }) =>
      `${applied} property \`${args.property}\` names a member \`${args.name}\` that the ${args.place} does not have. It has: [${ticked(args.members)}]`,
  ),
  wrongType: error(
    "BatchTrait",
    (args: { property: string; name: string; expected: string; found: string }) =>
      `${applied} property \`${args.property}\` names the member \`${args.name}\`, which targets a ${args.found}, but must target ${args.expected}`,
  ),
  noAnswers: error(
    "BatchTrait",
    () => `${applied} requires at least one of \`results\`, \`failures\` and \`unprocessed\``,
  ),
  positionNeedsResults: error(
    "BatchTrait",
    () =>
      `${applied} can match by position only with \`results\` and without \`failures\` and \`unprocessed\`, which do not have an item for every entry`,
  ),
  echoNeedsMember: error(
    "BatchTrait",
    () =>
      `${applied} matches by echo and requires \`member\`, which names the member that holds the echoed entry`,
  ),
  unknownStatus: error(
    "BatchTrait",
    (args: { property: string; value: string; values: readonly string[] }) =>
      `${applied} property \`${args.property}\` has \`${args.value}\`, which is not a value of the status. Its values are: [${ticked(args.values)}]`,
  ),
  noError: error(
    "BatchTrait",
    (args: { id: string; errors: readonly string[] }) =>
      `${applied} property \`entryErrors\` has \`${args.id}\`, which is not an error of the operation. Its errors are: [${ticked(args.errors)}]`,
  ),
  statusTwice: error(
    "BatchTrait",
    (args: { value: string; properties: readonly string[] }) =>
      `${applied} has the status \`${args.value}\` in more than one of its lists: [${ticked(args.properties)}]`,
  ),
} as const;

/** A batch operation has the members that its trait names, with the required types. */
export const batchTraitRule: Rule = {
  name: "BatchTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const batch = trait(operation, batchTrait);
      if (batch !== undefined) yield* new BatchCheck(model, operation, batch).run();
    }
  },
};

/** The structure of the entries or of the results, and the property that names it in messages. */
interface Items {
  readonly property: string;
  readonly structure: StructureShape;
}

class BatchCheck {
  private readonly model: Model;
  private readonly operation: OperationShape;
  private readonly batch: BatchTraitValue;

  constructor(model: Model, operation: OperationShape, batch: BatchTraitValue) {
    this.model = model;
    this.operation = operation;
    this.batch = batch;
  }

  *run(): Generator<Diagnostic, void> {
    const { input, output } = this.operation;
    yield* this.entryErrors();
    const entries = yield* this.items("entries", input, "input");
    const results = yield* this.items("results", output, "output");
    const failures = yield* this.items("failures", output, "output");
    const unprocessed = yield* this.items("unprocessed", output, "output");
    const { batch } = this;
    if ((batch.results ?? batch.failures ?? batch.unprocessed) === undefined) {
      yield messages.noAnswers(undefined, at(this.operation));
    }
    if (entries === undefined) return;
    if (unprocessed !== undefined && unprocessed.structure !== entries.structure) {
      const name = batch.unprocessed ?? "";
      const expected = `a list of \`${entries.structure.id}\`, as \`entries\` does`;
      const found = `list of \`${unprocessed.structure.id}\``;
      yield messages.wrongType(
        { property: "unprocessed", name, expected, found },
        at(this.operation),
      );
    }
    const answers = [results, failures].filter((one) => one !== undefined);
    yield* this.matching(entries, answers);
    yield* this.outcome(answers);
  }

  /** Checks the errors of entries. The errors of an operation include those of its services. */
  private *entryErrors(): Iterable<Diagnostic> {
    const { errors } = this.operation;
    const ofServices = [...this.model.shapesOfType("service")].flatMap((one) => one.errors);
    for (const id of this.batch.entryErrors ?? []) {
      if (errors.includes(id) || ofServices.includes(id)) continue;
      yield messages.noError({ id, errors }, at(this.operation));
    }
  }

  private *matching(entries: Items, answers: readonly Items[]): Iterable<Diagnostic> {
    const { failures, unprocessed, matching } = this.batch;
    const { position, id, echo } = matching;
    if (position !== undefined && (failures ?? unprocessed) !== undefined) {
      yield messages.positionNeedsResults(undefined, at(this.operation));
    }
    if (id !== undefined) {
      const faults = [entries, ...answers].flatMap((items) => [
        ...this.member("matching.id.member", id.member, items, ["string"], "a string"),
      ]);
      // A fault in both entries and results is reported once.
      yield* new Map(faults.map((fault) => [fault.message, fault])).values();
    }
    if (echo === undefined) return;
    for (const name of echo.by ?? []) yield* this.find("matching.echo.by", name, entries);
    if (echo.member === undefined) {
      if (answers.length > 0) yield messages.echoNeedsMember(undefined, at(this.operation));
      return;
    }
    for (const items of answers) {
      const member = yield* this.find("matching.echo.member", echo.member, items);
      if (member === undefined || member.target === entries.structure.id) continue;
      const expected = `\`${entries.structure.id}\`, the entry`;
      const found = `\`${member.target}\``;
      yield messages.wrongType(
        { property: "matching.echo.member", name: member.name, expected, found },
        at(this.operation),
      );
    }
  }

  private *outcome(answers: readonly Items[]): Iterable<Diagnostic> {
    const { outcome } = this.batch;
    if (outcome === undefined) return;
    const { status, message, permanent } = outcome;
    const values = new Set<string>();
    let isOpen = false;
    yield* this.inAny("outcome.message", message, answers, ["string"], "a string");
    yield* this.inAny("outcome.permanent", permanent, answers, ["boolean"], "a boolean");
    const types = ["string", "enum"];
    yield* this.inAny("outcome.status", status, answers, types, "a string or an enum");
    for (const { structure } of answers) {
      const target = this.model.getShape(structure.members.get(status)?.target ?? "");
      if (target?.type === "enum") {
        for (const { traits, name } of target.members.values()) {
          values.add(stringOf(trait(traits, enumValueTrait)) ?? name);
        }
      } else if (target !== undefined) isOpen = true;
    }
    const lists = ["accepted", "duplicate", "retry"] as const;
    const seen = new Map<string, string[]>();
    for (const list of lists) {
      for (const value of outcome[list] ?? []) {
        seen.set(value, [...(seen.get(value) ?? []), list]);
        if (isOpen || values.size === 0 || values.has(value)) continue;
        const args = { property: `outcome.${list}`, value, values: [...values] };
        yield messages.unknownStatus(args, at(this.operation));
      }
    }
    for (const [value, properties] of seen) {
      if (properties.length > 1)
        yield messages.statusTwice({ value, properties }, at(this.operation));
    }
  }

  /** The structures in the list that a property of the trait names. */
  private *items(
    property: "entries" | "results" | "failures" | "unprocessed",
    id: string,
    place: string,
  ): Generator<Diagnostic, Items | undefined> {
    const name = this.batch[property];
    if (name === undefined) return undefined;
    const members = structureOf(this.model.getShape(id))?.members ?? new Map<string, MemberShape>();
    const member = members.get(name);
    if (member === undefined) {
      const args = { property, name, place, members: [...members.keys()] };
      yield messages.noMember(args, at(this.operation));
      return undefined;
    }
    const list = this.model.getShape(member.target);
    const item = list?.type === "list" ? this.model.getShape(list.member.target) : undefined;
    const structure = structureOf(item);
    if (structure !== undefined && !hasTrait(list, sparseTrait)) {
      return { property, structure };
    }
    const found =
      item === undefined ? (list?.type ?? "shape that is missing") : `list of ${item.type}`;
    const expected = "a list of structures that is not sparse";
    yield messages.wrongType({ property, name, expected, found }, at(this.operation));
    return undefined;
  }

  /** Checks a member that at least one of the results must have. */
  private *inAny(
    property: string,
    value: NodeValue | undefined,
    answers: readonly Items[],
    types: readonly string[],
    expected: string,
  ): Iterable<Diagnostic> {
    const name = stringOf(value);
    if (name === undefined) return;
    const having = answers.filter(({ structure }) => structure.members.has(name));
    for (const items of having.length > 0 ? having : answers.slice(0, 1)) {
      yield* this.member(property, name, items, types, expected);
    }
  }

  private *member(
    property: string,
    value: NodeValue | undefined,
    items: Items,
    types: readonly string[],
    expected: string,
  ): Iterable<Diagnostic> {
    const member = yield* this.find(property, stringOf(value) ?? "", items);
    const found = member && this.model.getShape(member.target)?.type;
    if (found === undefined || types.includes(found)) return;
    yield messages.wrongType(
      { property, name: member?.name ?? "", expected, found },
      at(this.operation),
    );
  }

  private *find(
    property: string,
    name: string,
    { property: place, structure }: Items,
  ): Generator<Diagnostic, MemberShape | undefined> {
    const member = structure.members.get(name);
    if (member === undefined) {
      const members = [...structure.members.keys()];
      const args = { property, name, place: `structure of \`${place}\``, members };
      yield messages.noMember(args, at(this.operation));
    }
    return member;
  }
}
