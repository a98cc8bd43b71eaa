import type { BodyLengthCalculator, BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { AnyCommand } from "../client/any-command.js";

/** Thrown if a request body exceeds the size limit. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
  readonly bytes: number;

  constructor(bytes: number) {
    super(`The request is ${bytes} bytes long.`);
    this.bytes = bytes;
  }
}

/**
 * Limits the request body of a command. A call that exceeds the limit fails after serialization,
 * before it is signed and sent.
 *
 * @returns a function that reports whether the input was serialized
 */
export function limitBody(
  command: AnyCommand,
  maxBytes: number,
  lengthOf: BodyLengthCalculator,
): () => boolean {
  let isSerialized = false;
  const middleware: BuildMiddleware<object, MetadataBearer> = (next) => (args) => {
    isSerialized = true;
    const { request } = args;
    const body =
      typeof request === "object" && request !== null && "body" in request && request.body;
    const bytes = body ? (lengthOf(body) ?? 0) : 0;
    if (bytes > maxBytes) throw new BodyTooLargeError(bytes);
    return next(args);
  };
  command.middlewareStack.add(middleware, {
    step: "build",
    priority: "high",
    name: "bodyLimitMiddleware",
  });
  return () => isSerialized;
}
