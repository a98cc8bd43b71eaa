import type { OperationDescription } from "@tinsmith/protocols";
import { canonical, isIdempotencyToken, viewOf } from "@tinsmith/validation";
import { ServiceError } from "../service/service-error.js";
import { fromNode } from "../json/from-node.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";

/** One of an operation's `@examples`, as the model has it. */
export interface OperationExample {
  readonly title: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly error?: {
    /** Absolute or not. */
    readonly shapeId: string;
    readonly content?: Readonly<Record<string, unknown>>;
  };
}

/** Examples by operation name. */
export type Examples = Readonly<Record<string, readonly OperationExample[]>>;

/** The answer of the example whose input is that one, if there is one; it may throw its error. */
export type ExampleMatcher = (input: unknown) => (() => unknown) | undefined;

/** Finds examples by their input; what a client makes up by itself does not count. */
export function compileExamples(
  operation: OperationDescription,
  examples: readonly OperationExample[] = [],
): ExampleMatcher {
  if (examples.length === 0) return () => undefined;
  const input = inputOf(operation.schema);
  const comparable = withoutTokens(operation);
  const answers = new Map<string, () => unknown>();
  for (const example of examples) {
    const key = canonical(comparable(fromNode(input, example.input ?? {})));
    if (!answers.has(key)) answers.set(key, answerOf(example, operation));
  }
  return (value) => answers.get(canonical(comparable(value)));
}

/** Takes the idempotency tokens out of an operation's input. */
export function withoutTokens({ schema }: OperationDescription): (input: unknown) => unknown {
  const view = viewOf(inputOf(schema));
  const tokens = new Set(
    view.kind === "structure"
      ? view.members.filter(isIdempotencyToken).map((member) => member.name)
      : [],
  );
  return (value) =>
    tokens.size === 0 || typeof value !== "object" || value === null
      ? value
      : Object.fromEntries(Object.entries(value).filter(([member]) => !tokens.has(member)));
}

function answerOf(example: OperationExample, operation: OperationDescription): () => unknown {
  const { error } = example;
  if (!error) return () => fromNode(outputOf(operation.schema), example.output ?? {});
  const name = error.shapeId.slice(error.shapeId.indexOf("#") + 1);
  return () => {
    const schema = operation.errors.find((candidate) => nameOf(candidate) === name);
    const data = schema ? fromNode(schema, error.content ?? {}) : (error.content ?? {});
    throw new ServiceError({ name, $fault: "client" }, data instanceof Object ? data : {});
  };
}
