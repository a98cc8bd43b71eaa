import { Uint8ArrayBlobAdapter } from "@smithy/core/serde";
import type { DeserializeMiddleware, MetadataBearer } from "@smithy/types";
import { isBytes } from "@tinsmith/values";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * Adds the method `transformToString` to the bytes of outputs whose body is a blob, as the AWS SDK
 * does.
 * Smithy: https://smithy.io/2.0/spec/http-bindings.html#httppayload-trait
 */
export const payloadBlobs: ClientFeature = ({ definitionOf }) => {
  const middleware: DeserializeMiddleware<object, MetadataBearer> = (next, context) => {
    const member = definitionOf(context).outputPayload;
    if (member === undefined) return next;
    return async (args) => {
      const result = await next(args);
      const output: object = result.output ?? {};
      const bytes: unknown = Reflect.get(output, member);
      if (isBytes(bytes)) Reflect.set(output, member, Uint8ArrayBlobAdapter.mutate(bytes));
      return result;
    };
  };
  return {
    applyToStack: (stack) =>
      stack.add(middleware, {
        name: "payloadBlobMiddleware",
        step: "deserialize",
        priority: "high",
        tags: ["PAYLOAD_BLOB"],
        override: true,
      }),
  };
};
