import type { Model, ServiceShape } from "@tinsmith/smithy";
import { afterAll, describe, expect, it } from "vitest";
import type { OperationDescription, ServiceSchema } from "../src/index.js";
import { once } from "../src/schema/once.js";
import { buildSchemas, namespaceOf, type Schemas } from "./corpus/build-schemas.js";
import { casesOf, operationsOf, type Case } from "./corpus/cases.js";
import { knownFailures } from "./corpus/known-failures.js";
import { loadCorpus } from "./corpus/load-corpus.js";
import { runCase, type Setting } from "./corpus/run-case.js";
import { withDefaults } from "./corpus/with-defaults.js";
import {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  type ProtocolFactory,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
} from "./protocols.js";

const protocols: Record<string, ProtocolFactory> = {
  "aws.protocols#awsJson1_0": awsJson1_0,
  "aws.protocols#awsJson1_1": awsJson1_1,
  "aws.protocols#awsQuery": awsQuery,
  "aws.protocols#ec2Query": ec2Query,
  "aws.protocols#restJson1": restJson1,
  "aws.protocols#restXml": restXml,
  "smithy.protocols#rpcv2Cbor": rpcv2Cbor,
  "smithy.protocols#rpcv2Json": rpcv2Json,
};

const model = loadCorpus();
if (!model) console.log("Skipped: the protocol tests are not beside this checkout.");

/** Both sides of a service. */
const settingsOf = (model: Model, schemas: Schemas, factory: ProtocolFactory) => {
  const constraints = schemas.kinds();
  return once((service: ServiceShape) => {
    const [namespace = "", name = ""] = service.id.split("#");
    const xmlNamespace = namespaceOf(service.traits);
    const restXml = service.traits.get("aws.protocols#restXml");
    const description: ServiceSchema = {
      namespace,
      name,
      version: service.version,
      ...(xmlNamespace ? { xmlNamespace } : {}),
      queryCompatible: service.traits.has("aws.protocols#awsQueryCompatible"),
      noErrorWrapping: JSON.stringify(restXml ?? {}).includes('"noErrorWrapping":true'),
    };
    const idempotencyToken = () => "00000000-0000-4000-8000-000000000000";
    const operations = new Map<string, OperationDescription>(
      operationsOf(model, service).map((operation) => [
        operation.id,
        {
          schema: schemas.operation(operation.id),
          errors: [...operation.errors, ...service.errors].map((error) => schemas.error(error)),
        },
      ]),
    );
    return (entry: Case): Setting => {
      const operation = operations.get(entry.operation.id);
      if (!operation)
        throw new Error(`${entry.operation.id} is not an operation of ${service.id}.`);
      return {
        model,
        client: withDefaults(factory(description, { idempotencyToken })),
        server: withDefaults(factory(description, { constraints })),
        operation,
        operations: [...operations.values()],
      };
    };
  });
};

describe.runIf(model !== undefined)("the protocol tests of the Smithy project", () => {
  if (!model) return;
  const schemas = buildSchemas(model);
  const table: string[] = [];

  for (const [id, factory] of Object.entries(protocols)) {
    const settings = settingsOf(model, schemas, factory);
    const cases = casesOf(model, id);

    for (const side of ["client", "server"] as const) {
      it(`${id}, ${side}`, async () => {
        const known = knownFailures[`${id} ${side}`] ?? {};
        const failed: Record<string, string> = {};
        const run = cases.filter(
          (entry) =>
            (entry.appliesTo === "both" || entry.appliesTo === side) &&
            (side === "server" || entry.kind !== "malformed"),
        );
        for (const entry of run) {
          const reasons = await runCase(entry, side, settings(entry.service)(entry));
          if (reasons.length > 0) failed[`${entry.kind} ${entry.id}`] = reasons.join("; ");
        }
        table.push(
          `${id.padEnd(28)} ${side}  ${String(run.length - Object.keys(failed).length).padStart(4)} of ${run.length}`,
        );
        const unexpected = Object.entries(failed).filter(([name]) => !(name in known));
        const mended = Object.keys(known).filter((name) => !(name in failed));
        expect(run.length).toBeGreaterThan(0);
        expect(Object.fromEntries(unexpected), "cases that fail without being listed").toEqual({});
        expect(mended, "cases that are listed and pass").toEqual([]);
      });
    }
  }

  afterAll(() => {
    console.log(["Protocol tests passed:", ...table].join("\n"));
    const listed = Object.entries(knownFailures).flatMap(([where, cases]) =>
      Object.entries(cases).map(([name, reason]) => `${where}: ${name}: ${reason}`),
    );
    if (listed.length > 0) console.log(["Known failures:", ...listed].join("\n"));
  });
});
