import * as aws from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import * as ours from "../src/index.js";
import { exportedNames } from "./compile.js";

/** What the AWS client exports and this one does not, with the reason. */
const reasons: Readonly<Record<string, string>> = {
  errorTypeRegistries:
    "a table of error classes for the protocols of the AWS SDK; commands here carry their own",
  MarketplaceMeteringServiceException$:
    "the entry of the base class in that table; the model has no such shape",
};

describe("the names that the package exports", () => {
  it("are, as values, those of the AWS client but for those with a reason", () => {
    // What Node adds to a CommonJS module that is imported.
    const added = ["default", "module.exports", "__esModule"];
    const missing = Object.keys(aws).filter((name) => !(name in ours) && !added.includes(name));
    const unexplained = missing.filter((name) => reasons[name] === undefined);
    console.info(missing.map((name) => `not exported: ${name}: ${reasons[name]}`).join("\n"));
    expect(unexplained).toEqual([]);
  });

  it("are the names of the built classes too, which instanceof goes by between copies", async () => {
    const built: Record<string, unknown> = await import(
      new URL("../dist/index.js", import.meta.url).href
    );
    const renamed = Object.entries(built).filter(
      ([name, value]) =>
        /^[A-Z]\w*Exception$/.test(name) && Reflect.get(Object(value), "name") !== name,
    );
    expect(Object.keys(built)).toContain("ThrottlingException");
    expect(renamed.map(([name]) => name)).toEqual([]);
  });

  it("are, as types, those of the AWS client but for those with a reason", () => {
    const theirs = exportedNames("@aws-sdk/client-marketplace-metering");
    const mine = exportedNames("../src/index.js");
    const missing = [...theirs.keys()].filter((name) => !mine.has(name));
    expect(missing.filter((name) => reasons[name] === undefined)).toEqual([]);
    const other = [...theirs].filter(([name, kind]) => mine.has(name) && mine.get(name) !== kind);
    expect(other).toEqual([]);
  }, 60_000);
});
