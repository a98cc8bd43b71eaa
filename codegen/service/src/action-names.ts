import { compareText, upperFirst } from "@tinsmith/smithy";
import type { Traits } from "@tinsmith/smithy";
import {
  batchTrait,
  hasTrait,
  paginatedTrait,
  trait,
  waitableTrait,
} from "@tinsmith/smithy/traits";
import type { BatchNames } from "./batch-plan.js";
import { kebabCase, lowerFirst } from "./casing.js";
import { NameScope } from "./names.js";
import type { OperationNames } from "./operation-plan.js";
import type { WaiterNames } from "./waiter-plan.js";

/**
 * Names what clients offer beyond one call of an operation: paginators, waiters, batches. Each is a function and a
 * method of the aggregated client by the same name; names of operations come before them.
 */
export class ActionNames {
  readonly #functions: NameScope;
  readonly #types: NameScope;
  readonly #files = new NameScope({ caseInsensitive: true });

  constructor(functions: NameScope, types: NameScope) {
    this.#functions = functions;
    this.#types = types;
  }

  paginator(operation: string, traits: Traits): OperationNames["paginator"] {
    if (!hasTrait(traits, paginatedTrait)) return undefined;
    return {
      function: this.#functions.take(`paginate${operation}`),
      file: this.#files.take(`${kebabCase(operation)}-paginator`),
    };
  }

  waiters(traits: Traits): ReadonlyMap<string, WaiterNames> {
    const waiters = Object.entries(trait(traits, waitableTrait) ?? {}).sort(([left], [right]) =>
      compareText(left, right),
    );
    return new Map(
      waiters.map(([waiter]) => [
        waiter,
        {
          file: this.#files.take(`wait-for-${kebabCase(waiter)}`),
          waitFor: this.#functions.take(`waitFor${waiter}`),
          waitUntil: this.#functions.take(`waitUntil${waiter}`),
        },
      ]),
    );
  }

  batch(operation: string, traits: Traits): BatchNames | undefined {
    const batch = trait(traits, batchTrait);
    if (batch === undefined) return undefined;
    const name = this.#functions.take(batch.name ?? `${lowerFirst(operation)}All`);
    return {
      function: name,
      file: this.#files.take(kebabCase(name)),
      report: this.#types.take(`${upperFirst(name)}Report`),
      outcome: this.#types.take(`${upperFirst(name)}Outcome`),
    };
  }
}
