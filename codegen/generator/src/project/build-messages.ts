import { placeOf } from "@tinsmith/smithy";
import type { Diagnostic, Severity, Span } from "@tinsmith/smithy";

interface Place {
  readonly span?: Span | undefined;
}

const report = (
  code: string,
  message: string,
  { span, hint }: Place & { readonly hint?: string | undefined } = {},
  severity: Severity = "ERROR",
): Diagnostic => ({
  code,
  severity,
  message,
  ...(span !== undefined && { span }),
  ...(hint !== undefined && { hint }),
});

/** All messages of a build, except those of the language. */
export const messages = {
  configMissing: (path: string) =>
    report("Build.Config", `Configuration file not found: ${path}`, {
      hint: 'Create one: { "version": "1.0", "sources": ["."], "plugins": { … } }',
    }),
  configUnreadable: (path: string, reason: string) =>
    report("Build.Config", `${path} cannot be read: ${reason}`),
  configSyntax: (reason: string, place: Place) => report("Build.Config", reason, place),
  configValue: (path: string, reason: string, place: Place & { readonly hint?: string }) =>
    report("Build.Config", path === "" ? reason : `${path}: ${reason}`, place),
  unknownProjection: (name: string, hint: string) =>
    report("Build.Config", `Unknown projection ${JSON.stringify(name)}`, { hint }),
  unknownPlugin: (name: string, hint: string) =>
    report("Build.Config", `Unknown plugin ${JSON.stringify(name)}`, { hint }),
  mavenIgnored: (place: Place) =>
    report(
      "Build.Maven",
      "Maven dependencies are not read, because this build was started without a reader for them",
      { ...place, hint: "The command line has one: run tinsmith build" },
      "WARNING",
    ),
  mavenFailed: (reason: string, place: Place) => report("Build.Maven", reason, place),
  codeNotRun: (artifacts: readonly string[], place: Place) =>
    report(
      "Build.Maven",
      `Only the models of Maven dependencies are read. The Java code in ${artifacts.length} of them, such as validators and plugins, is not run: ${artifacts.join(", ")}`,
      place,
      "NOTE",
    ),
  variableMissing: (name: string, place: Place) =>
    report("Build.Config", `The environment variable ${name} is not set`, {
      ...place,
      hint: "To keep ${…} as text, write \\\\${…}",
    }),
  transformFailed: (reason: string, place: Place) => report("Build.Transform", reason, place),
  artifactMissing: (place: Place) =>
    report("Build.Plugin", 'The plugin "run" requires a name for its output', {
      ...place,
      hint: 'Write "run::name"',
    }),
  runFailed: (key: string, reason: string, place: Place, output = "") =>
    report(
      "Build.Run",
      `The program of ${JSON.stringify(key)} failed: ${reason}${output === "" ? "" : `\n${output}`}`,
      place,
    ),
  sourceMissing: (path: string, place: Place) =>
    report("Build.Sources", `File or folder not found: ${path}`, {
      ...place,
      hint: "Expected a file, a folder, or the name of an installed npm package with a model",
    }),
  sourceUnreadable: (path: string, reason: string, place: Place) =>
    report("Build.Sources", `${path} cannot be read: ${reason}`, place),
  packageWithoutModel: (name: string, place: Place) =>
    report("Build.Sources", `The package ${name} contains no model`, {
      ...place,
      hint: 'Its package.json must list the sources: "smithy": { "sources": ["model"] }',
    }),
  noSources: (place: Place) =>
    report("Build.Sources", "The sources contain no model: no .smithy file and no JSON AST", place),
  noService: (place: Place) =>
    report("Build.Service", "The model has no service to generate from", place),
  chooseService: (ids: readonly string[], place: Place) =>
    report("Build.Service", `The model has ${ids.length} services; "service" must name one`, {
      ...place,
      hint: `Expected one of: ${ids.join(", ")}`,
    }),
  unknownService: (id: string, hint: string | undefined, place: Place) =>
    report("Build.Service", `The model has no service ${id}`, { ...place, hint }),
  unknownTarget: (name: string, hint: string, place: Place) =>
    report("Build.Plugin", `Unknown target or module ${JSON.stringify(name)}`, {
      ...place,
      hint,
    }),
  javaPluginSkipped: (name: string, place: Place) =>
    report(
      "Build.Plugin",
      `The plugin ${JSON.stringify(name)} is skipped because it needs Java`,
      place,
      "NOTE",
    ),
  targetSkipped: (name: string, reason: string, place: Place & { readonly hint: string }) =>
    report(
      "Build.Target",
      `The target ${JSON.stringify(name)} is skipped: ${reason}`,
      place,
      "WARNING",
    ),
  nothingToGenerate: (place: Place) =>
    report("Build.Target", "Nothing was generated: every target is skipped", place),
  unusedOperation: (id: string, place: Place) =>
    report(
      "Build.Service",
      `The operation ${id} belongs to no service, so nothing is generated for it`,
      { ...place, hint: 'Add it to the "operations" of a service or a resource' },
      "WARNING",
    ),
  farTimestamp: (id: string, value: number, place: Place) =>
    report(
      "Build.Example",
      `An example of ${id} is left out: JavaScript cannot represent the timestamp ${value}`,
      { ...place, hint: "A number counts seconds since 1970; this one may count milliseconds" },
      "WARNING",
    ),
  emptyService: (id: string, place: Place) =>
    report(
      "Build.Service",
      `The service ${id} has no operations, so its client and server are empty`,
      { ...place, hint: 'Add "operations" or "resources" to the service' },
      "WARNING",
    ),
  targetIgnored: (name: string, place: Place) =>
    report(
      "Build.Plugin",
      `Unknown target or module ${JSON.stringify(name)}; it is skipped`,
      place,
      "WARNING",
    ),
  notRun: (name: string, place: Place) =>
    report(
      "Build.Plugin",
      `${JSON.stringify(name)} is skipped: this build does not run programs or modules of the configuration`,
      place,
      "WARNING",
    ),
  notAPlugin: (name: string, place: Place) =>
    report(
      "Build.Plugin",
      `The default export of the module ${JSON.stringify(name)} is neither a generator nor a protocol`,
      {
        ...place,
        hint: "Export the result of defineGenerator() or defineProtocol() as default",
      },
    ),
  moduleMissing: (name: string, place: Place) =>
    report(
      "Build.Plugin",
      `The module ${JSON.stringify(name)} is not installed: traits that it may define are missing`,
      place,
      "WARNING",
    ),
  moduleFailed: (name: string, reason: string, place: Place) =>
    report("Build.Plugin", `The module ${JSON.stringify(name)} cannot be loaded: ${reason}`, place),
  badProtocol: (name: string, reason: string, place: Place) =>
    report(
      "Build.Plugin",
      `The protocol of the module ${JSON.stringify(name)} is not valid: ${reason}`,
      place,
    ),
  protocolTwice: (trait: string, first: string, second: string, place: Place) =>
    report(
      "Build.Plugin",
      `The modules ${JSON.stringify(first)} and ${JSON.stringify(second)} define the same protocol, ${trait}`,
      place,
    ),
  targetFailed: (name: string, reason: string, place: Place) =>
    report("Build.Target", `The target ${JSON.stringify(name)} failed: ${reason}`, place),
  nothingToRecord: (place: Place) =>
    report("Build.Record", "No target keeps recordings", {
      ...place,
      hint: 'Name a file in the plugin "docs": "recordings": { "file": "recordings.json" }',
    }),
  targetWarning: (name: string, warning: string, place: Place) =>
    report("Build.Target", `${JSON.stringify(name)}: ${warning}`, place, "WARNING"),
  badPath: (target: string, path: string, reason: string, place: Place) =>
    report(
      "Build.Output",
      `The target ${JSON.stringify(target)} would write ${JSON.stringify(path)}, which ${reason}`,
      place,
    ),
  collidingPaths: (target: string, paths: readonly [string, string], place: Place) =>
    report(
      "Build.Output",
      `The target ${JSON.stringify(target)} would write ${paths.map((path) => JSON.stringify(path)).join(" and ")}, which are the same path on some file systems`,
      place,
    ),
  shared: (what: string, first: Place & { readonly key: string }, second: string, place: Place) =>
    report(
      "Build.Output",
      `The targets ${JSON.stringify(first.key)} and ${JSON.stringify(second)} have the same ${what}`,
      { ...place, hint: first.span && `The first one is at ${placeOf(first.span)}` },
    ),
  outsideWorkspace: (key: string, output: string, workspace: string, place: Place) =>
    report(
      "Build.Output",
      `The output of ${JSON.stringify(key)} is ${output}, outside of the workspace ${workspace}`,
      { ...place, hint: "Allow it with --allow-outside" },
    ),
  packageUnreadable: (path: string, reason: string) =>
    report("Build.Output", `${path} cannot be updated: ${reason}`),
  writeFailed: (reason: string) => report("Build.Output", `Nothing was written: ${reason}`),
};
