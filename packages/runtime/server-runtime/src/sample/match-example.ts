import type { $SchemaRef } from "@smithy/types";
import type { OperationDescription } from "@tinsmith/protocols";
import { canonical, isIdempotencyToken, viewOf } from "@tinsmith/validation";
import { ServiceError } from "../service/service-error.js";
import { fromNode } from "../json/from-node.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";

/** One of the `@examples` of an operation. */
export interface OperationExample {
  readonly title: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly error?: {
    /** An absolute or relative shape id. */
    readonly shapeId: string;
    readonly content?: Readonly<Record<string, unknown>>;
  };
}

/** Examples by operation name. */
export type Examples = Readonly<Record<string, readonly OperationExample[]>>;

/**
 * Returns a function for the response of the example with this input, or undefined without such an
 * example. The function throws if the example has an error.
 */
export type ExampleMatcher = (input: unknown) => (() => unknown) | undefined;

/** Compiles a search for examples by their input. Idempotency tokens are not compared. */
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

/**
 * Returns a function that removes the members of an operation's input that cannot be compared:
 * idempotency tokens and event streams.
 */
export function withoutTokens({ schema }: OperationDescription): (input: unknown) => unknown {
  const view = viewOf(inputOf(schema));
  const tokens = new Set(
    view.kind === "structure"
      ? view.members
          .filter((member) => isIdempotencyToken(member) || isEvents(member.ref))
          .map((member) => member.name)
      : [],
  );
  return (value) =>
    tokens.size === 0 || typeof value !== "object" || value === null
      ? value
      : Object.fromEntries(Object.entries(value).filter(([member]) => !tokens.has(member)));
}

function isEvents(ref: $SchemaRef): boolean {
  const view = viewOf(ref);
  return view.kind === "union" && view.streaming;
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
