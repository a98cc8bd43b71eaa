import * as aws from "@aws-sdk/client-marketplace-metering";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, it, vi } from "vitest";
import * as ours from "../src/index.js";
import { memberNames } from "./compile.js";
import { offline, stubHandler } from "./stub-handler.js";

/** Options that only the configuration of the AWS client has, each with the reason. */
const reasons: Readonly<Record<string, string>> = {
  serviceConfiguredEndpoint: "its type is `never`, so it cannot be set",
  cacheMiddleware: "an option that has no effect, so the resolved configuration omits it",
  credentialDefaultProvider: "only called while the configuration is resolved",
  defaultSigningName: "internal to the signers of the AWS SDK",
};

describe("the options of the AWS client", () => {
  it.each(["MarketplaceMeteringClientConfig", "MarketplaceMeteringClientResolvedConfig"])(
    "are members of %s, except for options that are listed with a reason",
    (type) => {
      const theirs = memberNames("@aws-sdk/client-marketplace-metering", type);
      const mine = memberNames("../src/index.js", type);
      expect(theirs.size).toBeGreaterThan(30);
      expect([...theirs].filter((name) => !mine.has(name) && !reasons[name])).toEqual([]);
    },
    60_000,
  );

  const rows: readonly (readonly [string, object])[] = [
    ["a signing region", { signingRegion: "eu-west-1" }],
    ["a path that is not encoded twice", { signingEscapePath: false }],
    ["a signer class", { signerConstructor: SignatureV4 }],
    [
      "a default credential provider",
      { credentials: undefined, credentialDefaultProvider: () => async () => offline.credentials },
    ],
    ["cached middleware", { cacheMiddleware: true }],
    ["a body length checker", { bodyLengthChecker: () => 7 }],
    ["a runtime name", { runtime: "worker" }],
  ];

  it.each(rows)("have the same effect in both clients for %s", async (_, options) => {
    vi.useFakeTimers({ now: new Date("2026-11-01T05:00:00Z"), toFake: ["Date"] });
    const [mine, theirs] = [stubHandler({}), stubHandler({})];
    const clients = [
      new ours.MarketplaceMetering({ ...offline, ...options, requestHandler: mine.handler }),
      new aws.MarketplaceMetering({ ...offline, ...options, requestHandler: theirs.handler }),
    ];
    for (const client of clients) await client.resolveCustomer({ RegistrationToken: "t" });
    vi.useRealTimers();
    const [sent, expected] = [mine, theirs].map(({ requests: [request] }) => ({
      scope: /Credential=([^,]*)/.exec(request?.headers["authorization"] ?? "")?.[1],
      length: request?.headers["content-length"],
      hostname: request?.hostname,
    }));
    expect(clients[0]?.config.runtime).toBe(clients[1]?.config.runtime);
    expect(sent).toEqual(expected);
    expect(sent?.scope).toContain(offline.credentials.accessKeyId);
  });

  it("replace the platform's functions in the configuration", () => {
    const functions = {
      base64Decoder: () => new Uint8Array(),
      base64Encoder: () => "",
      bodyLengthChecker: () => 1,
      streamCollector: async () => new Uint8Array(),
      urlParser: () => ({ protocol: "http:", hostname: "h", path: "/" }),
      utf8Decoder: () => new Uint8Array(),
      utf8Encoder: () => "",
    };
    expect(new ours.MarketplaceMeteringClient({ ...offline, ...functions }).config).toMatchObject(
      functions,
    );
    expect(new aws.MarketplaceMeteringClient({ ...offline, ...functions }).config).toMatchObject(
      functions,
    );
  });
});
