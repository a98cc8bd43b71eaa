import { describe, expect, it } from "vitest";
import { isJson, refusalOf } from "../../src/http/access.js";

const refused = (
  headers: Record<string, string>,
  boundHost: string | undefined = "127.0.0.1",
  allowedHosts: string[] = [],
) => refusalOf({ headers }, { boundHost, allowedHosts }) !== undefined;

describe("the access check of the control API", () => {
  it.each([
    "localhost:4100",
    "127.0.0.1:4100",
    "127.8.8.8",
    "[::1]:4100",
    "LOCALHOST",
    "mock.localhost:1",
  ])("accepts the host %s", (host) => expect(refused({ host })).toBe(false));

  it.each([
    "evil.example",
    "127.0.0.1.evil.example:4100",
    "localhost.evil.example",
    "192.168.1.5:4100",
    "",
    "a@127.0.0.1",
    "127.0.0.1:x",
  ])("refuses the host %s, because a foreign name may resolve to this machine", (host) =>
    expect(refused({ host })).toBe(true),
  );

  it("accepts the address of the listener and the allowed names", () => {
    expect(refused({ host: "192.168.1.5:4100" }, "192.168.1.5")).toBe(false);
    expect(refused({ host: "192.168.1.5:4100" }, "0.0.0.0")).toBe(false);
    expect(refused({ host: "[fe80::1]:4100" }, "::")).toBe(false);
    expect(refused({ host: "metering:4100" }, "0.0.0.0")).toBe(true);
    expect(refused({ host: "metering:4100" }, "0.0.0.0", ["Metering"])).toBe(false);
  });

  it("accepts only pages of the same origin", () => {
    const host = "127.0.0.1:4100";
    expect(refused({ host, origin: "http://127.0.0.1:4100" })).toBe(false);
    expect(refused({ host, origin: "https://127.0.0.1:4100" })).toBe(false);
    for (const origin of [
      "http://127.0.0.1:5000",
      "http://evil.example",
      "null",
      "",
      "file://",
      "http://localhost:4100",
    ]) {
      expect([origin, refused({ host, origin })]).toEqual([origin, true]);
    }
  });

  it("refuses a request that the browser marks as cross-site", () => {
    const host = "127.0.0.1:4100";
    expect(
      ["same-origin", "none"].map((site) => refused({ host, "sec-fetch-site": site })),
    ).toEqual([false, false]);
    expect(
      ["cross-site", "same-site"].map((site) => refused({ host, "sec-fetch-site": site })),
    ).toEqual([true, true]);
  });
});

describe("the content type of a request to the control API", () => {
  it("is only accepted as JSON if a form cannot send it", () => {
    expect(
      ["application/json", "application/json; charset=utf-8", "application/problem+json"].map(
        isJson,
      ),
    ).toEqual([true, true, true]);
    expect(
      [
        undefined,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain; a=application/json",
        "application/jsonx",
      ].map(isJson),
    ).toEqual([false, false, false, false, false, false]);
  });
});
