import type { FinalizeRequestMiddleware, MetadataBearer } from "@smithy/types";
import { describe, expect, it } from "vitest";
import type { ClientFeature } from "../../src/client/client-feature.js";
import { eventStreams } from "../../src/event-streams/request-events.js";
import { createStack } from "../../src/middleware/middleware-stack.js";
import { signingPlugin } from "../../src/middleware/signing.js";

/** Replaces the middleware of retries. */
const retries: FinalizeRequestMiddleware<object, MetadataBearer> = (next) => next;

/** Returns the names of the middleware of a client that sends events, in the order of execution. */
function middlewareNames(isSigned: boolean): readonly string[] {
  const stack = createStack<object, MetadataBearer>();
  stack.add(retries, { name: "retryMiddleware", step: "finalizeRequest", priority: "high" });
  if (isSigned) stack.use(signingPlugin);
  // An incomplete context suffices, because the feature only reads it during calls.
  const context = { input: {}, config: {} } as Parameters<ClientFeature>[0];
  stack.use(eventStreams(context));
  return stack.identify().map((text) => text.split(/[ :]/)[0] ?? "");
}

describe("a client that sends events", () => {
  it("does not require authentication", () => {
    expect(middlewareNames(false)).toEqual([
      "eventStreamHeaderMiddleware",
      "retryMiddleware",
      "eventStreamMiddleware",
    ]);
  });

  it("signs the request before its events", () => {
    expect(middlewareNames(true).slice(-2)).toEqual([
      "httpSigningMiddleware",
      "eventStreamMiddleware",
    ]);
  });
});
