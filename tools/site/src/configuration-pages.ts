import { describeConfiguration } from "@tinsmith/codegen/manual";
import type { ManualPage, OptionText, PluginTexts } from "@tinsmith/codegen/manual";
import { block, code, fileName, table } from "./markdown.js";

/** The purpose of each plugin, in one sentence. */
const purposes: Readonly<Record<string, string>> = {
  types:
    "Writes the types of a service's data: interfaces, enums, errors; schemas, constraints, and a validator for every shape.",
  client: "Writes a client. It imports the package of the target `types`.",
  "mock-server":
    "Writes a mock server, in process or as a command. It imports the package of the target `types`.",
  "protocol-tests":
    "Writes the cases of `smithy.test` in the model as tests of the generated client and server.",
  docs: "Writes a documentation site as static files, and the same pages as Markdown.",
  model: "Writes the model as JSON AST.",
  "build-info":
    "Writes `smithy-build-info.json`: the projection, the validation events, the metadata, and the ids of traits, services, operations and resources.",
  sources: "Writes the source files, or the transformed model of a projection.",
  run: "Runs a program with the model. The files that it creates are the output of the plugin.",
};

/**
 * Returns the page of `smithy-build.json`, and a page for each plugin. The pages are created from
 * the schemas.
 */
export async function configurationPages(): Promise<readonly ManualPage[]> {
  const { configuration, common, targets, others } = await describeConfiguration();
  const plugins = [...targets, ...others];
  const markdown = [
    "The file `smithy-build.json` beside a model says what is generated. It has the form that the Smithy tools use.",
    block(
      "json",
      JSON.stringify(
        {
          version: "1.0",
          sources: ["main.smithy"],
          plugins: {
            types: { package: "@acme/weather-types", output: "../packages/types" },
            client: { package: "@acme/weather-client", output: "../packages/client" },
          },
        },
        undefined,
        2,
      ),
    ),
    "## Options",
    optionTable(configuration),
    "## Plugins",
    table(
      ["Plugin", "Purpose"],
      plugins.map(({ name }) => [
        `[${code(name)}](plugins/${fileName(name)}.md)`,
        purposes[name] ?? "",
      ]),
    ),
    "A key can also be the module of a custom target or protocol: see [Writing a generator](writing-a-generator.md).",
    "## Options of every target",
    optionTable(common),
    "## Variables",
    "`${NAME}` in any string is an environment variable, `\\\\${NAME}` the text itself. `SMITHY_ROOT_DIR` is the folder in which the build was started.",
  ].join("\n\n");
  return [
    { path: "configuration.html", title: "All options", markdown },
    ...targets.map((target) => pluginPage(target, true)),
    ...others.map((plugin) => pluginPage(plugin, false)),
  ];
}

function pluginPage({ name, options }: PluginTexts, isTarget: boolean): ManualPage {
  const markdown = [
    purposes[name] ?? "",
    block("json", JSON.stringify({ plugins: { [exampleKey(name)]: {} } }, undefined, 2)),
    ...(options.length === 0 ? [] : ["## Options", optionTable(options)]),
    isTarget
      ? "`service`, `package` and `output` are [options of every target](../configuration.md#options-of-every-target)."
      : "",
  ].join("\n\n");
  return { path: `plugins/${fileName(name)}.html`, title: name, markdown };
}

const exampleKey = (name: string): string => (name === "run" ? "run::name" : name);

function optionTable(options: readonly OptionText[]): string {
  return table(
    ["Option", "Type", "Meaning"],
    options.map(({ path, type, isRequired, text }) => [
      code(path),
      isRequired ? `${type}, required` : type,
      text,
    ]),
  );
}
