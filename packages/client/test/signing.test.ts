import { Sha256Js } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/transport";
import type { RequestSigner } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import { offline, stubHandler } from "./stub-handler.js";

const now = new Date("2026-11-01T05:59:00Z");

beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

function createClient(options: object) {
  const { handler, requests } = stubHandler({}, {});
  const client = new MarketplaceMetering({ ...offline, ...options, requestHandler: handler });
  const call = () => client.resolveCustomer({ RegistrationToken: "t" });
  const authorizations = () => requests.map(({ headers }) => headers["authorization"] ?? "");
  return { client, call, requests, authorizations };
}

const accessKeys = (authorizations: readonly string[]) =>
  authorizations.map((text) => /Credential=(\w+)\//.exec(text)?.[1]);

describe("the signature of a request", () => {
  it("uses the credentials that were assigned last", async () => {
    const { client, call, authorizations } = createClient({});
    await call();
    client.config.credentials = { accessKeyId: "AKIDNEXT", secretAccessKey: "s" };
    await call();
    expect(accessKeys(authorizations())).toEqual([offline.credentials.accessKeyId, "AKIDNEXT"]);
  });

  it("uses new credentials when the old credentials expire", async () => {
    let count = 0;
    const credentials = async () => ({
      accessKeyId: `AKID${(count += 1)}`,
      secretAccessKey: "s",
      expiration: new Date(now.getTime() + 60_000),
    });
    const { call, authorizations } = createClient({ credentials });
    await call();
    await call();
    expect(accessKeys(authorizations())).toEqual(["AKID1", "AKID2"]);
  });

  it("cannot be created with credentials that are not AWS credentials", async () => {
    const { call } = createClient({ credentials: async () => ({ token: "t" }) });
    await expect(call()).rejects.toThrow("accessKeyId");
  });

  it("uses the configured hash class", async () => {
    let hashes = 0;
    class CountedSha256 extends Sha256Js {
      constructor(secret?: ConstructorParameters<typeof Sha256Js>[0]) {
        super(secret);
        hashes += 1;
      }
    }
    // A new day requires a new signing key. Signing keys are cached.
    vi.setSystemTime(new Date("2026-12-01T00:00:00Z"));
    const counted = createClient({ sha256: CountedSha256 });
    await counted.call();
    const first = hashes;
    await counted.call();
    expect(first).toBeGreaterThan(0);
    // The three hashes are those of the body, the canonical request and the signature.
    expect(hashes - first).toBe(3);
  });
});

describe("the signer of a client", () => {
  it("signs a copy of the request, optionally for another region", async () => {
    const { client } = createClient({});
    const request = new HttpRequest({ method: "GET", path: "/", hostname: "example.com" });
    const signer = await client.config.signer();
    const signed = await signer.sign(request, { signingRegion: "eu-west-1" });
    expect(request.headers).toEqual({});
    expect(signed.headers["authorization"]).toContain(
      "/20261101/eu-west-1/aws-marketplace/aws4_request",
    );
  });

  it("can be replaced, and receives region, service and date", async () => {
    const sign = vi.fn<RequestSigner["sign"]>(async (request) => {
      request.headers["authorization"] = "mine";
      return request;
    });
    const { call, authorizations } = createClient({ signer: { sign } });
    await call();
    expect(authorizations()).toEqual(["mine"]);
    expect(sign).toHaveBeenCalledWith(expect.anything(), {
      signingDate: now,
      signingRegion: "us-east-1",
      signingService: "aws-marketplace",
    });
  });
});
