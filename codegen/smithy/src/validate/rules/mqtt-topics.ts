import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape, ShapeId } from "../../model/model.js";
import {
  hasTrait,
  publishTrait,
  streamingTrait,
  subscribeTrait,
  topicLabelTrait,
  trait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { idiomatic, ticked } from "../shape-text.js";

const messages = {
  noLabel: error(
    "MqttTopicLabel",
    (args: { operation: string; trait: string }) =>
      `This member is marked with the \`smithy.mqtt#topicLabel\` trait, but when this member is used as part of the input of the \`${args.operation}\` operation, a corresponding label cannot be found in the \`${idiomatic(args.trait)}\` trait`,
  ),
  noMember: error(
    "MqttTopicLabel",
    (args: { trait: string; labels: readonly string[] }) =>
      `The \`${idiomatic(args.trait)}\` trait contains the following topic labels that could not be found in the input structure of the operation or were not marked with the \`smithy.mqtt#topicLabel\` trait: [${ticked(args.labels)}]`,
  ),
  conflict: error(
    "MqttTopicConflict",
    (args: { binding: Binding; others: readonly Binding[] }) =>
      `This shape resolves to an MQTT topic \`${args.binding.topic}\` as part of the \`${args.binding.operation.id}\` operation, and its payload of \`${args.binding.payload}\` conflicts with other topic payloads: [${args.others.map(describe).sort().join(", ")}]`,
  ),
} as const;

interface Binding {
  readonly operation: OperationShape;
  readonly trait: typeof publishTrait | typeof subscribeTrait;
  readonly topic: string;
  /** The shape of the messages. */
  readonly payload: ShapeId;
}

const describe = ({ operation, trait: { id }, payload }: Binding): string =>
  `\`${idiomatic(id)}\` trait payload \`${payload}\` of \`${operation.id}\``;

/** The labels of a topic and the members that are marked as labels correspond. */
export const mqttTopicLabel: Rule = {
  name: "MqttTopicLabel",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) yield* checkLabels(model, operation);
  },
};

function* checkLabels(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const kind = kindOf(operation);
  if (kind === undefined) return;
  const labels = new Set(
    levelsOf(trait(operation, kind) ?? "").flatMap((level) => labelOf(level) ?? []),
  );
  for (const member of structureOf(model.getShape(operation.input))?.members.values() ?? []) {
    if (!hasTrait(member, topicLabelTrait) || labels.delete(member.name)) continue;
    const args = { operation: operation.id, trait: kind.id };
    yield messages.noLabel(args, atTrait(member, topicLabelTrait));
  }
  if (labels.size === 0) return;
  const args = { trait: kind.id, labels: [...labels].sort() };
  yield messages.noMember(args, atTrait(operation, kind));
}

const kindOf = (operation: OperationShape): Binding["trait"] | undefined =>
  [subscribeTrait, publishTrait].find((kind) => hasTrait(operation, kind));

const levelsOf = (topic: string): readonly string[] => topic.split("/");

const labelOf = (level: string): string | undefined => /^\{(.*)\}$/.exec(level)?.[1];

/** Messages on the same topic have the same shape. */
export const mqttTopicConflict: Rule = {
  name: "MqttTopicConflict",
  *check({ model }) {
    const bindings = model.shapesOfType("operation").flatMap((one) => bindingOf(model, one) ?? []);
    for (const binding of bindings) {
      const others = bindings.filter(
        (other) => other.payload !== binding.payload && isSameTopic(other.topic, binding.topic),
      );
      if (others.length === 0) continue;
      yield messages.conflict({ binding, others }, atTrait(binding.operation, binding.trait));
    }
  },
};

function bindingOf(model: Model, operation: OperationShape): Binding | undefined {
  const publish = trait(operation, publishTrait);
  if (publish !== undefined) {
    return { operation, trait: publishTrait, topic: publish, payload: operation.input };
  }
  const topic = trait(operation, subscribeTrait);
  const output = structureOf(model.getShape(operation.output));
  const stream = [...(output?.members.values() ?? [])].find(({ target }) => {
    const shape = model.getShape(target);
    return shape?.type === "union" && hasTrait(shape, streamingTrait);
  });
  if (topic === undefined || stream === undefined) return undefined;
  return { operation, trait: subscribeTrait, topic, payload: stream.target };
}

/**
 * Returns whether two topics are the same. Their levels are then equal words, or labels of any
 * name.
 */
function isSameTopic(one: string, other: string): boolean {
  const [first, second] = [levelsOf(one), levelsOf(other)];
  if (first.length !== second.length) return false;
  return first.every((level, index) => {
    const across = second[index] ?? "";
    const areLabels = labelOf(level) !== undefined && labelOf(across) !== undefined;
    return areLabels || level === across;
  });
}
