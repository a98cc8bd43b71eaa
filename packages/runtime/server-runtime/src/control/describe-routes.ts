import { toJsonSchema } from "@valibot/to-json-schema";
import type { ServiceFaults } from "../mock/faults/service-fault.js";
import type { ControlRoute } from "./control-route.js";

/** Describes the control API as OpenAPI 3.1. */
export function describeRoutes(
  service: string,
  routes: readonly ControlRoute[],
  serviceFaults: ServiceFaults = {},
): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/_mock${route.path}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = describe(route);
  }
  const faults = Object.entries(serviceFaults).map(
    ([name, { operation, description }]) => `- \`${name}\` (${operation}): ${description}`,
  );
  return {
    openapi: "3.1.0",
    info: {
      title: `Control API of the mock server of ${service}`,
      version: "1",
      description: [
        "Every request concerns one tenant: that of `?tenant=`, of the header `x-mock-tenant`, of the access key that signed it, or `default`.",
        ...(faults.length === 0 ? [] : ["Faults of the kind `service`:", faults.join("\n")]),
      ].join("\n\n"),
    },
    paths,
  };
}

function describe(route: ControlRoute): object {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries({
    ...route.query,
    tenant: "the tenant that the request concerns",
  }).map(([name, description]) => ({ name, in: "query", description, schema: { type: "string" } }));
  const { body } = route;
  return {
    summary: route.summary,
    parameters: [...inPath, ...inQuery],
    ...(body && {
      requestBody: {
        content: {
          "application/json": {
            schema: toJsonSchema(body, { typeMode: "input", errorMode: "ignore" }),
          },
        },
      },
    }),
    responses: {
      "2XX": { description: "Done.", content: { [route.contentType ?? "application/json"]: {} } },
      "4XX": { description: "Refused; `error` has the reason." },
    },
  };
}
