import type { StaticOperationSchema } from "@smithy/types";
import { createJsonCodec } from "@tinsmith/protocols/json";
import type { JsonForms, JsonStyle } from "@tinsmith/protocols/json";
import type { RestFormat } from "@tinsmith/protocols/rest";
import { Sentinel, traitsOf } from "@tinsmith/protocols/schema";
import { structureReader, structureWriter } from "./structures.js";
import { simpleRestJsonTrait } from "./traits.js";
import { unionReader, unionWriter } from "./unions.js";

/** The JSON of the protocol, as read by a server (strict) or a client. */
export function jsonStyle(strict: boolean): JsonStyle {
  const forms: JsonForms = {
    write: (usual, compile) => ({
      ...usual,
      structure: structureWriter(usual),
      union: unionWriter(usual, compile),
    }),
    read: (usual, compile) => ({
      ...usual,
      structure: structureReader(usual),
      union: unionReader(usual, compile, strict),
    }),
  };
  return { jsonName: true, timestamps: Sentinel.epochSeconds, bigNumbersAsStrings: false, forms };
}

/**
 * The parts that clients and servers share. The codec caches what it compiles, so all services use
 * the same one.
 */
export const restFormat: RestFormat = {
  id: simpleRestJsonTrait,
  contentType: "application/json",
  codec: /* @__PURE__ */ createJsonCodec(/* @__PURE__ */ jsonStyle(false)),
  emptyDocuments: true,
  documentPayloads: true,
};

/**
 * Returns true if the pattern of an operation's path ends with a slash. The slash has no meaning in
 * this protocol.
 */
export function endsWithSlash(operation: StaticOperationSchema): boolean {
  const [path = ""] = (traitsOf(operation).http?.[1] ?? "").split("?");
  return path.length > 1 && path.endsWith("/");
}

/**
 * The headers with the name of an error. Clients and servers of AWS's generators use the second
 * one.
 */
export const errorHeaders = ["x-error-type", "x-amzn-errortype"] as const;
