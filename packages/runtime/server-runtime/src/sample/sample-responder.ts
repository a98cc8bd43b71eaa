import type { OperationDescription } from "@tinsmith/protocols";
import type { Fallback } from "../service/handler.js";
import { nameOf, outputOf, traitsOf } from "@tinsmith/schema";
import { compileExamples } from "./match-example.js";
import type { ExampleMatcher, Examples } from "./match-example.js";
import { agree } from "./agree.js";
import { sampleOf } from "./sample.js";
import type { SampleOptions } from "./sample.js";
import { settle } from "./settle.js";
import type { SettledState } from "./settle.js";
import * as v from "valibot";
import { checkOptions } from "../checks/check.js";
import { flag, integerFrom, object, recordOf, strictOptions, text } from "../checks/expected.js";

/** Options of {@link sampleResponder}. */
export interface SampleResponderOptions extends SampleOptions {
  readonly examples?: Examples;
  /**
   * The member with the token of the next page, by operation. Samples omit this member, so that
   * every page is the last one.
   */
  readonly pageTokens?: Readonly<Record<string, string>>;
  /** The values in outputs that make the waiters of the model succeed, by operation. */
  readonly settled?: Readonly<Record<string, readonly SettledState[]>>;
}

/**
 * Responds to operations without a handler. The response is the model's example for the same input
 * (idempotency tokens are not compared), or else a sample of the output.
 */
export function sampleResponder(options: SampleResponderOptions): Fallback {
  checkOptions(optionsSchema, options, "sampleResponder()");
  const compiled = new Map<string, Recipe>();
  return (operation, input) => {
    const name = nameOf(operation.schema);
    let recipe = compiled.get(name);
    if (!recipe) {
      recipe = compileRecipe(operation, options);
      compiled.set(name, recipe);
    }
    return (recipe.example(input) ?? (() => recipe.sample(input)))();
  };
}

const optionsSchema = strictOptions({
  constraints: v.optional(object),
  examples: v.optional(object),
  seed: v.optional(text),
  requiredOnly: v.optional(flag),
  statusCode: v.optional(integerFrom(100, 599)),
  pageTokens: v.optional(recordOf(text)),
  settled: v.optional(recordOf(v.array(v.tuple([text, v.union([text, v.boolean()])])))),
} satisfies Record<keyof SampleResponderOptions, v.GenericSchema>);

interface Recipe {
  readonly example: ExampleMatcher;
  sample(input: unknown): unknown;
}

function compileRecipe(operation: OperationDescription, options: SampleResponderOptions): Recipe {
  const name = nameOf(operation.schema);
  const output = outputOf(operation.schema);
  const statusCode = traitsOf(operation.schema).http?.[2] ?? 200;
  const pageToken = options.pageTokens?.[name];
  return {
    example: compileExamples(operation, options.examples?.[name]),
    sample: (input) => {
      const sample = sampleOf(output, { ...options, statusCode });
      if (pageToken !== undefined) removeMember(sample, pageToken.split("."));
      agree(sample, input);
      settle(sample, options.settled?.[name] ?? []);
      return sample;
    },
  };
}

function removeMember(value: unknown, [name, ...rest]: readonly string[]): void {
  if (name === undefined || typeof value !== "object" || value === null) return;
  if (rest.length === 0) Reflect.deleteProperty(value, name);
  else removeMember(Reflect.get(value, name), rest);
}
