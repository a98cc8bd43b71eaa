import { parseRfc7231DateTime } from "@smithy/core/serde";
import type { DeserializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { isHttpResponse } from "../http/http-response.js";

/** The header that carries the text of a date past the deserializer. */
const textHeader = (header: string): string => `${header}-text`;

/**
 * Adds the text of date headers to outputs, and ignores invalid dates. The `Expires` of an object
 * in S3 is the text that its uploader sent, for example `0`. It must not prevent the download.
 */
export const headerTexts: ClientFeature = ({ definitionOf }) => {
  const readTexts: DeserializeMiddleware<object, MetadataBearer> = (next, context) => {
    const texts = Object.entries(definitionOf(context).headerTexts ?? {});
    if (texts.length === 0) return next;
    return async (args) => {
      const result = await next(args);
      if (!isHttpResponse(result.response)) return result;
      const output: object = result.output ?? {};
      for (const [header, member] of texts) {
        const text = result.response.headers[textHeader(header)];
        if (text !== undefined) Reflect.set(output, member, text);
      }
      return result;
    };
  };
  const keepTexts: DeserializeMiddleware<object, MetadataBearer> = (next, context) => {
    const headers = Object.keys(definitionOf(context).headerTexts ?? {});
    if (headers.length === 0) return next;
    return async (args) => {
      const result = await next(args);
      if (!isHttpResponse(result.response)) return result;
      for (const header of headers) {
        const text = result.response.headers[header];
        if (text === undefined) continue;
        result.response.headers[textHeader(header)] = text;
        if (isHttpDate(text)) continue;
        context.logger?.warn?.(`${context.commandName} ignores the header ${header}: ${text}`);
        delete result.response.headers[header];
      }
      return result;
    };
  };
  return {
    applyToStack: (stack) => {
      stack.add(readTexts, {
        name: "headerTextMiddleware",
        step: "deserialize",
        priority: "high",
        tags: ["HEADER_TEXT"],
        override: true,
      });
      stack.addRelativeTo(keepTexts, {
        name: "keepHeaderTextMiddleware",
        tags: ["HEADER_TEXT"],
        relation: "after",
        toMiddleware: "deserializerMiddleware",
        override: true,
      });
    },
  };
};

function isHttpDate(text: string): boolean {
  try {
    return parseRfc7231DateTime(text) !== undefined;
  } catch {
    return false;
  }
}
