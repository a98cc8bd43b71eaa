import { sdkStreamMixin } from "@smithy/core/serde";
import type { DeserializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { toStream } from "../node/streams.js";
import { isBuffered, toBytes } from "./stream-body.js";

/**
 * Adds the methods `transformToString`, `transformToByteArray` and `transformToWebStream` to
 * streams in outputs. A buffered body, for example from stubs, is converted to a stream.
 * Smithy: https://smithy.io/2.0/spec/streaming.html#streaming-trait
 */
export const streamingBlobs: ClientFeature = ({ definitionOf }) => {
  const middleware: DeserializeMiddleware<object, MetadataBearer> = (next, context) => {
    const member = definitionOf(context).outputStream;
    if (member === undefined) return next;
    return async (args) => {
      const result = await next(args);
      const output: object = result.output ?? {};
      const body: unknown = Reflect.get(output, member);
      const stream = isBuffered(body) ? toStream(once(toBytes(body))) : body;
      Reflect.set(output, member, sdkStreamMixin(stream));
      return result;
    };
  };
  return {
    applyToStack: (stack) =>
      stack.add(middleware, {
        name: "streamingBlobMiddleware",
        step: "deserialize",
        priority: "high",
        tags: ["STREAMING_BLOB"],
        override: true,
      }),
  };
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}
