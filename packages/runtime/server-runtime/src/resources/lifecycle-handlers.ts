import type { OperationDescription } from "@tinsmith/protocols";
import type { Constraints } from "@tinsmith/validation";
import type { Handler } from "../service/handler.js";
import { outputOf } from "@tinsmith/schema";
import { Instances } from "./instances.js";
import type { Instance, Values } from "./instances.js";
import { pageOf } from "./pages.js";
import { valuesOf } from "./resource.js";
import type { Lifecycle, Resource } from "./resource.js";
import type { ListOperation, ResourceBindings } from "./resource-description.js";
import { conflict, modelsNotFound, notFound } from "./resource-errors.js";
import type { ErrorSubject } from "./resource-errors.js";

type InstanceKind = "create" | "put" | "read" | "update" | "delete";

/** A call of an operation on one instance. */
interface Call {
  readonly resource: Resource;
  readonly operation: OperationDescription;
  readonly output: ResourceBindings;
  readonly input: unknown;
  readonly given: Values;
  /** Returns the output of the model's example for this input. */
  readonly example: (() => unknown) | undefined;
  readonly token: string | undefined;
}

/** Implements the lifecycle operations of the resources of one tenant. */
export class LifecycleHandlers {
  readonly instances = new Instances();
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #constraints: Constraints;

  constructor(resources: ReadonlyMap<string, Resource>, constraints: Constraints) {
    this.#resources = resources;
    this.#constraints = constraints;
  }

  handlerOf(resource: Resource, lifecycle: Lifecycle): Handler {
    const { description, operation, example, tokenMember } = lifecycle;
    if (description.kind === "list") {
      return (input) =>
        this.#list(resource, description, operation, input) ??
        example(input)?.() ??
        resource.answerList(description, operation, []);
    }
    const run = this.#verbs[description.kind];
    return (input) => {
      const token: unknown =
        tokenMember === undefined || typeof input !== "object" || input === null
          ? undefined
          : Reflect.get(input, tokenMember);
      return run({
        resource,
        operation,
        output: description.output,
        input,
        given: valuesOf(input, description.input),
        example: example(input),
        token: typeof token === "string" ? `${description.operation} ${token}` : undefined,
      });
    };
  }

  readonly #verbs: Readonly<Record<InstanceKind, (call: Call) => unknown>> = {
    create: (call) => {
      const { resource, operation, given, token } = call;
      const repeated = token === undefined ? undefined : this.instances.madeWith(token);
      const present = repeated && this.instances.find(resource.name, repeated);
      if (present) return answer(call, present.values);
      const isNamed = resource.identifiers.every((name) => given[name] !== undefined);
      if (isNamed && this.instances.find(resource.name, resource.keyOf(given))) {
        throw conflict(operation, this.#subject(resource, given));
      }
      return this.#make(call);
    },
    put: (call) => {
      const { resource, operation, given } = call;
      const present = this.#find(call);
      if (!present) return this.#make(call);
      if (resource.description.noReplace === true) {
        throw conflict(operation, this.#subject(resource, given));
      }
      return this.#set(call, { ...resource.makeProperties(given), ...given });
    },
    read: (call) => {
      const present = this.#find(call);
      return present ? answer(call, present.values) : this.#absent(call);
    },
    update: (call) => {
      const present = this.#find(call);
      return present ? this.#set(call, { ...present.values, ...call.given }) : this.#absent(call);
    },
    delete: (call) => {
      const present = this.#find(call);
      if (!present) return this.#absent(call);
      this.#remove(call.resource, present);
      return answer(call, present.values);
    },
  };

  #find({ resource, given }: Call): Instance | undefined {
    return this.instances.find(resource.name, resource.keyOf(given));
  }

  #absent({ resource, operation, given, example }: Call): unknown {
    if (example) return example();
    throw notFound(operation, this.#subject(resource, given));
  }

  #make(call: Call): unknown {
    const { resource, operation, output, given, example, token } = call;
    const parent = this.#missingParent(resource, given);
    if (parent) throw notFound(operation, this.#subject(parent, given));
    // The example for this input shows which values the server adds to the instance. The example
    // may be an error.
    const told = example ? valuesOf(example(), output) : {};
    const named = { ...given, ...this.#identify(resource, given, told) };
    const values = { ...resource.makeProperties(named), ...told, ...named };
    const answered = this.#set({ ...call, given: named }, values);
    if (token !== undefined) this.instances.remember(token, resource.keyOf(named));
    return answered;
  }

  #set(call: Call, values: Values): unknown {
    const { resource, given } = call;
    this.instances.set(resource.name, resource.keyOf(given), values);
    return answer(call, values);
  }

  /**
   * Returns the missing identifiers of an instance. They come from the example, or are generated
   * until one is unused.
   */
  #identify(resource: Resource, given: Values, told: Values): Values {
    const missing = resource.identifiers.filter((name) => given[name] === undefined);
    if (missing.length === 0) return {};
    const isFree = (made: Values): boolean =>
      this.instances.find(resource.name, resource.keyOf({ ...given, ...made })) === undefined;
    if (missing.every((name) => told[name] !== undefined)) {
      const made = Object.fromEntries(missing.map((name) => [name, told[name]]));
      if (isFree(made)) return made;
    }
    for (let attempt = this.instances.made; ; attempt++) {
      const made = Object.fromEntries(
        missing.map((name) => [name, resource.makeIdentifier(name, attempt)]),
      );
      // Constraints may allow so few identifiers that all are in use. In that case, the last one is
      // used again.
      if (isFree(made) || attempt > this.instances.made + 1000) return made;
    }
  }

  #list(
    resource: Resource,
    list: ListOperation,
    operation: OperationDescription,
    input: unknown,
  ): unknown {
    const given = valuesOf(input, list.input);
    const chosen = resource.identifiers.filter((name) => given[name] !== undefined);
    const parent = this.#missingParent(resource, given);
    if (parent && modelsNotFound(operation)) {
      throw notFound(operation, this.#subject(parent, given));
    }
    const all = this.instances
      .all(resource.name)
      .filter(({ values }) => chosen.every((name) => values[name] === given[name]));
    if (all.length === 0) return undefined;
    const page = pageOf(list, operation, this.#subject(resource, given), input, all);
    const values = page.instances.map((instance) => instance.values);
    const message = resource.answerList(list, operation, values);
    page.finish(message);
    return message;
  }

  /**
   * Returns the parent resource if the input names an instance of the parent that does not exist.
   */
  #missingParent(resource: Resource, given: Values): Resource | undefined {
    const parent = this.#resources.get(resource.description.parent ?? "");
    if (!parent || parent.identifiers.some((name) => given[name] === undefined)) return undefined;
    return this.instances.find(parent.name, parent.keyOf(given)) ? undefined : parent;
  }

  /** Removes an instance and all instances below it. */
  #remove(resource: Resource, { key, values }: Instance): void {
    this.instances.remove(resource.name, key);
    for (const child of this.#resources.values()) {
      if (child.description.parent !== resource.name) continue;
      for (const instance of this.instances.all(child.name)) {
        const isBelow = resource.identifiers.every(
          (name) => instance.values[name] === values[name],
        );
        if (isBelow) this.#remove(child, instance);
      }
    }
  }

  #subject(resource: Resource, given: Values): ErrorSubject {
    const identifiers = Object.fromEntries(
      resource.identifiers.flatMap((name) =>
        given[name] === undefined ? [] : [[name, given[name]]],
      ),
    );
    return { resource: resource.name, identifiers, constraints: this.#constraints };
  }
}

const answer = ({ resource, operation, output }: Call, values: Values): object =>
  resource.answer(outputOf(operation.schema), output, values);
