import type { OperationDescription } from "@tinsmith/protocols";

import { canonical, isIdempotencyToken, viewOf } from "@tinsmith/validation";

import { ServiceError } from "../errors/service-error.js";
import type { Fallback } from "../server-options.js";
import { fromNode } from "./from-node.js";
import { sampleOf, type SampleOptions } from "./sample.js";

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

/** What answers are made from. */
export interface SampleResponderOptions extends SampleOptions {
  readonly examples?: Examples;
  /**
   * The member that leads to the next page, by operation. Samples leave it out: every page is the
   * last one.
   */
  readonly pageTokens?: Readonly<Record<string, string>>;
}

/**
 * Answers operations without a handler: with the example of the model whose input equals the
 * request's (idempotency tokens aside), else with a sample of the output.
 */
export const sampleResponder = (options: SampleResponderOptions): Fallback => {
  const compiled = new Map<string, Recipe>();
  return (operation, input) => {
    const name = operation.schema[2];
    let recipe = compiled.get(name);
    if (!recipe) {
      recipe = compileRecipe(operation, options);
      compiled.set(name, recipe);
    }
    return (recipe.examples.get(canonical(recipe.comparable(input))) ?? recipe.sample)();
  };
};

interface Recipe {
  /** Without what a client makes up by itself. */
  comparable(input: unknown): unknown;
  readonly examples: ReadonlyMap<string, () => unknown>;
  sample(): unknown;
}

const compileRecipe = (
  operation: OperationDescription,
  options: SampleResponderOptions,
): Recipe => {
  const [, , name, , input, output] = operation.schema;
  const view = viewOf(input);
  const tokens = new Set(
    view.kind === "structure"
      ? view.members.filter(isIdempotencyToken).map((member) => member.name)
      : [],
  );
  const comparable = (value: unknown): unknown =>
    tokens.size === 0 || typeof value !== "object" || value === null
      ? value
      : Object.fromEntries(Object.entries(value).filter(([member]) => !tokens.has(member)));
  const answers = new Map<string, () => unknown>();
  for (const example of options.examples?.[name] ?? []) {
    const key = canonical(comparable(fromNode(input, example.input ?? {})));
    if (!answers.has(key)) answers.set(key, answerOf(example, operation));
  }
  const pageToken = options.pageTokens?.[name];
  return {
    comparable,
    examples: answers,
    sample: () => {
      const sample = sampleOf(output, options);
      if (pageToken !== undefined) removeMember(sample, pageToken.split("."));
      return sample;
    },
  };
};

const removeMember = (value: unknown, [name, ...rest]: readonly string[]): void => {
  if (name === undefined || typeof value !== "object" || value === null) return;
  if (rest.length === 0) Reflect.deleteProperty(value, name);
  else removeMember(Reflect.get(value, name), rest);
};

const answerOf = (example: OperationExample, operation: OperationDescription): (() => unknown) => {
  const { error } = example;
  if (!error) return () => fromNode(operation.schema[5], example.output ?? {});
  const name = error.shapeId.slice(error.shapeId.indexOf("#") + 1);
  return () => {
    const schema = operation.errors.find((candidate) => candidate[2] === name);
    const data = schema ? fromNode(schema, error.content ?? {}) : (error.content ?? {});
    throw new ServiceError({ name, $fault: "client" }, data instanceof Object ? data : {});
  };
};
