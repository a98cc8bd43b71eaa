import type { HttpRequestMessage } from "@tinsmith/protocols";
import { describe, expect, it } from "vitest";
import { virtualHosts } from "../../src/http/virtual-hosts.js";

const templates = [
  "s3-accelerate.dualstack.{partition}",
  "s3.dualstack.{label}.{partition}",
  "s3.{label}.{partition}",
  "s3.{partition}",
  "s3express-{label}.{label}.amazonaws.com",
];
const whole = virtualHosts(templates, () => ["files", "s3.files", "10.0.0.7", undefined]);

const request = (host: string | undefined, path: string): HttpRequestMessage => ({
  method: "GET",
  path,
  query: { "x-id": "GetObject" },
  headers: host === undefined ? {} : { host },
});

const pathOf = (host: string | undefined, path = "/key"): string => whole(request(host, path)).path;

describe("a label in the host", () => {
  it.each([
    ["bucket.s3.eu-central-1.amazonaws.com", "/bucket/key"],
    ["bucket.s3.cn-north-1.amazonaws.com.cn", "/bucket/key"],
    ["bucket.s3.amazonaws.com", "/bucket/key"],
    ["bucket.s3.dualstack.eu-central-1.amazonaws.com:443", "/bucket/key"],
    ["bucket.s3-accelerate.dualstack.amazonaws.com", "/bucket/key"],
    ["b--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com", "/b--usw2-az1--x-s3/key"],
    ["bucket.with.dots.s3.eu-central-1.amazonaws.com", "/bucket.with.dots/key"],
    ["bucket.s3.b.s3.eu-central-1.amazonaws.com", "/bucket.s3.b/key"],
    ["Bucket.S3.eu-central-1.amazonaws.com", "/bucket/key"],
  ])("moves from the AWS host %s into the path", (host, path) => {
    expect(pathOf(host)).toBe(path);
  });

  it.each([
    ["bucket.localhost:4566", "/bucket/key"],
    ["bucket.with.dots.localhost", "/bucket.with.dots/key"],
    ["bucket.s3.localhost:4566", "/bucket/key"],
    ["bucket.files:9000", "/bucket/key"],
    ["bucket.s3.files", "/bucket/key"],
  ])("moves from the server's host %s into the path", (host, path) => {
    expect(pathOf(host)).toBe(path);
  });

  it("becomes the whole path of a request for the root", () => {
    expect(pathOf("bucket.localhost", "/")).toBe("/bucket");
    expect(pathOf("bucket.localhost", "/folder/")).toBe("/bucket/folder/");
    expect(pathOf("bucket.localhost", "/a/../b%2Fc")).toBe("/bucket/a/../b%2Fc");
  });

  it.each([
    undefined,
    "localhost:4566",
    "s3.localhost",
    "s3.eu-central-1.amazonaws.com",
    "s3.amazonaws.com",
    "files",
    "s3.files:80",
    "127.0.0.1:4566",
    "[::1]:4566",
    "10.0.0.7",
    "a.10.0.0.7",
    "somewhere.example",
    "bucket.s3.somewhere.example",
    "profiles",
  ])("is absent from the host %s", (host) => {
    const given = request(host, "/bucket/key");
    expect(whole(given)).toBe(given);
  });
});
