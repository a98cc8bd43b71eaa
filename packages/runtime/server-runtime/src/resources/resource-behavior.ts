import type { Handler } from "../service/handler.js";
import type { ServiceDescription } from "../service/operations.js";
import { fromNode } from "../json/from-node.js";
import type { Examples } from "../sample/match-example.js";
import { toNode } from "../json/to-node.js";
import type { Behavior, BehaviorScope } from "../mock/behavior.js";
import type { Instances } from "./instances.js";
import { LifecycleHandlers } from "./lifecycle-handlers.js";
import { Resource } from "./resource.js";
import type { ResourceDescription } from "./resource-description.js";
import { checkArgument } from "../checks/check.js";
import { text } from "../checks/expected.js";
import { describeValue } from "../checks/describe-value.js";

/** Options of {@link resourceBehavior}. */
export interface ResourceBehaviorOptions {
  readonly service: ServiceDescription;
  readonly resources: readonly ResourceDescription[];
  readonly examples?: Examples;
  /** The seed of generated identifiers, and of properties that only a server sets. */
  readonly seed?: string;
}

/**
 * Stores the resources of a service as the model describes them, without other rules. Instances
 * that were created or put can be read, updated, listed and deleted. The response for a missing
 * instance is an error of the operation. If the input refers to an instance that was never created,
 * and the model has an example for that input, the response is the example.
 *
 * The state as JSON contains the instances by resource name. Each instance contains its identifiers
 * and properties by name.
 *
 * @throws TypeError if a resource has an operation that the service does not have
 */
export function resourceBehavior<Handlers extends object>(
  options: ResourceBehaviorOptions,
): (scope: BehaviorScope) => Behavior<Handlers> {
  const { service, examples = {}, seed = "" } = options;
  checkArgument(text, seed, "seed of resourceBehavior()");
  const { operations, constraints = {} } = service;
  const settings = { operations, constraints, examples, seed };
  const resources = new Map(
    options.resources.map((resource) => [resource.name, new Resource(resource, settings)]),
  );
  return () => {
    const lifecycles = new LifecycleHandlers(resources, constraints);
    const { instances } = lifecycles;
    const handlers: Record<string, Handler> = {};
    for (const resource of resources.values()) {
      for (const lifecycle of resource.lifecycles) {
        handlers[lifecycle.description.operation] = lifecycles.handlerOf(resource, lifecycle);
      }
    }
    return {
      // The cast is safe: the keys name operations, and each handler receives inputs that its
      // operation's schema has read.
      handlers: handlers as Handlers,
      dump: () => dump(resources, instances),
      seed: (state) => replace(resources, instances, state),
      reset: () => instances.clear(),
      checkpoint: () => instances.checkpoint(),
    };
  };
}

type Resources = ReadonlyMap<string, Resource>;

const dump = (resources: Resources, instances: Instances): unknown =>
  Object.fromEntries(
    [...resources].map(([name, resource]) => [
      name,
      instances
        .all(name)
        .map(({ values }) =>
          Object.fromEntries(
            Object.entries(values).map(([member, value]) => [
              member,
              toNode(resource.schemaOf(member) ?? 0, value, { showSensitive: true }),
            ]),
          ),
        ),
    ]),
  );

function replace(resources: Resources, instances: Instances, state: unknown): void {
  const read = [...entriesOf(state, "The state")].flatMap(([name, all]) => {
    const resource = resources.get(name);
    if (!resource) {
      throw new TypeError(
        `Unknown resource ${describeValue(name)}. Expected one of: ${[...resources.keys()].join(", ")}.`,
      );
    }
    if (!Array.isArray(all)) throw new TypeError(`${name} is not a list of instances.`);
    return all.map((node: unknown) => ({ resource, values: readInstance(resource, node) }));
  });
  instances.clear();
  for (const { resource, values } of read) {
    instances.set(resource.name, resource.keyOf(values), values);
  }
}

function readInstance(resource: Resource, node: unknown): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [member, value] of entriesOf(node, `An instance of ${resource.name}`)) {
    if (!resource.names.includes(member)) {
      throw new TypeError(
        `Unknown member ${describeValue(member)} of ${resource.name}. Expected one of: ${resource.names.join(", ")}.`,
      );
    }
    values[member] = fromNode(resource.schemaOf(member) ?? 0, value);
  }
  for (const identifier of resource.identifiers) {
    if (typeof values[identifier] !== "string") {
      throw new TypeError(`An instance of ${resource.name} lacks the identifier ${identifier}.`);
    }
  }
  return values;
}

function entriesOf(value: unknown, what: string): readonly (readonly [string, unknown])[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.entries(value);
  }
  throw new TypeError(`${what} is not an object.`);
}
