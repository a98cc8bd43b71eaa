import { afterEach, describe, expect, it, vi } from "vitest";
import { NodeSettings } from "../../src/node/settings.js";

const settings = () => new NodeSettings({ serviceId: "Some Service" });

afterEach(() => vi.unstubAllEnvs());

describe("NodeSettings", () => {
  it("reads a setting on first use and caches it", async () => {
    const { userAgentAppId } = settings();
    vi.stubEnv("AWS_SDK_UA_APP_ID", "first");
    expect(await userAgentAppId()).toBe("first");
    vi.stubEnv("AWS_SDK_UA_APP_ID", "second");
    expect(await userAgentAppId()).toBe("first");
    expect(await settings().userAgentAppId()).toBe("second");
  });

  it("reads a missing setting again on the next call", async () => {
    for (const name of ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
      vi.stubEnv(name, "/none");
    vi.stubEnv("AWS_REGION", undefined);
    const { region } = settings();
    await expect(region()).rejects.toThrow("Region is missing");
    vi.stubEnv("AWS_REGION", "eu-west-1");
    expect(await region()).toBe("eu-west-1");
  });

  it("prefers the endpoint URL of the service to the general endpoint URL", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://all");
    vi.stubEnv("AWS_ENDPOINT_URL_SOME_SERVICE", "http://some");
    expect(await settings().endpointUrl()).toBe("http://some");
    vi.stubEnv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    expect(await settings().endpointUrl()).toBeUndefined();
  });
});
