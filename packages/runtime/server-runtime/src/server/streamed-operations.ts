import { viewOf } from "@tinsmith/validation";
import type { ServedOperation, ServiceDescription } from "../service/operations.js";
import { inputOf, nameOf } from "@tinsmith/schema";
import type { ServerOptions } from "./server-options.js";

/**
 * Returns the operations whose bodies are passed on as they arrive: operations that were requested,
 * that have a streaming blob, and that do not require the whole body first.
 *
 * @throws TypeError if a named operation has no streaming blob in its input
 */
export function streamedOperations({
  operations,
  streamBodies = false,
  verifySignatures = false,
}: Pick<ServiceDescription, "operations"> &
  Pick<ServerOptions<object>, "streamBodies" | "verifySignatures">): ReadonlySet<string> {
  const able = operations
    .filter((operation) => operation.compression !== true && hasStreamingBlob(operation))
    .map(({ schema }) => nameOf(schema));
  const wanted = typeof streamBodies === "boolean" ? (streamBodies ? able : []) : streamBodies;
  const wrong = wanted.find((name) => !able.includes(name));
  if (wrong !== undefined) {
    throw new TypeError(
      `The input of ${wrong} has no streaming blob. ${able.length === 0 ? "No operation has one." : `Expected one of: ${able.join(", ")}.`}`,
    );
  }
  return new Set(verifySignatures === false ? wanted : []);
}

function hasStreamingBlob({ schema }: ServedOperation): boolean {
  const input = viewOf(inputOf(schema));
  return (
    input.kind === "structure" &&
    input.members.some(({ ref }) => viewOf(ref).kind === "streamingBlob")
  );
}
