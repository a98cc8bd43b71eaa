import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../../service/test/load-plan.js";
import { generateClient, generateTypes, packages } from "../generate-client.js";
import { withClient } from "../run-client.js";
import { checkModules } from "../run-generated.js";
import { cells } from "./cells.js";

describe("the client of a service with endpoint discovery", () => {
  it("contains the discovery operation, its error, and the operations with discovered endpoints", async () => {
    const files = await generateClient(cells);
    expect(files["cells-client.ts"]).toContain(`  features: [
    endpointDiscovery({
      command: DescribeEndpointsCommand,
      takes: ["Operation", "Identifiers"],
      error: "InvalidEndpointException",
    }),
  ],`);
    expect(files["commands/write-command.ts"]).toContain(
      `  discovery: { required: true, identifiers: ["Table"] },`,
    );
    expect(files["commands/read-command.ts"]).toContain(`  discovery: { required: false },`);
    expect(files["commands/list-command.ts"]).not.toContain("discovery:");
    expect(files["commands/describe-endpoints-command.ts"]).not.toContain("discovery:");
    expect(files["plugins.ts"]).toContain(`optionCheck(["EndpointDiscoveryConfig", "SigV4Config"]`);
    expect(
      checkModules({ [packages.client]: files, [packages.types]: await generateTypes(cells) }),
    ).toEqual([]);
  }, 120_000);

  it("does not discover endpoints if it is stubbed", async () => {
    await withClient(cells, async (importModule) => {
      const { Cells } = await importModule("index.js");
      const { createStubs, stubResponses } = await importModule("stubs.js");
      if (typeof Cells !== "function")
        throw new TypeError("The module has no class of this client.");
      if (typeof createStubs !== "function" || typeof stubResponses !== "function") {
        throw new TypeError("The module has no stubs.");
      }
      const stubs = createStubs();
      await Reflect.construct(Cells, [{ plugins: [stubs] }]).write({ Table: "x" });
      expect(stubs.apiRequests).toMatchObject([{ operationName: "Write" }]);
      const client = Reflect.construct(Cells, [{}]);
      const later = stubResponses(client);
      await client.write({ Table: "x" });
      expect(later.apiRequests).toMatchObject([{ operationName: "Write" }]);
    });
  });

  it("does not import endpoint discovery if no operation uses it", async () => {
    const model = modelOf(`$version: "2"
      namespace demo
      use aws.api#clientEndpointDiscovery
      use aws.protocols#awsJson1_1
      @awsJson1_1
      @clientEndpointDiscovery(operation: DescribeEndpoints)
      service Demo { version: "1", operations: [DescribeEndpoints] }
      operation DescribeEndpoints { output := { Endpoints: Endpoints } }
      list Endpoints { member: Endpoint }
      structure Endpoint { Address: String, CachePeriodInMinutes: Long }`);
    const files = await generateClient(model);
    expect(Object.values(files).join("\n")).not.toContain("iscover");
  });
});
