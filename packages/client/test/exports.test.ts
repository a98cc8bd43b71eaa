import * as aws from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import * as ours from "../src/index.js";
import { exportedNames } from "./compile.js";

describe("the exports of the package", () => {
  it("include every value that the AWS client exports", () => {
    // Node.js adds these names to imported CommonJS modules.
    const added = ["default", "module.exports", "__esModule"];
    const missing = Object.keys(aws).filter((name) => !(name in ours) && !added.includes(name));
    expect(missing).toEqual([]);
  });

  it("keep the names of exception classes in the build, because instanceof compares them", async () => {
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

  it("include every type that the AWS client exports", () => {
    const theirs = exportedNames("@aws-sdk/client-marketplace-metering");
    const mine = exportedNames("../src/index.js");
    expect([...theirs.keys()].filter((name) => !mine.has(name))).toEqual([]);
    const other = [...theirs].filter(([name, kind]) => mine.has(name) && mine.get(name) !== kind);
    expect(other).toEqual([]);
  }, 60_000);
});
