import { upperFirst } from "@tinsmith/values";
import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import type { ServiceFaults } from "../mock/faults/service-fault.js";
import { answers } from "./answers.js";
import { unknownName } from "../checks/unknown-name.js";
import { ControlProblem } from "./control-route.js";
import type { ControlRoute } from "./control-route.js";

/** The versions of OpenAPI in which the control API is described, with their schemas. */
const versions = {
  "3.1": { openapi: "3.1.0", target: "draft-2020-12" },
  "3.0": { openapi: "3.0.3", target: "openapi-3.0" },
} as const;

type Target = (typeof versions)[keyof typeof versions]["target"];

/**
 * Describes the control API as OpenAPI.
 *
 * @param version - `3.1`, or `3.0` for generators that cannot read the newer one
 * @throws ControlProblem for any other version
 */
export function describeRoutes(
  service: string,
  routes: readonly ControlRoute[],
  serviceFaults: ServiceFaults = {},
  version = "3.1",
): object {
  if (!Object.hasOwn(versions, version)) {
    throw new ControlProblem(400, unknownName("version", version, Object.keys(versions)).message);
  }
  const { openapi, target } = versions[version as keyof typeof versions];
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/_mock${route.path}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = describe(route, target);
  }
  const faults = Object.entries(serviceFaults).map(
    ([name, { operation, description }]) => `- \`${name}\` (${operation}): ${description}`,
  );
  return {
    openapi,
    info: {
      title: `Control API of the mock server of ${service}`,
      version: "1",
      description: [
        "Every request concerns one tenant: that of `?tenant=`, of the header `x-mock-tenant`, of the access key that signed it, or `default`.",
        ...(faults.length === 0 ? [] : ["Faults of the kind `service`:", faults.join("\n")]),
      ].join("\n\n"),
    },
    paths,
    components: { schemas: { Error: jsonSchemaOf(answers.error, "output", target) } },
  };
}

function describe(route: ControlRoute, target: Target): object {
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
  const { answer, body, otherwise = {} } = route;
  const status = route.status ?? (answer === null ? 204 : 200);
  const type = route.contentType ?? "application/json";
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    parameters: [...inPath, ...inQuery],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchemaOf(body, "input", target) } },
      },
    }),
    responses: {
      [status]: {
        description: "Done.",
        ...(answer !== null && {
          content: { [type]: { schema: schemaOfAnswer(answer, type, target) } },
        }),
      },
      ...Object.fromEntries(
        Object.entries(otherwise).map(([code, description]) => [
          code,
          {
            description,
            ...(answer && {
              content: { [type]: { schema: jsonSchemaOf(answer, "output", target) } },
            }),
          },
        ]),
      ),
      "4XX": {
        description: "Refused; `error` has the reason.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function schemaOfAnswer(answer: v.GenericSchema | undefined, type: string, target: Target): object {
  if (answer) return jsonSchemaOf(answer, "output", target);
  return type === "application/json" ? {} : { type: "string" };
}

function jsonSchemaOf(
  schema: v.GenericSchema,
  typeMode: "input" | "output",
  target: Target,
): object {
  const { $schema: _, ...described } = toJsonSchema(schema, {
    typeMode,
    errorMode: "ignore",
    target,
  });
  return JSON.parse(JSON.stringify(described, readable));
}

/** Omits what client generators cannot read. */
function readable(name: string, value: unknown): unknown {
  // OpenAPI 3.0 does not allow an empty list of required members.
  if (name === "required" && Array.isArray(value) && value.length === 0) return undefined;
  // openapi-python-client writes code for a constant `true` that Python cannot parse.
  const { const: only, enum: [one] = [only] }: { const?: unknown; enum?: unknown[] } =
    Object(value);
  return one === true ? { type: "boolean" } : value;
}

/** Converts `GET /faults/{id}` to `getFaultsById`. */
function operationIdOf({ method, path }: ControlRoute): string {
  const words = path
    .split(/[^A-Za-z{}]+/)
    .filter((word) => word !== "")
    .map((word) =>
      word.startsWith("{") ? `By${upperFirst(word.slice(1, -1))}` : upperFirst(word),
    );
  return `${method.toLowerCase()}${words.join("") || "Inspector"}`;
}
