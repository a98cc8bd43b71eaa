import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { generateClient } from "./generate-client.js";

const modelWith = (shapes: string) =>
  modelOf(`$version: "2"
namespace demo
use aws.protocols#awsJson1_0

@awsJson1_0
service Demo { version: "1", operations: [Put] }
operation Put { input := { entries: Entries } }
map Entries { key: String, value: Values }
${shapes}`);

const sensitive = {
  "a sensitive text": "list Values { member: Secret }\n@sensitive string Secret",
  "a sensitive structure": "list Values { member: Secret }\n@sensitive structure Secret {}",
  "a sensitive list": "@sensitive list Values { member: String }",
  "a structure with a sensitive number":
    "list Values { member: Open }\nstructure Open { pin: Pin }\n@sensitive integer Pin",
};

describe("the commands of a client", () => {
  it.each(Object.entries(sensitive))("mask %s in logs at any depth", async (_, shapes) => {
    const { "command.ts": text } = await generateClient(modelWith(shapes));
    expect(text).toMatch(
      /import \{[^}]*maskSensitive[^}]*\} from "@tinsmith\/client-runtime\/generated\/v1"/,
    );
    expect(text).toContain("maskSensitive: maskSensitive,");
  });

  it("do not import the masking code without sensitive members", async () => {
    const files = await generateClient(modelWith("list Values { member: String }"));
    expect(Object.values(files).join("")).not.toContain("maskSensitive");
  });
});
