import type { StaticErrorSchema } from "@smithy/types";
import type { Server } from "@tinsmith/server-runtime";
import { sampleOf } from "@tinsmith/server-runtime/samples";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inputOf, nameOf, traitsOf } from "@tinsmith/schema";
import { Boto3, missingBoto3 } from "../../src/interop/boto3.js";
import { differencesOfOperations } from "../../src/interop/compare-operations.js";
import { loadGeneratedService, missingModels } from "../../src/interop/generated-service.js";
import type { GeneratedService } from "../../src/interop/generated-service.js";

interface Service {
  readonly model: string;
  readonly service: string;
  readonly particulars?: Particulars;
}

/** The differences between boto3 and the models. */
interface Particulars {
  /** Members of inputs that must have these values. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Operations whose sampled outputs boto3 cannot read. */
  readonly except: readonly string[];
}

const s3: Particulars = {
  // Other checksums require a package of C code. boto3 expects the marker to be an integer, unlike
  // the model.
  members: { ChecksumAlgorithm: "CRC32", PartNumberMarker: 1 },
  // The outputs contain such markers.
  except: ["GetObjectAttributes", "ListParts"],
};

/**
 * Models of AWS services with their names in boto3. boto3 does not support transcribe-streaming.
 */
const services: readonly Service[] = [
  { model: "api-gateway-2015-07-09", service: "apigateway" },
  { model: "dynamodb-2012-08-10", service: "dynamodb" },
  { model: "dynamodb-streams-2012-08-10", service: "dynamodbstreams" },
  { model: "glacier-2012-06-01", service: "glacier" },
  { model: "iot-data-plane-2015-05-28", service: "iot-data" },
  { model: "kinesis-2013-12-02", service: "kinesis" },
  { model: "lambda-2015-03-31", service: "lambda" },
  { model: "marketplace-metering-2016-01-14", service: "meteringmarketplace" },
  { model: "route-53-2013-04-01", service: "route53" },
  { model: "s3-2006-03-01", service: "s3", particulars: s3 },
  { model: "sns-2010-03-31", service: "sns" },
  { model: "sqs-2012-11-05", service: "sqs" },
  { model: "sts-2011-06-15", service: "sts" },
];

const reason = missingBoto3 ?? missingModels;
if (reason !== undefined) console.log(`boto3 against generated mock servers: ${reason}`);

describe.skipIf(reason !== undefined)("boto3 against a generated mock server", () => {
  let boto3: Boto3;
  beforeAll(() => {
    boto3 = new Boto3();
  });
  afterAll(() => boto3.close());

  describe.each(services)("generated from $model", ({ model, service, particulars }) => {
    let generated: GeneratedService;
    let server: Server;
    beforeAll(async () => {
      generated = await loadGeneratedService({ name: `boto3-${service}`, model });
      server = await generated.createMockServer().listen();
    }, 120_000);
    beforeEach(() => server.reset());
    afterAll(() => server.close());

    /** Adapts sampled inputs to boto3. */
    const fitting = (input: unknown): unknown => {
      const all = Object.entries(input instanceof Object ? input : {});
      const { members = {} } = particulars ?? {};
      return Object.fromEntries(all.map(([name, value]) => [name, members[name] ?? value]));
    };

    it("reads the output of every operation as the server sent it", async () => {
      const target = { service, endpoint: server.url };
      const call = (operation: string, input: unknown) =>
        boto3.call(target, operation, fitting(input));
      const differences = await differencesOfOperations({
        server,
        generated,
        callers: { boto3: { call } },
        compareAs: withoutNumbers,
        except: particulars?.except ?? [],
      });
      expect(differences).toEqual([]);
    }, 120_000);

    it("raises the matching exception for every error", async () => {
      const target = { service, endpoint: server.url };
      const known = await boto3.errors(target);
      const differences: string[] = [];
      for (const { schema, errors } of generated.service.operations) {
        const operation = nameOf(schema);
        // A HEAD response has no body, so nothing identifies the error.
        if (traitsOf(schema).http?.[0] === "HEAD") continue;
        const input = sampleOf(inputOf(schema), { constraints: generated.constraints });
        for (const error of errors) {
          server.on(operation).throws(nameOf(error), "from the handler");
          const { name, code, message, status } = await boto3.failure(
            target,
            operation,
            fitting(input),
          );
          // boto3 may have another version of the model. An error that boto3 does not know keeps
          // its code.
          const exception = known.has(nameOf(error)) ? nameOf(error) : "ClientError";
          const met = `${name} ${code} ${status} ${message}`;
          const meant = `${exception} ${codeOf(error)} ${statusOf(error)} from the handler`;
          if (met !== meant) differences.push(`${operation}: ${met}, expected ${meant}`);
        }
        server.reset();
      }
      expect(differences).toEqual([]);
    }, 120_000);
  });
});

/**
 * Converts numbers to strings, because boto3 keeps some numbers as strings, as the first models
 * did.
 */
function withoutNumbers(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (!(value instanceof Object) || value instanceof Date || value instanceof Uint8Array) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutNumbers(member)]),
  );
}

/** The code of an error in the query protocol (`@awsQueryError`). boto3 still uses this code. */
function queryErrorOf(error: StaticErrorSchema): readonly [string, number] | undefined {
  const trait: unknown = Reflect.get(traitsOf(error), "awsQueryError");
  if (!Array.isArray(trait)) return undefined;
  const [code, status]: unknown[] = trait;
  return [String(code), Number(status)];
}

const codeOf = (error: StaticErrorSchema): string => queryErrorOf(error)?.[0] ?? nameOf(error);

function statusOf(error: StaticErrorSchema): number {
  const traits = traitsOf(error);
  const status: unknown = Reflect.get(traits, "httpError");
  return typeof status === "number" ? status : traits.error === "server" ? 500 : 400;
}
