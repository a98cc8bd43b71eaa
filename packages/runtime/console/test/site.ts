import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "@tinsmith/codegen";

/** Returns the model of a service with every kind of field. The protocol is a parameter. */
const model = (trait: string): string => `
$version: "2.0"
namespace example.parcels
use ${trait}

@${trait.slice(trait.indexOf("#") + 1)}
${trait.includes("Query") ? '@xmlNamespace(uri: "https://parcels.example/")' : ""}
@title("Parcels")
service Parcels { version: "2020-01-01", operations: [SendParcel, GetParcel] }

@http(method: "POST", uri: "/parcels/{Name}")
@examples([
    { title: "Send two", input: { Name: "two", Weight: 2, Kind: "SMALL" }, output: { Id: "parcel-2" } }
])
operation SendParcel {
    input := {
        @required
        @httpLabel
        @length(min: 1, max: 9)
        Name: String
        @range(min: 1, max: 30)
        Weight: Integer
        Kind: Kind
        Express: Boolean
        SentAt: Timestamp
        Lines: Lines
        Labels: Labels
        Payment: Payment
    }
    output := { Id: String, ArrivesAt: Timestamp }
    errors: [Refused]
}

@readonly
@http(method: "GET", uri: "/parcels/{Name}")
operation GetParcel {
    input := { @required @httpLabel Name: String, @httpQuery("detail") Detail: Boolean }
    output := { Id: String, At: Timestamp }
}

enum Kind { SMALL, LARGE }
list Lines { member: Line }
structure Line { @required Text: String, Lines: Lines }
map Labels { key: String, value: String }
union Payment { Card: String, Cash: Cash }
structure Cash { Amount: Integer }
@error("client")
@httpError(409)
structure Refused { message: String }
`;

/** Builds the site of the test service with its console, and returns its folder. */
export async function buildSite(trait: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "console-"));
  writeFileSync(join(folder, "model.smithy"), model(trait));
  const config = {
    version: "1.0",
    sources: ["model.smithy"],
    plugins: { docs: { output: "docs" } },
  };
  writeFileSync(join(folder, "smithy-build.json"), JSON.stringify(config));
  const { ok, diagnostics } = await build({ configPath: folder });
  if (!ok) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const site = join(folder, "docs/src/generated");
  for (const file of ["console.js", "console.css"]) {
    const built = fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
    cpSync(built, join(site, "assets", file));
  }
  return site;
}
