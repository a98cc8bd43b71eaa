import type {
  AbsoluteLocation,
  HandlerExecutionContext,
  HandlerOptions,
  MetadataBearer,
  MiddlewareStack,
  Priority,
  Relation,
  RelativeLocation,
  RelativeMiddlewareOptions,
  Step,
} from "@smithy/types";

/** A handler of any step. Before serialization there is no request yet. */
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

/** Whatever can be applied to a stack: a plugin, or another stack. */
interface Applicable {
  applyToStack(stack: unknown): void;
}

/** What entries are copied to: a stack, or what looks at one. */
interface EntryTarget {
  add(middleware: Layer, options: object): void;
  addRelativeTo(middleware: Layer, options: object): void;
  identifyOnResolve?(toggle: boolean): boolean;
}

const steps: readonly (Step | undefined)[] = [
  "initialize",
  "serialize",
  "build",
  "finalizeRequest",
  "deserialize",
];
const priorities: readonly (Priority | undefined)[] = ["high", "normal", "low"];

/**
 * The middleware stack of the AWS SDK, for calls of which no more is known than each has: middleware and where each stands: in a step, with a priority, or before or after another. The order in which it runs
 * is worked out when it is first asked for, and kept until something changes.
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

  use(plugin: Applicable): void {
    plugin.applyToStack(this);
  }

  remove(toRemove: Layer | string): boolean {
    return this.#drop((entry) =>
      typeof toRemove === "string" ? isCalled(entry, toRemove) : entry.middleware === toRemove,
    );
  }

  removeByTag(tag: string): boolean {
    return this.#drop(({ tags }) => tags?.includes(tag) === true);
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

  /** The middleware in its order, outermost first: names, and where each was put. */
  identify(): string[] {
    return this.#sort().map(
      (entry) => `${label(entry)} - ${entry.step ?? `${entry.relation} ${entry.toMiddleware}`}`,
    );
  }

  /** Whether the order is printed when a handler is put together. */
  identifyOnResolve(toggle = this.#identifies): boolean {
    this.#identifies = toggle;
    return toggle;
  }

  resolve(handler: CallHandler, context: HandlerExecutionContext): CallHandler {
    if (this.#identifies) console.log(this.identify());
    return this.order.reduce((next, layer) => layer(next, context), handler);
  }

  /** Whether there is nothing in it. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /**
   * The middleware, innermost first.
   * @throws Error where something stands before or after what is not there
   */
  get order(): readonly Layer[] {
    if (this.#order === undefined) {
      const lost = this.#entries.find(({ toMiddleware: name }) => name && !this.#find(name));
      if (lost !== undefined) {
        throw new Error(`${lost.toMiddleware} is not found when adding ${describe(lost)}`);
      }
      this.#order = this.#sort()
        .map(({ middleware }) => middleware)
        .reverse();
    }
    return this.#order;
  }

  /** @throws Error where the name is taken, unless the entry overrides another in the same place */
  #put(entry: Entry): void {
    for (const name of namesOf(entry)) {
      if (this.#find(name) === undefined) continue;
      if (!entry.override) throw new Error(`Duplicate middleware name '${label(entry)}'`);
      const index = this.#entries.findIndex(
        (other) => isCalled(other, name) && isRelative(other) === isRelative(entry),
      );
      const replaced = this.#entries[index];
      if (replaced === undefined) continue;
      if (place(replaced) !== place(entry)) {
        throw new Error(`${describe(replaced)} cannot be overridden by ${describe(entry)}.`);
      }
      this.#entries.splice(index, 1);
    }
    this.#entries.push(entry);
    this.#order = undefined;
  }

  #drop(isDropped: (entry: Entry) => boolean): boolean {
    const kept = this.#entries.filter((entry) => !isDropped(entry));
    const dropsAny = kept.length < this.#entries.length;
    this.#entries = kept;
    this.#order = undefined;
    return dropsAny;
  }

  #find(name: string): Entry | undefined {
    return this.#entries.find((entry) => isCalled(entry, name));
  }

  #sort(): Entry[] {
    const beside = (entry: Entry, relation: Relation) =>
      this.#entries.filter(
        (other) =>
          other.relation === relation &&
          other.toMiddleware !== undefined &&
          this.#find(other.toMiddleware) === entry,
      );
    // What was put last stands nearest, be it before or after.
    const withNeighbours = (entry: Entry): Entry[] => [
      ...beside(entry, "before").flatMap(withNeighbours),
      entry,
      ...beside(entry, "after").reverse().flatMap(withNeighbours),
    ];
    return this.#entries
      .filter((entry) => !isRelative(entry))
      .sort((a, b) => rank(a) - rank(b))
      .flatMap(withNeighbours);
  }
}

/** A stack for calls of which more is known: it runs them all alike. */
export const createStack = <Input extends object, Output extends object>(): MiddlewareStack<
  Input,
  Output
> => new CallStack() as unknown as MiddlewareStack<Input, Output>;

/** The middleware of a client's and a command's stack, innermost first. */
export function orderMiddleware<
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Input extends object,
  Output extends MetadataBearer,
>(
  clientStack: MiddlewareStack<ClientInput, ClientOutput>,
  commandStack: MiddlewareStack<Input, Output>,
): readonly Layer[] {
  const [clients, own] = [ofCalls(clientStack), ofCalls(commandStack)];
  return (own.isEmpty ? clients : clients.concat(own)).order;
}

/** A stack that another library made is copied. */
function ofCalls(stack: Applicable): CallStack {
  if (stack instanceof CallStack) return stack;
  const copy = new CallStack();
  copy.use(stack);
  return copy;
}

const namesOf = ({ name, aliases = [] }: Entry): readonly string[] =>
  name ? [name, ...aliases] : aliases;

const isCalled = (entry: Entry, name: string): boolean => namesOf(entry).includes(name);

const isRelative = ({ relation }: Entry): boolean => relation !== undefined;

const rank = ({ step, priority }: Entry): number =>
  steps.indexOf(step) * priorities.length + priorities.indexOf(priority);

const label = ({ name, aliases = [] }: Entry): string =>
  `${name || "anonymous"}${aliases.length > 0 ? ` (a.k.a. ${aliases.join(",")})` : ""}`;

const place = ({ step, priority, relation, toMiddleware }: Entry): string =>
  relation === undefined
    ? `with ${priority} priority in ${step} step`
    : `${relation} "${toMiddleware}" middleware`;

const describe = (entry: Entry): string => `"${label(entry)}" middleware ${place(entry)}`;
