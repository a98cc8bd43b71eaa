import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createBuildCache } from "@tinsmith/codegen";
import { loadProject } from "@tinsmith/codegen/project";
import { formatDiagnostics, printJson, serializeAst } from "@tinsmith/smithy";
import type { Diagnostic, Model, Traits } from "@tinsmith/smithy";
import { writeSuppressions } from "../generate.js";
import { scratchFolder } from "../generate.js";
import { writeEndpointRules } from "./endpoint-rules.js";

/** The targets that are generated for each service. */
const targets = ["types", "client", "mock-server", "protocol-tests"] as const;
type Target = (typeof targets)[number];

/** A service of a suite. Its packages are in `<workspace>/<name>/<target>`. */
export interface GeneratedService {
  /** The name of the folder and of the service shape. */
  readonly name: string;
  readonly shapeId: string;
  /** The name of its protocol: `restJson1`. */
  readonly protocol: string;
  readonly packages: Readonly<Record<Target, string>>;
}

/** A suite of protocol tests, and the settings with which it is generated and run. */
export interface ProtocolTestSuite {
  /** The name of the folder for its packages, in the scratch folder. */
  readonly name: string;
  /** The files of the model, absolute. */
  readonly sources: readonly string[];
  /** A third-party protocol. */
  readonly protocol?: {
    /** The module of the plugin. */
    readonly plugin: string;
    /** The module that exports `protocols` for dynamic clients. */
    readonly dynamic: string;
  };
}

/** Returns the folder of the packages of a suite. */
export function workspaceOf({ name }: ProtocolTestSuite): string {
  return join(scratchFolder, name);
}

/**
 * Returns the file with the model of a suite as a JSON AST. The AST includes the definitions of all
 * traits.
 */
export function modelFileOf(suite: ProtocolTestSuite): string {
  return join(workspaceOf(suite), "model.json");
}

/**
 * Generates packages for every service of the suite that has protocol tests. Throws on any error.
 */
export async function generatePackages(
  suite: ProtocolTestSuite,
): Promise<readonly GeneratedService[]> {
  const workspace = workspaceOf(suite);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  const protocols = suite.protocol === undefined ? {} : { [suite.protocol.plugin]: {} };
  const tests = await load(suite.sources, protocols);
  const services = servicesOf(tests);
  const rules = writeEndpointRules(tests, join(workspace, "endpoint-rules.json"));
  const sources = [...suite.sources, ...rules];
  const model = rules.length === 0 ? tests : await load(sources, protocols);
  writeFileSync(modelFileOf(suite), printJson(serializeAst(model)));
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
    const all = [...sources, writeSuppressions(folder)];
    const config = { version: "1.0", sources: all, plugins: { ...protocols, ...plugins } };
    writeFileSync(configPath, JSON.stringify(config));
    const { ok, diagnostics } = await build({ configPath, cache });
    if (!ok) throw new Error(textOfErrors(diagnostics));
  }
  return services;
}

async function load(sources: readonly string[], plugins: object): Promise<Model> {
  const config = { version: "1.0" as const, sources: [...sources], plugins: { ...plugins } };
  const { model, diagnostics } = await loadProject({ configPath: scratchFolder, config });
  if (model === undefined) throw new Error(textOfErrors(diagnostics));
  return model;
}

function textOfErrors(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(
    ({ severity }) => severity === "ERROR" || severity === "DANGER",
  );
  return formatDiagnostics(errors.slice(0, 3), { color: false });
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

/** Returns the protocol of a service. Every service of the corpus has one. */
function protocolOf(traits: Traits): string {
  const id = [...traits.keys()].find((trait) =>
    /^(aws|smithy)\.protocols#\w+\d|#(aws|ec2)Query$|#restXml$|#simpleRestJson$/.test(trait),
  );
  return id?.slice(id.indexOf("#") + 1) ?? "none";
}
