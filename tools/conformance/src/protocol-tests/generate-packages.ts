import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createBuildCache } from "@tinsmith/codegen";
import { formatDiagnostics, loadModel } from "@tinsmith/smithy";
import type { Model, Traits } from "@tinsmith/smithy";
import { filesBelow } from "../corpus-files.js";
import { scratchFolder } from "../generate.js";
import { writeEndpointRules } from "./endpoint-rules.js";

/** The targets that are generated for each service. */
const targets = ["types", "client", "mock-server", "protocol-tests"] as const;
type Target = (typeof targets)[number];

/** A service of the corpus, with its packages in `<workspace>/<name>/<target>`. */
export interface GeneratedService {
  /** The name of the folder and of the service shape. */
  readonly name: string;
  readonly shapeId: string;
  /** The name of its protocol: `restJson1`. */
  readonly protocol: string;
  readonly packages: Readonly<Record<Target, string>>;
}

/** The folder of the packages. */
export const workspace = join(scratchFolder, "protocol-tests");

/**
 * Generates packages for every service of the corpus that has protocol tests. Throws on any error.
 */
export async function generatePackages(corpus: string): Promise<readonly GeneratedService[]> {
  rmSync(workspace, { recursive: true, force: true });
  const sources = filesBelow(corpus, ".smithy").map(({ path }) => path);
  const tests = load(sources);
  const services = servicesOf(tests);
  mkdirSync(workspace, { recursive: true });
  sources.push(...writeEndpointRules(tests, join(workspace, "endpoint-rules.json")));
  writeFileSync(join(workspace, "sources.json"), JSON.stringify(sources));
  const cache = createBuildCache();
  for (const service of services) {
    const folder = join(workspace, service.name);
    mkdirSync(folder, { recursive: true });
    const plugins = Object.fromEntries(
      targets.map((target) => [
        target,
        { service: service.shapeId, package: service.packages[target], output: target },
      ]),
    );
    const configPath = join(folder, "smithy-build.json");
    writeFileSync(configPath, JSON.stringify({ version: "1.0", sources, plugins }));
    const { ok, diagnostics } = await build({ configPath, cache });
    if (!ok) {
      const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
      throw new Error(formatDiagnostics(errors.slice(0, 3), { color: false }));
    }
  }
  return services;
}

function load(sources: readonly string[]): Model {
  const { model } = loadModel(sources.map((path) => ({ path, text: readFileSync(path, "utf8") })));
  if (model === undefined) throw new Error("The model of the protocol tests cannot be loaded.");
  return model;
}

function servicesOf(model: Model): readonly GeneratedService[] {
  return model.shapesOfType("service").map(({ id, traits }) => {
    const name = id.slice(id.indexOf("#") + 1);
    const packageOf = (target: Target): string => `@${name.toLowerCase()}/${target}`;
    return {
      name,
      shapeId: id,
      protocol: protocolOf(traits),
      packages: {
        types: packageOf("types"),
        client: packageOf("client"),
        "mock-server": packageOf("mock-server"),
        "protocol-tests": packageOf("protocol-tests"),
      },
    };
  });
}

/** Every service of the corpus has a protocol. */
function protocolOf(traits: Traits): string {
  const id = [...traits.keys()].find((trait) =>
    /^(aws|smithy)\.protocols#\w+\d|#(aws|ec2)Query$|#restXml$/.test(trait),
  );
  return id?.slice(id.indexOf("#") + 1) ?? "none";
}
