import { Agent } from "node:http";
import type { LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { ServiceError } from "@tinsmith/server-runtime";
import { requestHandlerFor } from "@tinsmith/server-runtime/request-handler";
import { expect, it } from "vitest";
import { openSdk } from "../../src/interop/sdk.js";
import { describeService } from "./service-under-test.js";

const object = { Bucket: "bucket", Key: "folder/Grüße & co.txt" };
const bytes = (text: string) => new TextEncoder().encode(text);

describeService(
  "S3, restXml",
  {
    name: "s3",
    model: "s3-2006-03-01",
    awsClient: () => import("@aws-sdk/client-s3"),
    client: "S3Client",
    config: { forcePathStyle: true },
  },
  (service) => {
    it("stores an object and returns it with its metadata", async () => {
      const Metadata = { colour: "blue" };
      const Body = bytes("hello");
      const input = { ...object, Body, ContentType: "text/plain", Metadata };
      await service.call("PutObject", input);
      expect(service.received("PutObject", { ...input, ChecksumAlgorithm: "CRC32" })).toBe(2);
      service.server
        .on("GetObject", object)
        .responds({ Body, ContentType: "text/plain", Metadata, ETag: '"e"' });
      expect(await service.call("GetObject", object)).toMatchObject({
        Body,
        ContentType: "text/plain",
        ContentLength: 5,
        Metadata,
        ETag: '"e"',
      });
    });

    it("accepts a stream with a trailing checksum", async () => {
      const { aws, generated } = service.sdks;
      for (const sdk of [aws, generated]) {
        const Body = Readable.from([Buffer.from("one "), Buffer.from("two")]);
        await sdk.call("PutObject", { ...object, Body, ContentLength: 7 });
      }
      expect(
        service.received("PutObject", {
          ...object,
          Body: bytes("one two"),
          ChecksumCRC32: "zQeJLw==",
        }),
      ).toBe(2);
    });

    it("streams an object from both clients to a handler", async () => {
      const sizes: number[] = [];
      await using server = await service.generated
        .createMockServer({
          streamBodies: ["PutObject"],
          maxBodyBytes: 64 * 1024 * 1024,
          handlers: {
            PutObject: async ({ Body }: { Body: Readable }) => {
              let size = 0;
              for await (const chunk of Body) size += Buffer.from(chunk).byteLength;
              sizes.push(size);
              return { ETag: '"e"' };
            },
          },
        })
        .listen();
      const config = { endpoint: server.url, forcePathStyle: true };
      for (const sdk of [
        openSdk(await import("@aws-sdk/client-s3"), "S3Client", config),
        openSdk(service.generated.client, "S3Client", config),
      ]) {
        const pieces = Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024, "o"));
        const input = { ...object, Body: Readable.from(pieces), ContentLength: 20 * 1024 * 1024 };
        expect(await sdk.call("PutObject", input)).toMatchObject({ ETag: '"e"' });
        sdk.destroy();
      }
      expect(sizes).toEqual([20 * 1024 * 1024, 20 * 1024 * 1024]);
    });

    it("returns a stream in parts", async () => {
      service.server.on("GetObject").handles(() => ({
        Body: (async function* () {
          yield bytes("one ");
          yield bytes("two");
        })(),
      }));
      expect(await service.call("GetObject", object)).toMatchObject({ Body: bytes("one two") });
    });

    it("returns a checksum that both clients verify", async () => {
      const answer = (ChecksumCRC32: string) => ({ Body: bytes("123456789"), ChecksumCRC32 });
      service.server.on("GetObject").responds(answer("y/Q5Jg=="));
      const right = await service.call("GetObject", object);
      expect(right).toMatchObject(answer("y/Q5Jg=="));
      service.server.on("GetObject").responds(answer("AAAAAA=="));
      const { aws, generated } = service.sdks;
      expect((await aws.failure("GetObject", object)).message).toMatch(/[Cc]hecksum mismatch/);
      expect((await generated.failure("GetObject", object)).message).toMatch(/Checksum mismatch/);
    });

    it("returns the length of the omitted body of a HEAD response", async () => {
      const output = { ContentLength: 12_345, ETag: '"e"' };
      service.server.on("HeadObject").responds(output);
      expect(await service.call("HeadObject", object)).toMatchObject(output);
    });

    it("distinguishes a bucket with a trailing slash from an object", async () => {
      await service.call("CreateBucket", {
        Bucket: "bucket",
        CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
      });
      expect(service.received("CreateBucket", { Bucket: "bucket" })).toBe(2);
      await service.call("PutObject", { Bucket: "bucket", Key: "folder/" });
      expect(service.received("PutObject", { Bucket: "bucket", Key: "folder/" })).toBe(2);
    });

    it("serializes nested and flattened XML lists", async () => {
      const Contents = [
        { Key: "a & b", LastModified: new Date("2026-11-01T05:00:00Z"), ETag: '"1"', Size: 1 },
        { Key: "c", LastModified: new Date("2026-11-01T06:00:00Z"), ETag: '"2"', Size: 2 },
      ];
      const output = {
        Name: "bucket",
        Contents,
        CommonPrefixes: [{ Prefix: "folder/" }],
        KeyCount: 3,
        MaxKeys: 1000,
        IsTruncated: false,
      };
      service.server.on("ListObjectsV2", { Bucket: "bucket" }).responds(output);
      expect(await service.call("ListObjectsV2", { Bucket: "bucket" })).toEqual(output);
      const Buckets = [{ Name: "one", CreationDate: new Date("2026-11-01T05:00:00Z") }];
      service.server.on("ListBuckets").responds({ Buckets, Owner: { ID: "1" } });
      expect(await service.call("ListBuckets", {})).toEqual({ Buckets, Owner: { ID: "1" } });
    });

    it("serializes an output that is the root of its document", async () => {
      service.server.on("GetBucketLocation").responds({ LocationConstraint: "eu-central-1" });
      expect(await service.call("GetBucketLocation", { Bucket: "bucket" })).toEqual({
        LocationConstraint: "eu-central-1",
      });
    });

    it("accepts documents that require a checksum", async () => {
      const Delete = { Objects: [{ Key: "a" }, { Key: "b & c" }], Quiet: true };
      await service.call("DeleteObjects", { Bucket: "bucket", Delete });
      expect(service.received("DeleteObjects", { Delete })).toBe(2);
    });

    it("paginates by tokens", async () => {
      const page = { Name: "bucket", IsTruncated: true, NextContinuationToken: "more" };
      const last = { Name: "bucket", IsTruncated: false };
      service.server.on("ListObjectsV2").responds(page);
      service.server.on("ListObjectsV2", { ContinuationToken: "more" }).responds(last);
      expect(await service.pages("ListObjectsV2", { Bucket: "bucket" })).toMatchObject([
        page,
        last,
      ]);
    });

    it("finds the bucket in the host name, where clients put it by default", async () => {
      await using server = await service.generated
        .createMockServer({ verifySignatures: { credentials: { AKIDINTEROP: "secret" } } })
        .listen();
      server.on("GetObject", object).responds({ Body: bytes("here") });
      server.on("ListBuckets").responds({ Buckets: [{ Name: "one" }], Owner: { ID: "1" } });
      // Not every resolver knows names below `localhost`.
      const lookup: LookupFunction = (_name, { all }, done) =>
        all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
      const hosts = new Set<string | undefined>();
      server.use({ onRequest: ({ request }) => void hosts.add(request.headers["host"]) });
      for (const exports of [await import("@aws-sdk/client-s3"), service.generated.client]) {
        const sdk = openSdk(exports, "S3Client", {
          endpoint: `http://localhost:${server.port}`,
          requestHandler: new NodeHttpHandler({ httpAgent: new Agent({ lookup }) }),
        });
        expect(await sdk.call("GetObject", object)).toMatchObject({ Body: bytes("here") });
        await sdk.call("CreateBucket", { Bucket: "bucket" });
        await sdk.call("PutObject", { ...object, Key: "_mock/a/../b", Body: bytes("there") });
        expect(await sdk.call("ListBuckets", {})).toMatchObject({ Buckets: [{ Name: "one" }] });
        sdk.destroy();
      }
      expect([...hosts].sort()).toEqual([
        `bucket.localhost:${server.port}`,
        `localhost:${server.port}`,
      ]);
      server.verify("GetObject", object, { times: 2 });
      server.verify("CreateBucket", { Bucket: "bucket" }, { times: 2 });
      server.verify("PutObject", { Bucket: "bucket", Key: "_mock/a/../b" }, { times: 2 });
    });

    it("finds the bucket in every kind of AWS host", async () => {
      const server = service.generated.createMockServer();
      const hosts = new Set<string | undefined>();
      server.use({ onRequest: ({ request }) => void hosts.add(request.headers["host"]) });
      const requestHandler = requestHandlerFor(server);
      const modes = [{}, { useDualstackEndpoint: true }, { useFipsEndpoint: true }];
      const accelerated = { useAccelerateEndpoint: true };
      for (const exports of [await import("@aws-sdk/client-s3"), service.generated.client]) {
        for (const mode of [
          ...modes,
          accelerated,
          { ...accelerated, useDualstackEndpoint: true },
        ]) {
          const sdk = openSdk(exports, "S3Client", {
            requestHandler,
            region: "us-west-2",
            ...mode,
          });
          await sdk.call("HeadObject", object);
          sdk.destroy();
        }
      }
      expect([...hosts].sort()).toEqual([
        "bucket.s3-accelerate.amazonaws.com",
        "bucket.s3-accelerate.dualstack.amazonaws.com",
        "bucket.s3-fips.us-west-2.amazonaws.com",
        "bucket.s3.dualstack.us-west-2.amazonaws.com",
        "bucket.s3.us-west-2.amazonaws.com",
      ]);
      server.verify("HeadObject", object, { times: 10 });
    });

    it("fails with modeled errors, and with the status that a handler sets", async () => {
      service.server
        .on("GetObject")
        .throws(
          new ServiceError({ name: "NoSuchKey", $fault: "client", message: "no", statusCode: 404 }),
        );
      expect(await service.failure("GetObject", object)).toEqual({
        name: "NoSuchKey",
        message: "no",
        fault: "client",
        status: 404,
        isModeled: true,
        members: {},
      });
    });

    it("fails without a response body for HEAD", async () => {
      service.server
        .on("HeadObject")
        .throws(new ServiceError({ name: "NotFound", $fault: "client", statusCode: 404 }));
      const { aws, generated } = service.sdks;
      expect(await aws.failure("HeadObject", object)).toMatchObject({
        name: "NotFound",
        status: 404,
      });
      expect(await generated.failure("HeadObject", object)).toMatchObject({ status: 404 });
    });
  },
);
