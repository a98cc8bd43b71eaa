import type { DeserializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ResponseError } from "@tinsmith/protocols";
import { isAsyncIterable } from "@tinsmith/values";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * Converts errors that end an output event stream to the classes that they have as error responses.
 * Errors that are not in the model get the service's base class, with the error code of the stream
 * as their name.
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

/** Compares the name, because the error's class is a copy in the protocols package. */
const isEventStreamException = (error: unknown): error is Error & { error: ResponseError } =>
  error instanceof Error && error.name === "EventStreamException" && "error" in error;
