import type { HttpRequestMessage } from "@tinsmith/protocols";
import type { Server } from "@tinsmith/server-runtime";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { sampleOf } from "@tinsmith/server-runtime/samples";
import { compileChecks, describeProblem } from "@tinsmith/validation";
import type { Violation } from "@tinsmith/validation";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { differencesOfOperations } from "../src/interop/compare-operations.js";
import { loadGeneratedService, missingModels } from "../src/interop/generated-service.js";
import type { GeneratedService } from "../src/interop/generated-service.js";
import { openSdk } from "../src/interop/sdk.js";
import type { Sdk } from "../src/interop/sdk.js";
import { spoiledBody } from "../src/interop/spoiled-body.js";

/** Models of AWS services, with the class of their generated client. */
const services = [
  ["api-gateway-2015-07-09", "APIGatewayClient"],
  ["dynamodb-2012-08-10", "DynamoDBClient"],
  ["dynamodb-streams-2012-08-10", "DynamoDBStreamsClient"],
  ["glacier-2012-06-01", "GlacierClient"],
  ["iot-data-plane-2015-05-28", "IoTDataPlaneClient"],
  ["kinesis-2013-12-02", "KinesisClient"],
  ["lambda-2015-03-31", "LambdaClient"],
  ["marketplace-metering-2016-01-14", "MarketplaceMeteringClient"],
  ["route-53-2013-04-01", "Route53Client"],
  ["s3-2006-03-01", "S3Client"],
  ["sns-2010-03-31", "SNSClient"],
  ["sqs-2012-11-05", "SQSClient"],
  ["sts-2011-06-15", "STSClient"],
  ["transcribe-streaming-2017-10-26", "TranscribeStreamingClient"],
] as const;

if (missingModels !== undefined) console.log(`Generated mock servers: ${missingModels}`);

describe.skipIf(missingModels !== undefined).each(services)(
  "a mock server generated from %s, without a handler",
  (model, client) => {
    let generated: GeneratedService;
    let server: Server;
    let sdk: Sdk;
    const unexpected: unknown[] = [];
    beforeAll(async () => {
      generated = await loadGeneratedService({ name: `mock-${client.toLowerCase()}`, model });
      server = generated.createMockServer({
        onUnexpectedError: (error: unknown) => unexpected.push(error),
      });
      sdk = openSdk(generated.client, client, {
        endpoint: "http://127.0.0.1",
        requestHandler: requestHandlerFor(server),
        md5: false,
      });
    }, 120_000);
    afterAll(() => sdk.destroy());

    it("returns a valid output that the client can read for every operation", async () => {
      const answers = new Map<string, readonly Violation[]>();
      const stop = server.use({
        onResponse: (exchange, answer) => {
          const { operation, output } = exchange;
          const schema = generated.operations.find((known) => nameOf(known) === operation);
          if (schema && operation !== undefined) {
            answers.set(operation, violationsOf(generated, outputOf(schema), output));
          }
          return answer;
        },
      });
      const callers = { "the generated client": sdk };
      expect(await differencesOfOperations({ server, generated, callers })).toEqual([]);
      stop();
      expect([...answers.keys()].sort()).toEqual(generated.operations.map(nameOf).sort());
      const wrong = [...answers].filter(([, violations]) => violations.length > 0);
      expect(wrong.map(([name, violations]) => [name, violations.map(describeProblemAt)])).toEqual(
        [],
      );
    }, 120_000);

    it("generates valid inputs and outputs for any seed", () => {
      const { constraints } = generated;
      for (const operation of generated.operations) {
        const name = nameOf(operation);
        for (const shape of [inputOf(operation), outputOf(operation)]) {
          const seeds = fc.property(fc.string(), (seed) => {
            const sample = sampleOf(shape, { constraints, seed });
            expect([name, violationsOf(generated, shape, sample).map(describeProblemAt)]).toEqual([
              name,
              [],
            ]);
          });
          fc.assert(seeds, { numRuns: 4 });
        }
      }
    }, 120_000);

    it("never responds to a corrupt body with status 500 or a stack trace", async () => {
      const requests: HttpRequestMessage[] = [];
      const stop = server.use({ onInput: ({ request }) => void requests.push(request) });
      for (const operation of generated.operations) {
        const input = sampleOf(inputOf(operation), { constraints: generated.constraints });
        await sdk.call(nameOf(operation), input);
      }
      stop();
      const withBodies = requests.flatMap((request) => {
        const body = bytesOf(request.body);
        return body === undefined ? [] : [{ ...request, body }];
      });
      for (const good of withBodies) {
        const property = fc.asyncProperty(spoiledBody(good.body), async (body) => {
          const headers = { ...good.headers, "content-length": String(body.length) };
          const answer = await server.handle({ ...good, headers, body });
          expect(unexpected).toEqual([]);
          expect(answer.statusCode).toBeLessThan(500);
          expect(textOf(answer.body)).not.toMatch(/\bat .*\.[cm]?[jt]s:\d+/);
        });
        await fc.assert(property, { numRuns: 20 });
      }
    }, 240_000);
  },
);

type Shape = Parameters<typeof compileChecks>[0];

const violationsOf = (
  { constraints }: GeneratedService,
  shape: Shape,
  value: unknown,
): readonly Violation[] => compileChecks(shape, { constraints, as: "value" })(value);

const describeProblemAt = (violation: Violation): string =>
  `${violation.path.join(".")}: ${describeProblem(violation.problem, violation.inKey)}`;

function bytesOf(body: HttpRequestMessage["body"]): Uint8Array | undefined {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return bytes instanceof Uint8Array && bytes.length > 0 ? bytes : undefined;
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body).toString() : String(body ?? "");
