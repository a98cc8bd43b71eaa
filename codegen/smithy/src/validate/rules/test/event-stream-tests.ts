import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { MemberShape, Model, OperationShape } from "../../../model/model.js";
import { isNodeArray, isNodeObject, stringOf } from "../../../model/node-value.js";
import { eventStreamTestsTrait, hasTrait, streamingTrait } from "../../../traits/index.js";
import { danger, error } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { casesOf, checkParams, contentProblem } from "./test-case.js";
import type { TestCase } from "./test-case.js";

const code = "EventStreamTestsTrait";

const messages = {
  nothing: (index: number) =>
    error(
      `${code}.${index}`,
      () =>
        `${eventStreamTestsTrait.id}.${index}: At least one event, an initial request, or an initial response must be set.`,
    ),
  noStream: (suffix: string) =>
    error(
      `${code}${suffix}`,
      (args: { place: string; type: string; operation: string; direction: string }) =>
        `${args.place}: Invalid ${args.type} event for operation ${args.operation} that has no ${args.direction} stream.`,
    ),
  content: danger(
    code,
    (args: { place: string; mediaType: string; problem: string }) =>
      `${args.place}.body: Invalid ${args.mediaType} content: ${args.problem}`,
  ),
} as const;

/** Test cases of event streams contain events of the operation's streams. */
export const eventStreamTests: Rule = {
  name: code,
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      for (const [index, one] of casesOf(operation, eventStreamTestsTrait.id).entries()) {
        yield* checkCase(model, operation, one, index);
      }
    }
  },
};

/**
 * The values of a test case and the source of their shape: the operation, or a shape that they
 * name.
 */
const values = [
  ["initialRequestParams", "input"],
  ["initialResponseParams", "output"],
] as const;
const namedValues = [
  ["initialRequest", "initialRequestShape"],
  ["initialResponse", "initialResponseShape"],
  ["vendorParams", "vendorParamsShape"],
] as const;

function* checkCase(
  model: Model,
  operation: OperationShape,
  one: TestCase,
  index: number,
): Iterable<Diagnostic> {
  const events = isNodeArray(one["events"]) ? one["events"].filter(isNodeObject) : [];
  const starts = [
    "initialRequest",
    "initialRequestParams",
    "initialResponse",
    "initialResponseParams",
  ];
  if (events.length === 0 && starts.every((key) => one[key] === undefined)) {
    yield messages.nothing(index)(undefined, atTrait(operation, eventStreamTestsTrait));
  }
  for (const [key, direction] of values) {
    const shape = model.getShape(operation[direction]);
    yield* checkParams(model, operation, shape, one[key], whereOf([index, key]));
  }
  for (const [key, named] of namedValues) {
    yield* checkNamed(model, operation, one, named, [index, key]);
  }
  for (const [position, event] of events.entries()) {
    yield* checkEvent(model, operation, event, [index, "events", position]);
  }
}

/** Checks a value against the shape that the test names; an absent value is treated as empty. */
function* checkNamed(
  model: Model,
  operation: OperationShape,
  one: TestCase,
  named: string,
  path: Path,
): Iterable<Diagnostic> {
  const id = stringOf(one[named]);
  if (id === undefined) return;
  const value = one[String(path.at(-1))] ?? {};
  yield* checkParams(model, operation, model.getShape(id), value, whereOf(path));
}

/** The path from the trait to a value. */
type Path = readonly (string | number)[];

const whereOf = (path: Path) => ({
  code,
  place: [eventStreamTestsTrait.id, ...path].join("."),
  trait: eventStreamTestsTrait.id,
  path,
  timestamps: "format" as const,
});

function* checkEvent(
  model: Model,
  operation: OperationShape,
  event: TestCase,
  path: Path,
): Iterable<Diagnostic> {
  const position = path.join(".");
  const { place } = whereOf(path);
  if (event["params"] !== undefined) {
    const type = stringOf(event["type"]) ?? "";
    const direction = type === "request" ? "input" : "output";
    const stream = streamOf(model, operation[direction]);
    if (stream === undefined) {
      const noStream = messages.noStream(direction === "input" ? "" : `.${position}`);
      yield noStream(
        { place, type, operation: operation.id, direction },
        atTrait(operation, eventStreamTestsTrait),
      );
    } else {
      const union = model.getShape(stream.target);
      yield* checkParams(model, operation, union, event["params"], whereOf([...path, "params"]));
    }
  }
  const [body, mediaType] = [stringOf(event["body"]), stringOf(event["bodyMediaType"])];
  const problem = body && mediaType && contentProblem(body, mediaType);
  if (mediaType !== undefined && problem) {
    yield messages.content(
      { place, mediaType, problem },
      atTrait(operation, eventStreamTestsTrait),
    );
  }
  yield* checkNamed(model, operation, event, "vendorParamsShape", [...path, "vendorParams"]);
}

function streamOf(model: Model, id: string): MemberShape | undefined {
  const members = structureOf(model.getShape(id))?.members.values() ?? [];
  return [...members].find(({ target }) => {
    const shape = model.getShape(target);
    return shape?.type === "union" && hasTrait(shape, streamingTrait);
  });
}
