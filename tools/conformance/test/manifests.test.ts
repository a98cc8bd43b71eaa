import { describe, expect, it } from "vitest";
import { rootFields, staleFiles, updateCommand, webAddress } from "../src/manifests/manifests.js";
import { publishedPackages, readManifest, workspaceRoot } from "../src/workspace.js";

describe("the manifests of published packages", () => {
  it("repeat author, license and repository of the root, and have its LICENSE beside them", async () => {
    expect(await staleFiles(), `Run \`${updateCommand}\`.`).toEqual([]);
  });

  it("get the addresses from the repository of the root", () => {
    const address = webAddress(rootFields());
    expect(address).toMatch(/^https:\/\/[^/]+\/[^/]+\/[^/]+$/);
    expect(readManifest(workspaceRoot)).toMatchObject({
      homepage: `${address}#readme`,
      bugs: `${address}/issues`,
    });
  });

  it.each(publishedPackages().map(({ manifest }) => [manifest.name, manifest] as const))(
    "have keywords and a description: %s",
    (_, manifest) => {
      expect(manifest).toMatchObject({ description: expect.stringMatching(/\.$/) });
      expect(manifest.keywords?.length).toBeGreaterThan(2);
      expect(manifest.keywords).toEqual([...new Set(manifest.keywords)].sort());
    },
  );
});
