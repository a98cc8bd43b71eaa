import { describe, expect, it, vi } from "vitest";
import type { AwsCredentialIdentityProvider } from "@smithy/types";
import { memoizeIdentity } from "../../src/auth/memoize-identity.js";

const identity = { accessKeyId: "a", secretAccessKey: "b" };
const inMinutes = (minutes: number) => ({
  ...identity,
  expiration: new Date(Date.now() + minutes * 60_000),
});

describe("memoizeIdentity", () => {
  it("calls the provider once for concurrent calls if the credentials do not expire", async () => {
    const provider = vi.fn<AwsCredentialIdentityProvider>(async () => identity);
    const credentials = memoizeIdentity(provider, {});
    await Promise.all([credentials(), credentials()]);
    await credentials();
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it("refreshes credentials that expire within five minutes", async () => {
    const provider = vi
      .fn<AwsCredentialIdentityProvider>()
      .mockResolvedValueOnce(inMinutes(4))
      .mockResolvedValueOnce(inMinutes(60));
    const credentials = memoizeIdentity(provider, {});
    await credentials();
    await credentials();
    await credentials();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it("calls the provider again with forceRefresh and after a failure", async () => {
    const provider = vi
      .fn<AwsCredentialIdentityProvider>()
      .mockRejectedValueOnce(new Error("not now"))
      .mockResolvedValue(identity);
    const credentials = memoizeIdentity(provider, {});
    await expect(credentials()).rejects.toThrow("not now");
    await credentials();
    await credentials({ forceRefresh: true });
    expect(provider).toHaveBeenCalledTimes(3);
  });

  it("passes the client's configuration to the provider", async () => {
    const provider = vi.fn<AwsCredentialIdentityProvider>(async () => identity);
    const config = { region: async () => "us-east-1" };
    await memoizeIdentity(provider, config)();
    expect(provider).toHaveBeenCalledWith({ callerClientConfig: config });
  });

  it("returns the cached identity until it expires if a refresh fails", async () => {
    const provider = vi
      .fn<AwsCredentialIdentityProvider>()
      .mockResolvedValueOnce(inMinutes(4))
      .mockRejectedValue(new Error("not now"));
    const credentials = memoizeIdentity(provider, {});
    const first = await credentials();
    expect(await credentials()).toBe(first);
    vi.useFakeTimers({ now: Date.now() + 5 * 60_000, toFake: ["Date"] });
    await expect(credentials()).rejects.toThrow("not now");
    vi.useRealTimers();
  });
});
