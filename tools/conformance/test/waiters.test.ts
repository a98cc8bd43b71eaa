import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { defineClient } from "@tinsmith/dynamic-client";
import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import { awsQuery } from "@tinsmith/protocols/aws-query/server";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { restXml } from "@tinsmith/protocols/rest-xml/server";
import { inputOf, outputOf } from "@tinsmith/schema";
import { createServer, ServiceError } from "@tinsmith/server-runtime";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { sampleOf, sampleResponder } from "@tinsmith/server-runtime/samples";
import { planService, settledStates } from "@tinsmith/service";
import type { AcceptorPlan, WaiterPlan } from "@tinsmith/service";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../../../shared/corpora/aws-models", import.meta.url));
const models = existsSync(folder)
  ? readdirSync(folder).filter(
      (name) =>
        name.endsWith(".json") &&
        readFileSync(join(folder, name), "utf8").includes('"smithy.waiters#waitable"'),
    )
  : [];
if (models.length === 0) console.log("Waiters of AWS's models: skipped, ../shared is missing.");

const protocols = { awsJson1_0, awsJson1_1, awsQuery, restJson1, restXml } as const;

/** The schemas from which a client class was created. */
interface Parts {
  readonly operations: Readonly<
    Record<string, { schema: StaticOperationSchema; errors: readonly StaticErrorSchema[] }>
  >;
}

function open(name: string) {
  const { model } = loadModel([{ path: name, text: readFileSync(join(folder, name), "utf8") }]);
  const [service] = model?.shapesOfType("service") ?? [];
  if (!model || !service) throw new Error(`${name} has no service.`);
  const plan = planService(model, service.id);
  const Client = defineClient(model);
  const { operations }: Parts = Reflect.get(Client, Symbol.for("@tinsmith/dynamic-client parts"));
  const [protocol] = plan.protocols.flatMap(({ name: known }) =>
    known !== undefined && Object.hasOwn(protocols, known)
      ? [protocols[known as keyof typeof protocols]]
      : [],
  );
  if (!protocol) throw new Error(`No protocol of ${name} is known.`);
  const settled = Object.fromEntries(
    plan.operations.map((operation) => [operation.name, settledStates(operation.waiters)]),
  );
  const server = createServer({
    service: plan.schema,
    protocols: [protocol(plan.schema)],
    operations: Object.values(operations),
    fallback: sampleResponder({ settled }),
  });
  const client = new Client({
    endpoint: "http://127.0.0.1",
    region: "us-east-1",
    credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
    requestHandler: requestHandlerFor(server),
    maxAttempts: 1,
  });
  return { plan, Client, operations, server, client };
}

/** Returns the condition under which a waiter succeeds. */
const successOf = ({ acceptors }: WaiterPlan): AcceptorPlan["matcher"] | undefined =>
  acceptors.find(({ state }) => state === "success")?.matcher;

describe.skipIf(models.length === 0)("the waiters of AWS's models", () => {
  it.each(models)(
    "succeed against a mock server of %s, with an override if the sample lacks the expected state",
    async (name) => {
      const { plan, Client, operations, server, client } = open(name);
      const wrong: string[] = [];
      let count = 0;
      for (const operation of plan.operations) {
        const states = new Map(settledStates(operation.waiters));
        const schema = operations[operation.name]?.schema;
        if (!schema) throw new Error(`${operation.name} has no schema.`);
        const input = sampleOf(inputOf(schema));
        for (const waiter of operation.waiters) {
          count += 1;
          const success = successOf(waiter);
          const boundary = server.boundary();
          if (success?.kind === "errorType") {
            const error = new ServiceError({ name: success.errorType, $fault: "client" });
            server.on(operation.name).throws(error);
          } else if (success?.kind === "output" && states.get(success.path) !== success.expected) {
            // The sample has the state for another waiter: for example, a stack cannot be both
            // created and deleted.
            const sample = sampleOf(outputOf(schema));
            place(sample, success.path.split("."), success.expected);
            server.on(operation.name).responds(sample as object);
          }
          const dynamic = Client.waiters[waiter.name];
          const result = await dynamic?.waitFor(
            { client, maxWaitTime: 0.2, minDelay: 0.05, maxDelay: 0.05 },
            input as object,
          );
          if (result?.state !== "SUCCESS") {
            wrong.push(
              `${operation.name} ${waiter.name}: ${result?.state} ${String(result?.reason)}`,
            );
          }
          boundary.end();
        }
      }
      expect(count).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    },
  );
});

/** Sets a member of an output. In lists, sets the member of each element. */
function place(at: unknown, [step = "", ...rest]: readonly string[], value: string): void {
  if (typeof at !== "object" || at === null) return;
  const name = step.replace("[]", "");
  const member: unknown = Reflect.get(at, name);
  if (Array.isArray(member)) for (const element of member) place(element, rest, value);
  else if (rest.length > 0) place(member, rest, value);
  else Reflect.set(at, name, value);
}
