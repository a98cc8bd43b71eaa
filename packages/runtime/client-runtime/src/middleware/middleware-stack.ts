import type {
  AbsoluteLocation,
  HandlerExecutionContext,
  HandlerOptions,
  MetadataBearer,
  MiddlewareStack,
  Relation,
  RelativeLocation,
  RelativeMiddlewareOptions,
} from "@smithy/types";
import { wrongArgument } from "../errors/wrong-argument.js";

/** A handler of any step. The request is missing before serialization. */
export type CallHandler = (args: CallArguments) => Promise<CallResult>;

export interface CallArguments {
  input: object;
  request?: unknown;
}

export interface CallResult {
  response: unknown;
  output: MetadataBearer;
}

/** A middleware of any step. */
export type Layer = (next: CallHandler, context: HandlerExecutionContext) => CallHandler;

type Options = HandlerOptions & AbsoluteLocation & Partial<RelativeLocation>;

interface Entry extends Options {
  readonly middleware: Layer;
}

/** An object that can be applied to a stack: a plugin or another stack. */
interface Applicable {
  applyToStack(stack: unknown): void;
}

/** The target of copied entries: a stack, or an object that inspects one. */
interface EntryTarget {
  add(middleware: Layer, options: object): void;
  addRelativeTo(middleware: Layer, options: object): void;
  identifyOnResolve?(toggle: boolean): boolean;
}

const steps: readonly unknown[] = "initialize serialize build finalizeRequest deserialize".split(
  " ",
);
const priorities: readonly unknown[] = "high normal low".split(" ");

/**
 * The middleware stack of the AWS SDK, independent of the types of inputs and outputs. Each
 * middleware has a position: a step with a priority, or before or after another middleware. The
 * order is computed on first use and cached until the stack changes.
 */
export class CallStack {
  #entries: Entry[] = [];
  #order: readonly Layer[] | undefined;
  #identifies = false;

  add(middleware: Layer, options: HandlerOptions & AbsoluteLocation = {}): void {
    const { step = "initialize", priority = "normal" } = options;
    this.#put({ ...options, step, priority, middleware });
  }

  addRelativeTo(middleware: Layer, options: RelativeMiddlewareOptions): void {
    this.#put({ ...options, middleware });
  }

  /** @throws TypeError if the plugin has no method `applyToStack` */
  use(plugin: Applicable): void {
    if (typeof plugin?.applyToStack !== "function") {
      throw wrongArgument("use() needs applyToStack()", plugin);
    }
    plugin.applyToStack(this);
  }

  remove(toRemove: Layer | string): boolean {
    return this.#removeWhere((entry) =>
      typeof toRemove === "string" ? hasName(entry, toRemove) : entry.middleware === toRemove,
    );
  }

  removeByTag(tag: string): boolean {
    return this.#removeWhere(({ tags }) => tags?.includes(tag) === true);
  }

  clone(): CallStack {
    const clone = new CallStack();
    this.applyToStack(clone);
    return clone;
  }

  concat(from: Applicable): CallStack {
    const both = this.clone();
    both.use(from);
    both.#identifies ||= this.#identifies;
    return both;
  }

  applyToStack(target: EntryTarget): void {
    for (const { middleware, relation, toMiddleware, ...options } of this.#entries) {
      if (relation === undefined || toMiddleware === undefined) target.add(middleware, options);
      else target.addRelativeTo(middleware, { ...options, relation, toMiddleware });
    }
    target.identifyOnResolve?.(this.#identifies);
  }

  /** Returns the names and positions of the middleware, outermost first. */
  identify(): string[] {
    return this.#sort().map(
      (entry) => `${label(entry)} - ${entry.step ?? `${entry.relation} ${entry.toMiddleware}`}`,
    );
  }

  /** Turns on logging of the order when a handler is resolved, or returns the current setting. */
  identifyOnResolve(toggle = this.#identifies): boolean {
    this.#identifies = toggle;
    return toggle;
  }

  resolve(handler: CallHandler, context: HandlerExecutionContext): CallHandler {
    if (this.#identifies) console.log(this.identify());
    return this.order.reduce((next, layer) => layer(next, context), handler);
  }

  /** True if the stack has no middleware. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /**
   * The middleware, innermost first.
   * @throws Error if the position of a middleware refers to another middleware that is missing
   */
  get order(): readonly Layer[] {
    if (this.#order === undefined) {
      const orphan = this.#entries.find(({ toMiddleware: name }) => name && !this.#find(name));
      if (orphan !== undefined) {
        throw new Error(`${orphan.toMiddleware} is not found when adding ${describe(orphan)}`);
      }
      this.#order = this.#sort()
        .map(({ middleware }) => middleware)
        .reverse();
    }
    return this.#order;
  }

  /**
   * @throws TypeError if the middleware is not a function
   * @throws Error if the name exists, unless the entry overrides an entry in the same position
   */
  #put(entry: Entry): void {
    if (typeof entry.middleware !== "function") {
      throw wrongArgument("A middleware must be a function", entry.middleware);
    }
    for (const name of allNames(entry)) {
      const same = this.#entries.filter((other) => hasName(other, name));
      if (same.length > 0 && !entry.override) {
        throw new Error(`Duplicate middleware name '${label(entry)}'`);
      }
      const replaced = same.find((other) => !other.relation === !entry.relation);
      if (replaced === undefined) continue;
      if (position(replaced) !== position(entry)) {
        throw new Error(`${describe(replaced)} cannot be overridden by ${describe(entry)}.`);
      }
      this.#removeWhere((other) => other === replaced);
    }
    this.#entries.push(entry);
    this.#order = undefined;
  }

  #removeWhere(matches: (entry: Entry) => boolean): boolean {
    const kept = this.#entries.filter((entry) => !matches(entry));
    const removedAny = kept.length < this.#entries.length;
    this.#entries = kept;
    this.#order = undefined;
    return removedAny;
  }

  #find(name: string): Entry | undefined {
    return this.#entries.find((entry) => hasName(entry, name));
  }

  #sort(): Entry[] {
    const adjacent = (entry: Entry, relation: Relation) =>
      this.#entries.filter(
        ({ relation: other, toMiddleware = "" }) =>
          other === relation && this.#find(toMiddleware) === entry,
      );
    // The entry that was added last is the nearest, both before and after.
    const withNeighbors = (entry: Entry): Entry[] => [
      ...adjacent(entry, "before").flatMap(withNeighbors),
      entry,
      ...adjacent(entry, "after").reverse().flatMap(withNeighbors),
    ];
    return this.#entries
      .filter(({ relation }) => !relation)
      .sort((a, b) => rank(a) - rank(b))
      .flatMap(withNeighbors);
  }
}

/** Creates a typed stack. `CallStack` treats calls of all types alike. */
export const createStack = <Input extends object, Output extends object>(): MiddlewareStack<
  Input,
  Output
> => new CallStack() as unknown as MiddlewareStack<Input, Output>;

/** Returns the middleware of a client's and a command's stack, innermost first. */
export function orderMiddleware<
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Input extends object,
  Output extends MetadataBearer,
>(
  clientStack: MiddlewareStack<ClientInput, ClientOutput>,
  commandStack: MiddlewareStack<Input, Output>,
): readonly Layer[] {
  const [client, command] = [toCallStack(clientStack), toCallStack(commandStack)];
  return (command.isEmpty ? client : client.concat(command)).order;
}

/** Returns the stack as a `CallStack`. A stack of another library is copied. */
function toCallStack(stack: Applicable): CallStack {
  if (stack instanceof CallStack) return stack;
  const copy = new CallStack();
  copy.use(stack);
  return copy;
}

const allNames = ({ name, aliases = [] }: Entry): readonly string[] =>
  name ? [name, ...aliases] : aliases;

const hasName = (entry: Entry, name: string): boolean => allNames(entry).includes(name);

const rank = ({ step, priority }: Entry): number =>
  steps.indexOf(step) * 3 + priorities.indexOf(priority);

const label = ({ name, aliases = [] }: Entry): string =>
  `${name || "anonymous"}${aliases.length > 0 ? ` (a.k.a. ${aliases.join(",")})` : ""}`;

const position = ({ step, priority, relation, toMiddleware }: Entry): string =>
  relation === undefined
    ? `with ${priority} priority in ${step} step`
    : `${relation} "${toMiddleware}" middleware`;

const describe = (entry: Entry): string => `"${label(entry)}" middleware ${position(entry)}`;
