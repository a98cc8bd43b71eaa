import type { DeserializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import { isAsyncIterable } from "@tinsmith/values";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * Gives the errors that end streams of events in outputs the classes that the same errors have as responses. Those that
 * no model knows are of the service's base class, with the code that the stream gave as their name.
 * Smithy: https://smithy.io/2.0/spec/streaming.html#event-streams
 */
export const eventErrors: ClientFeature = ({ definitionOf, exceptionOf }) => {
  const middleware: DeserializeMiddleware<object, MetadataBearer> = (next, context) => {
    const member = definitionOf(context).outputEventStream;
    if (member === undefined) return next;
    return async (args) => {
      const result = await next(args);
      const { output } = result;
      const events: unknown = output && Reflect.get(output, member);
      if (output && isAsyncIterable(events)) {
        const exception = (error: ResponseError) => exceptionOf(context, error, output.$metadata);
        Reflect.set(output, member, withExceptions(events, exception));
      }
      return result;
    };
  };
  return {
    applyToStack: (stack) =>
      stack.add(middleware, {
        name: "eventErrorMiddleware",
        step: "deserialize",
        priority: "high",
        tags: ["EVENT_STREAM"],
        override: true,
      }),
  };
};

async function* withExceptions(
  events: AsyncIterable<unknown>,
  exceptionOf: (error: ResponseError) => Error,
): AsyncGenerator<unknown> {
  try {
    yield* events;
  } catch (error) {
    throw isEventStreamException(error) ? exceptionOf(error.error) : error;
  }
}

/** By its name: the class of the protocols is not the one that this file would carry. */
const isEventStreamException = (error: unknown): error is Error & { error: ResponseError } =>
  error instanceof Error && error.name === "EventStreamException" && "error" in error;
