import type { BodyLengthCalculator, BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { AnyCommand } from "../client/any-command.js";

/** A request that is too long to be sent. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
  readonly bytes: number;

  constructor(bytes: number) {
    super(`The request is ${bytes} bytes long.`);
    this.bytes = bytes;
  }
}

/** Stops a call whose body is longer than this, when it is written and before it is signed and sent. */
export function limitBody(
  command: AnyCommand,
  maxBytes: number,
  lengthOf: BodyLengthCalculator,
): void {
  const middleware: BuildMiddleware<object, MetadataBearer> = (next) => (args) => {
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
}
