import { describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";

/** Calls a method as untyped JavaScript can: with arguments that its types do not allow. */
function call(name: string, argument: unknown): unknown {
  const server = createMockServer();
  const method: unknown = Reflect.get(server, name);
  if (typeof method !== "function") throw new Error(`The server has no method ${name}.`);
  return Reflect.apply(method, server, [argument]);
}

describe("the mock server", () => {
  it.each<[string, unknown, string]>([
    ["metered", { dimensions: "users" }, 'Unknown member "dimensions". Expected one of:'],
    ["metered", "users", "The filter of records is not valid"],
    ["metered", { customer: 111122223333 }, "customer: Expected a string."],
    ["metered", { quantity: "3" }, "quantity: Expected a number."],
    ["verifyMetered", { product: null }, "product: Expected a string."],
    ["checkMetered", { quantity: "3" }, "quantity: Expected a number."],
    ["checkMetered", { quantities: 5 }, 'Unknown member "quantities". Expected one of:'],
    ["verifyMetered", { times: "2" }, "times: Expected an integer of at least 0."],
    ["verifyMetered", { timestamp: "noon" }, "timestamp: Expected an instant with a zone"],
    ["verifyMetered", undefined, "The expectation is not valid"],
    ["issueToken", { product: "x" }, 'Missing member "customer".'],
    ["issueToken", { customer: "1", product: "x", licence: "y" }, 'Unknown member "licence".'],
    ["on", "MeterUsag", 'Unknown operation "MeterUsag". Expected one of: BatchMeterUsage,'],
  ])("rejects the call %s(%j)", (name, argument, message) => {
    expect(() => call(name, argument)).toThrow(message);
  });

  it.each<[unknown, string]>([
    [{ setting: {} }, 'Unknown option "setting" of the server. Expected one of:'],
    [{ settings: { batchWindowHours: "6" } }, "batchWindowHours: Expected a number."],
    [{ sampleSeed: 5 }, 'Invalid option "sampleSeed" of the server: 5. Expected a string.'],
    [{ port: "4100" }, 'Invalid option "port" of the server: "4100".'],
    [{ state: 5 }, "Expected a path, a URL or a change log."],
    ...[5, "off", true, [1], { routes: 5 }, { hosts: [] }].map((control): [unknown, string] => [
      { control },
      'option "control',
    ]),
    [{ control: null }, 'option "control" of the server: null.'],
    [null, "Invalid options of the server: null."],
    [[], "Invalid options of the server: []."],
    ["seed.json", 'Invalid options of the server: "seed.json".'],
  ])("rejects the options %j", (options, message) => {
    const create = (): unknown => Reflect.apply(createMockServer, undefined, [options]);
    expect(create).toThrow(message);
  });

  it("accepts asymmetric matchers of a test framework in an expectation", () => {
    const server = createMockServer();
    expect(server.checkMetered({ times: 0, dimension: expect.any(String) }).ok).toBe(true);
  });
});
