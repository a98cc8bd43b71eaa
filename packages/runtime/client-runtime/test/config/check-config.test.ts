import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/check-config.js";

describe("checkConfig", () => {
  it.each([
    ["tls", "yes", 'must be a boolean. Received "yes".'],
    ["useFipsEndpoint", 1, "must be a boolean or a function. Received 1."],
    ["region", 5, "must be a string or a function. Received 5."],
    ["extensions", {}, "must be an array. Received Object."],
    ["requestHandler", "http", 'must be an object. Received "http".'],
    ["requestHandler", [], "must be an object. Received Array."],
    ["maxAttempts", "3", 'must be a number from 0 or a function. Received "3".'],
    ["maxAttempts", Number.NaN, "must be a number from 0 or a function. Received NaN."],
    ["maxAttempts", -1, "must be a number from 0 or a function. Received -1."],
    ["retryStrategy", {}, "must be a retry strategy. Received Object."],
    ["retryStrategy", () => ({}), "must be a retry strategy. Received Function."],
    ["systemClockOffset", "soon", 'must be a signed number. Received "soon".'],
    ["tls", () => true, "must be a boolean. Received Function."],
    ["profile", () => "dev", "must be a string. Received Function."],
    ["requestHandler", () => ({}), "must be an object. Received Function."],
    ["plugins", () => [], "must be an array. Received Function."],
    ["customUserAgent", 5, "must be a string or an array. Received 5."],
    ["sha256", "sha256", 'must be a function. Received "sha256".'],
    ["signer", "v4", 'must be an object or a function. Received "v4".'],
    ["credentials", "AKID:secret", 'must be an object or a function. Received "string".'],
    ["endpoint", { host: "localhost" }, "must be an absolute URL. Received Object."],
    ["endpoint", 5, "must be an absolute URL. Received 5."],
    ["retryMode", "adaptiv", 'must be one of: standard, adaptive. Received "adaptiv".'],
    ["defaultsMode", "fast", "must be one of: standard, in-region"],
    ["endpoint", "localhost:3000", 'must be an absolute URL. Received "localhost:3000".'],
  ])("rejects the option %s with the value %s", (name, value, message) => {
    const check = () => checkConfig({ [name]: value });
    expect(check).toThrow(TypeError);
    expect(check).toThrow(`The client option "${name}" ${message}`);
  });

  it.each([null, [], "us-east-1"])("rejects %j as the options", (options) => {
    // Untyped programs can pass any value.
    expect(() => checkConfig(options as unknown as object)).toThrow(
      "Client options must be an obj",
    );
  });

  it.each([
    { region: "us-east-1", tls: false, maxAttempts: 1, retryMode: "adaptive" },
    { systemClockOffset: -5000 },
    { maxAttempts: 0, retryStrategy: { acquireInitialRetryToken: () => undefined } },
    {
      region: async () => "us-east-1",
      retryMode: async () => "standard",
      maxAttempts: async () => 2,
    },
    { endpoint: "HTTP://localhost:3000" },
    { region: undefined, optionOfTheService: 5 },
    { endpoint: null, credentials: null, requestHandler: null, signer: null, logger: null },
    { logger: console, signer: async () => ({}), customUserAgent: [["app", "1"]] },
    { endpoint: new URL("http://localhost:3000"), retryStrategy: { retry: () => undefined } },
  ])("accepts %o", (options) => {
    expect(() => checkConfig(options as object)).not.toThrow();
  });
});
