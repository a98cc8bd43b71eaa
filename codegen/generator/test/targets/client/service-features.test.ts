import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { caller } from "./call-client.js";
import { generateClient } from "./generate-client.js";

const options = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
};

const endpointProvider = () => ({ url: new URL("https://sqs.example") });

/** Returns a model with the SDK id of a real service and with simplified operations. */
const serviceOf = (sdkId: string, operations: string, protocol = "restJson1") =>
  modelOf(`$version: "2"
namespace demo
use aws.api#service
use aws.auth#sigv4
use aws.protocols#${protocol}

@${protocol}
@sigv4(name: "demo")
@service(sdkId: "${sdkId}")
service Demo { version: "2012-06-01", operations: [${[...operations.matchAll(/operation (\w+)/g)].map(([, name]) => name).join(", ")}] }
${operations}
`);

describe("the client of API Gateway", () => {
  const model = serviceOf(
    "API Gateway",
    `@http(method: "GET", uri: "/apis") @readonly operation GetRestApis {}
     @http(method: "GET", uri: "/export") @readonly operation GetExport {
       input := { @httpHeader("Accept") accepts: String } }`,
  );

  it("sends an Accept header for JSON unless the caller sets one", async () => {
    await caller(
      model,
      async ({ call }) => {
        const plain = await call("getRestApis", {}, options);
        expect(plain.requests[0]?.headers["accept"]).toBe("application/json");
        const yaml = await call("getExport", { accepts: "application/yaml" }, options);
        expect(yaml.requests[0]?.headers["accept"]).toBe("application/yaml");
      },
      "APIGateway",
    );
  });
});

describe("the client of Glacier", () => {
  const model = serviceOf(
    "Glacier",
    `@streaming blob Stream
     @http(method: "POST", uri: "/{accountId}/jobs") operation InitiateJob {
       input := { @required @httpLabel accountId: String, text: String } }
     @http(method: "POST", uri: "/{accountId}/archives") operation UploadArchive {
       input := {
         @required @httpLabel accountId: String
         @httpHeader("x-amz-sha256-tree-hash") checksum: String
         @httpPayload body: Stream = ""
       } }`,
  );
  const helloWorld = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

  it("uses `-` as the default account, and sends the version of the API", async () => {
    await caller(
      model,
      async ({ call }) => {
        for (const accountId of [undefined, ""]) {
          const { requests } = await call("initiateJob", { accountId, text: "a" }, options);
          expect(requests[0]).toMatchObject({
            path: "/-/jobs",
            headers: { "x-amz-glacier-version": "2012-06-01" },
          });
          expect(requests[0]?.headers["x-amz-sha256-tree-hash"]).toBeUndefined();
        }
        const { requests } = await call("initiateJob", { accountId: "123456789012" }, options);
        expect(requests[0]?.path).toBe("/123456789012/jobs");
      },
      "Glacier",
    );
  });

  it("sends both hashes of an upload of text, bytes or a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "archive-"));
    await writeFile(join(folder, "archive"), "hello world");
    const file = await openAsBlob(join(folder, "archive"));
    await caller(
      model,
      async ({ call }) => {
        for (const body of ["hello world", Buffer.from("hello world"), file]) {
          const { requests } = await call("uploadArchive", { body }, options);
          expect(requests[0]?.headers).toMatchObject({
            "content-length": "11",
            "x-amz-content-sha256": helloWorld,
            "x-amz-sha256-tree-hash": helloWorld,
          });
        }
        const known = await call("uploadArchive", { body: "a", checksum: "known" }, options);
        expect(known.requests[0]?.headers["x-amz-sha256-tree-hash"]).toBe("known");
      },
      "Glacier",
    );
    await rm(folder, { recursive: true });
  });

  it("rejects a stream, because a stream cannot be read twice", async () => {
    await caller(
      model,
      async ({ call }) => {
        const { error, requests } = await call(
          "uploadArchive",
          { body: Readable.from(["hello"]) },
          options,
        );
        expect(error).toMatchObject({ name: "TypeError", message: /Pass bytes or a Blob/ });
        expect(requests).toEqual([]);
      },
      "Glacier",
    );
  });
});

describe("the client of Route 53", () => {
  const model = serviceOf(
    "Route 53",
    `@http(method: "GET", uri: "/hostedzone/{Id}") @readonly operation GetHostedZone {
       input := { @required @httpLabel Id: String } }
     @http(method: "POST", uri: "/hostedzone/{HostedZoneId}/rrset") operation ChangeResourceRecordSets {
       input := { @required @httpLabel HostedZoneId: String, ChangeBatch: ChangeBatch } }
     structure ChangeBatch { Comment: String, Changes: Changes }
     list Changes { member: Change }
     structure Change { Action: String, ResourceRecordSet: ResourceRecordSet }
     structure ResourceRecordSet { Name: String, AliasTarget: AliasTarget }
     structure AliasTarget { HostedZoneId: String, DNSName: String }`,
    "restXml",
  );

  it("accepts ids in the format that the service returns", async () => {
    const input = {
      HostedZoneId: "/hostedzone/Z1",
      ChangeBatch: {
        Comment: "/hostedzone/stays",
        Changes: [
          {
            Action: "UPSERT",
            ResourceRecordSet: { AliasTarget: { HostedZoneId: "/hostedzone/Z2" } },
          },
          { Action: "DELETE", ResourceRecordSet: { Name: "a.example" } },
        ],
      },
    };
    const given = structuredClone(input);
    await caller(
      model,
      async ({ call }) => {
        const zone = await call("getHostedZone", { Id: "/hostedzone/Z1" }, options);
        expect(zone.requests[0]?.path).toBe("/hostedzone/Z1");
        const [request] = (await call("changeResourceRecordSets", input, options)).requests;
        expect(request?.path).toBe("/hostedzone/Z1/rrset");
        expect(request?.body).toContain("<HostedZoneId>Z2</HostedZoneId>");
        expect(request?.body).toContain("<Comment>/hostedzone/stays</Comment>");
        expect(input).toEqual(given);
      },
      "Route53",
    );
  });
});

describe("the client of SQS", () => {
  const model = serviceOf(
    "SQS",
    `operation SendMessage { input := { QueueUrl: String, MessageBody: String } }
     operation ListQueues {}`,
    "awsJson1_0",
  );
  const QueueUrl = "http://queues.example:8080/123456789012/jobs";
  const inRegion = { ...options, endpoint: undefined, endpointProvider };
  const logger = () => {
    const warnings: string[] = [];
    const quiet = () => undefined;
    const warn = (text: string) => void warnings.push(text);
    return { warnings, trace: quiet, debug: quiet, info: quiet, warn, error: quiet };
  };

  it("calls the host of the queue URL, and logs a warning with this URL", async () => {
    await caller(
      model,
      async ({ call }) => {
        const log = logger();
        const input = { QueueUrl, MessageBody: "m" };
        const { requests } = await call("sendMessage", input, { ...inRegion, logger: log });
        expect(requests[0]).toMatchObject({
          protocol: "http:",
          hostname: "queues.example",
          port: 8080,
          path: "/",
          headers: { host: "queues.example:8080" },
        });
        expect(log.warnings).toEqual([expect.stringContaining("http://queues.example:8080")]);
      },
      "SQS",
    );
  });

  it("calls the configured endpoint if the queue is not a URL or if an option requires this", async () => {
    await caller(
      model,
      async ({ call }) => {
        const hostOf = async (url: string, more: object) =>
          (await call("sendMessage", { QueueUrl: url }, { ...inRegion, ...more })).requests[0]
            ?.hostname;
        expect(await hostOf("jobs", {})).toBe("sqs.example");
        expect(await hostOf(QueueUrl, { useQueueUrlAsEndpoint: false })).toBe("sqs.example");
        expect(await hostOf(QueueUrl, { endpoint: "http://localhost:1" })).not.toBe(
          "queues.example",
        );
        expect((await call("listQueues", {}, inRegion)).requests[0]?.hostname).toBe("sqs.example");
      },
      "SQS",
    );
  });
});

describe("the client of any other service", () => {
  it("contains none of the features of specific services", async () => {
    const model = serviceOf("Marketplace Metering", "operation Do {}", "awsJson1_1");
    for (const text of Object.values(await generateClient(model))) {
      expect(text).not.toContain("client-runtime/generated/v1/services");
    }
  });
});
