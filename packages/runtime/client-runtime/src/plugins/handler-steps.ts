import type { HandlerExecutionContext } from "@smithy/types";
import type { CallHandler, Layer } from "../middleware/middleware-stack.js";

/** The places in a call where handlers stand, from its beginning to the wire. */
export const handlerSteps = ["initialize", "validate", "build", "sign", "send"] as const;

/** Where in a call a handler stands. */
export type HandlerStep = (typeof handlerSteps)[number];

/** A handler within its step. */
export interface StepEntry {
  readonly priority: number;
  readonly layer: Layer;
}

/** The part of a stack that handlers are added to. */
interface HandlerStack {
  add(middleware: Layer, options: object): void;
  addRelativeTo(middleware: Layer, options: object): void;
}

/** A place between the client's own middleware, where handlers stand in the order of their priorities. */
interface Place {
  readonly name: string;
  readonly options: object;
  readonly relative?: true;
}

function placeOf(step: HandlerStep, priority: number): Place {
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
            options: { relation: "before", toMiddleware: "httpSigningMiddleware" },
            relative: true,
          }
        : { name: "signHandlers", options: { step: "finalizeRequest", priority: "normal" } };
    case "send":
      return priority > 50
        ? { name: "sendEarlyHandlers", options: { step: "deserialize", priority: "high" } }
        : { name: "sendHandlers", options: { step: "deserialize", priority: "normal" } };
  }
}

const placesOf = new WeakMap<object, Map<string, StepEntry[]>>();

/**
 * Adds a handler to a stack. A stack knows three priorities; so that there are a hundred, all handlers of one place are
 * one middleware of the stack.
 */
export function addToStep(stack: HandlerStack, step: HandlerStep, entry: StepEntry): void {
  const { name, options, relative } = placeOf(step, entry.priority);
  const places = placesOf.get(stack) ?? new Map<string, StepEntry[]>();
  placesOf.set(stack, places);
  const entries = [...(places.get(name) ?? []), entry].sort((a, b) => b.priority - a.priority);
  places.set(name, entries);
  const all = { ...options, name, tags: ["HANDLERS"], override: true };
  if (relative) stack.addRelativeTo(compose(entries), all);
  else stack.add(compose(entries), all);
}

const compose =
  (entries: readonly StepEntry[]): Layer =>
  (next: CallHandler, context: HandlerExecutionContext) =>
    entries.reduceRight((inner, { layer }) => layer(inner, context), next);
