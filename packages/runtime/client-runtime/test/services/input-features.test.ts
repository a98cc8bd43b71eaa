import { createHash } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, it } from "vitest";
import type { ClientFeature } from "../../src/client/client-feature.js";
import { Sha256 } from "../../src/node/sha256.js";
import { customerKeys } from "../../src/services/customer-keys.js";
import { presignedCopies } from "../../src/services/presigned-copies.js";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "a+b/c=" };

/** Returns the input that the service receives after a feature has changed it. */
async function inputAfter(feature: ClientFeature, operation: string, input: object) {
  let sent: unknown;
  // The part of the context that the features use.
  const context = {
    config: {
      region: async () => "eu-west-1",
      apiVersion: "2014-10-31",
      sha256: Sha256,
      credentials: async () => credentials,
      useFipsEndpoint: async () => false,
      useDualstackEndpoint: async () => false,
      endpointProvider: ({ Region }: { Region: string }) => ({
        url: new URL(`https://rds.${Region}.example.com`),
      }),
    },
    definitionOf: () => ({ schema: [9, "example", operation, 0, () => {}, () => {}] }),
  } as unknown as Parameters<ClientFeature>[0];
  const stack = {
    add: (middleware: Function) => {
      const handler = middleware(async (args: { input: unknown }) => {
        sent = args.input;
      }, {});
      pending = handler({ input });
    },
  };
  let pending: Promise<unknown> = Promise.resolve();
  feature(context).applyToStack(
    stack as unknown as Parameters<ReturnType<ClientFeature>["applyToStack"]>[0],
  );
  await pending;
  return sent as Record<string, string>;
}

describe("customerKeys", () => {
  const key = "0123456789abcdef0123456789abcdef";
  const base64 = Buffer.from(key).toString("base64");
  const md5 = createHash("md5").update(key).digest("base64");

  it.each([
    ["text", key],
    ["bytes", Buffer.from(key)],
    ["a buffer", new Uint8Array(Buffer.from(key)).buffer],
    ["base64", base64],
  ])(
    "encodes a key in base64 and adds its MD5 digest if the key is passed as %s",
    async (_, given) => {
      expect(
        await inputAfter(customerKeys, "PutObject", { Bucket: "b", SSECustomerKey: given }),
      ).toEqual({ Bucket: "b", SSECustomerKey: base64, SSECustomerKeyMD5: md5 });
    },
  );

  it("encodes the key of the source of a copy, and does not change inputs without a key", async () => {
    const input = { CopySourceSSECustomerKey: key };
    expect(await inputAfter(customerKeys, "CopyObject", input)).toEqual({
      CopySourceSSECustomerKey: base64,
      CopySourceSSECustomerKeyMD5: md5,
    });
    expect(input).toEqual({ CopySourceSSECustomerKey: key });
    expect(await inputAfter(customerKeys, "PutObject", { Bucket: "b" })).toEqual({ Bucket: "b" });
  });

  it("refuses a key of another type in a message that does not contain the key", async () => {
    await expect(inputAfter(customerKeys, "PutObject", { SSECustomerKey: 4711 })).rejects.toThrow(
      "The key SSECustomerKey must be text or bytes.",
    );
  });
});

describe("presignedCopies", () => {
  const source = "arn:aws:rds:us-east-1:123456789012:snapshot:a";

  it("adds a presigned URL of the same request in the region of the source", async () => {
    const { PreSignedUrl = "", ...rest } = await inputAfter(presignedCopies, "CopyDBSnapshot", {
      SourceDBSnapshotIdentifier: source,
      TargetDBSnapshotIdentifier: "b",
      KmsKeyId: "k 1",
    });
    expect(rest).toEqual({
      SourceDBSnapshotIdentifier: source,
      TargetDBSnapshotIdentifier: "b",
      KmsKeyId: "k 1",
    });
    const url = new URL(PreSignedUrl);
    expect(url.hostname).toBe("rds.us-east-1.example.com");
    const query = Object.fromEntries(url.searchParams);
    const { "X-Amz-Signature": signature, "X-Amz-Date": date = "", ...signed } = query;
    expect(query).toMatchObject({
      Action: "CopyDBSnapshot",
      Version: "2014-10-31",
      SourceDBSnapshotIdentifier: source,
      DestinationRegion: "eu-west-1",
      KmsKeyId: "k 1",
      "X-Amz-Security-Token": "a+b/c=",
      "X-Amz-Expires": "3600",
    });
    expect(query["X-Amz-Credential"]).toContain("/us-east-1/rds/aws4_request");
    // Signs the query again, as the service does to verify the signature.
    const own = Object.entries(signed).filter(([name]) => !name.startsWith("X-Amz-"));
    const signer = new SignatureV4({
      credentials,
      region: "us-east-1",
      service: "rds",
      sha256: Sha256,
    });
    const again = await signer.presign(
      {
        method: "GET",
        protocol: "https:",
        hostname: url.hostname,
        path: "/",
        headers: { host: url.host },
        query: Object.fromEntries(own),
      },
      {
        expiresIn: 3600,
        signingDate: new Date(date.replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5")),
      },
    );
    expect(again.query?.["X-Amz-Signature"]).toBe(signature);
  });

  it("adds nothing if the copy stays in the region, if the caller passes a URL, or for other operations", async () => {
    for (const [operation, input] of [
      ["CopyDBSnapshot", { SourceDBSnapshotIdentifier: source.replace("us-east-1", "eu-west-1") }],
      ["CopyDBSnapshot", { SourceDBSnapshotIdentifier: "a" }],
      ["CopyDBSnapshot", { SourceDBSnapshotIdentifier: source, PreSignedUrl: "https://own" }],
      ["DescribeDBSnapshots", { SourceDBSnapshotIdentifier: source }],
    ] as const) {
      expect(await inputAfter(presignedCopies, operation, input)).toEqual(input);
    }
  });

  it("adds the destination region to a copy in EC2", async () => {
    const sent = await inputAfter(presignedCopies, "CopySnapshot", {
      SourceRegion: "us-east-1",
      SourceSnapshotId: "snap-1",
    });
    expect(sent["DestinationRegion"]).toBe("eu-west-1");
    expect(new URL(sent["PresignedUrl"] ?? "").searchParams.get("SourceSnapshotId")).toBe("snap-1");
  });
});
