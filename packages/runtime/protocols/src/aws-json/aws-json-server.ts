import { nameOf, namespaceOf } from "@tinsmith/schema";
import { headerOf } from "../http/headers.js";
import { strictJsonReaders } from "../json/strict-json.js";
import type { ServerProtocolFactory } from "../protocol.js";
import { createRpcServer } from "../rpc/rpc-server.js";
import { awsJsonFormat, jsonStyle } from "./aws-json-format.js";

const strictReaders = /* @__PURE__ */ strictJsonReaders(jsonStyle);

const awsJson =
  (version: "1.0" | "1.1"): ServerProtocolFactory =>
  (service, options = {}) =>
    createRpcServer(
      {
        ...awsJsonFormat(version),
        strictReaders,
        // Bodies of both versions have the same form, and AWS services accept either.
        otherContentTypes: ["application/x-amz-json-1.0", "application/x-amz-json-1.1"],
        checksAccept: false,
        responseHeaders: {},
        routeOf: ({ name }, operation) => `${name}.${nameOf(operation)}`,
        routeOfRequest: (request) => headerOf(request.headers, "x-amz-target"),
        // 1.0 sends the absolute shape id, 1.1 only the name.
        errorType: ({ namespace }, { code, schema }) =>
          version === "1.1" ? code : `${schema ? namespaceOf(schema) : namespace}#${code}`,
      },
      service,
      options,
    );

/**
 * The server side of AWS JSON 1.0.
 *
 * @public
 */
export const awsJson1_0: ServerProtocolFactory = /* @__PURE__ */ awsJson("1.0");

/**
 * The server side of AWS JSON 1.1.
 *
 * @public
 */
export const awsJson1_1: ServerProtocolFactory = /* @__PURE__ */ awsJson("1.1");
