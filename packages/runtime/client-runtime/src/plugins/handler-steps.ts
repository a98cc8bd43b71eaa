import type { HandlerExecutionContext } from "@smithy/types";
import type { CallHandler, Layer } from "../middleware/middleware-stack.js";

/** The steps of a call, from the start to the wire. */
export const handlerSteps = ["initialize", "validate", "build", "sign", "send"] as const;

/** The step of a call in which a handler runs. */
export type HandlerStep = (typeof handlerSteps)[number];

/** A handler with its priority in the step. */
export interface StepEntry {
  readonly priority: number;
  readonly layer: Layer;
}

/** The methods of a stack that add handlers. */
interface HandlerStack {
  add(middleware: Layer, options: object): void;
  addRelativeTo(middleware: Layer, options: object): void;
}

/**
 * A position between the client's middleware. Handlers in the same position run in order of
 * priority.
 */
interface Position {
  readonly name: string;
  readonly options: object;
  readonly relative?: true;
}

function toPosition(step: HandlerStep, priority: number): Position {
  const half = priority > 50 ? "Early" : priority < 50 ? "Late" : "";
  const smithyPriority = priority > 50 ? "high" : priority < 50 ? "low" : "normal";
  switch (step) {
    case "initialize":
      return { name: "initializeHandlers", options: { step, priority: "high" } };
    case "validate":
      return { name: "validateHandlers", options: { step: "initialize", priority: "low" } };
    case "build":
      return { name: `build${half}Handlers`, options: { step, priority: smithyPriority } };
    case "sign":
      return priority > 50
        ? {
            name: "signEarlyHandlers",
            // Nearer to the retries than the signing middleware. Positions refer to the retries,
            // because not every client signs.
            options: { relation: "after", toMiddleware: "retryMiddleware" },
            relative: true,
          }
        : { name: "signHandlers", options: { step: "finalizeRequest", priority: "normal" } };
    case "send":
      return priority > 50
        ? { name: "sendEarlyHandlers", options: { step: "deserialize", priority: "high" } }
        : { name: "sendHandlers", options: { step: "deserialize", priority: "normal" } };
  }
}

const positionsByStack = new WeakMap<object, Map<string, StepEntry[]>>();

/**
 * Adds a handler to a stack. A stack supports three priorities, so all handlers in one position
 * share a middleware that orders them by their priority from 0 to 99.
 */
export function addToStep(stack: HandlerStack, step: HandlerStep, entry: StepEntry): void {
  const { name, options, relative } = toPosition(step, entry.priority);
  const positions = positionsByStack.get(stack) ?? new Map<string, StepEntry[]>();
  positionsByStack.set(stack, positions);
  const entries = [...(positions.get(name) ?? []), entry].sort((a, b) => b.priority - a.priority);
  positions.set(name, entries);
  const all = { ...options, name, tags: ["HANDLERS"], override: true };
  if (relative) stack.addRelativeTo(compose(entries), all);
  else stack.add(compose(entries), all);
}

const compose =
  (entries: readonly StepEntry[]): Layer =>
  (next: CallHandler, context: HandlerExecutionContext) =>
    entries.reduceRight((inner, { layer }) => layer(inner, context), next);
