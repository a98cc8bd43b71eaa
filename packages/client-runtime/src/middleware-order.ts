import { constructStack } from "@smithy/core/client";
import type { HandlerExecutionContext, MetadataBearer, MiddlewareStack } from "@smithy/types";

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

/** The part of a stack that entries are copied to. */
interface EntryTarget {
  add(middleware: Layer, options: object): void;
  addRelativeTo(middleware: Layer, options: object): void;
}

interface WatchedStack {
  changes: number;
  order?: readonly Layer[] | undefined;
}

const watched = new WeakMap<object, WatchedStack>();

/** Notices every later change of a stack, whoever makes it, so that its order can be kept until then. */
export const watchStack = <Input extends object, Output extends MetadataBearer>(
  stack: MiddlewareStack<Input, Output>,
): void => {
  const state: WatchedStack = { changes: 0 };
  const { add, addRelativeTo, remove, removeByTag } = stack;
  const changed =
    <Arguments extends unknown[], Result>(method: (...args: Arguments) => Result) =>
    (...args: Arguments): Result => {
      state.order = undefined;
      return method(...args);
    };
  Object.assign(stack, {
    add: changed(add),
    addRelativeTo: changed(addRelativeTo),
    remove: changed(remove),
    removeByTag: changed(removeByTag),
  });
  watched.set(stack, state);
};

/**
 * The middleware of a client's and a command's stack, innermost first. Which goes where is decided by the stack of
 * `@smithy/core`; the outcome is kept while nothing changes.
 */
export const orderMiddleware = <
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Input extends object,
  Output extends MetadataBearer,
>(
  clientStack: MiddlewareStack<ClientInput, ClientOutput>,
  commandStack: MiddlewareStack<Input, Output>,
): readonly Layer[] => {
  const state = isEmpty(commandStack) ? watched.get(clientStack) : undefined;
  if (state?.order !== undefined) return state.order;
  const order = sortLayers((target) => {
    copyEntries(clientStack, target);
    copyEntries(commandStack, target);
  });
  if (state !== undefined) state.order = order;
  return order;
};

const isEmpty = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): boolean => {
  let empty = true;
  const found = (): void => {
    empty = false;
  };
  copyEntries(stack, { add: found, addRelativeTo: found });
  return empty;
};

/** Lets the library sort stand-ins, which write down whom they stand for when the handler is put together. */
const sortLayers = (copyAll: (target: EntryTarget) => void): Layer[] => {
  const order: Layer[] = [];
  const sorter = constructStack<object, MetadataBearer>();
  const entries: EntryTarget = sorter;
  const standIn =
    (layer: Layer): Layer =>
    (next) => {
      order.push(layer);
      return next;
    };
  // The options of a copied entry name its middleware once more, and they win.
  copyAll({
    add: (layer, options) => {
      const middleware = standIn(layer);
      entries.add(middleware, { ...options, middleware });
    },
    addRelativeTo: (layer, options) => {
      const middleware = standIn(layer);
      entries.addRelativeTo(middleware, { ...options, middleware });
    },
  });
  sorter.resolve(async () => ({ response: undefined }), {});
  return order;
};

const copyEntries = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  target: EntryTarget,
): void => stack.applyToStack(Object.assign(constructStack<Input, Output>(), target));
