import { dirname, resolve } from "node:path";
import type { Project, ProjectionPlugin } from "@tinsmith/codegen";

/** The guides of a use of the target `docs`, and what their programs need. */
export interface Documentation {
  /** Files and folders, relative to the configuration. */
  readonly guides: readonly string[];
  /** The endpoint that programs call. */
  readonly endpoint: string;
  /** The folders of the generated packages, by npm name. */
  readonly packages: ReadonlyMap<string, string>;
  /** The module of the mock server: a path relative to the configuration, or a package. */
  readonly server: string | undefined;
}

/** The endpoint of snippets, unless an option names another. */
const defaultEndpoint = "http://127.0.0.1:8080";

/** Returns the uses of the target `docs` that have guides. */
export function findDocumentations({ configPath, projections }: Project): readonly Documentation[] {
  const folder = dirname(configPath);
  return projections.flatMap(({ plugins }) =>
    plugins
      .filter(({ key }) => key.split("::")[0] === "docs")
      .flatMap(({ value }): readonly Documentation[] => {
        const { guides, endpoint, recordings } = value;
        if (!Array.isArray(guides)) return [];
        return [
          {
            guides: guides.filter((path) => typeof path === "string"),
            endpoint: typeof endpoint === "string" ? endpoint : defaultEndpoint,
            packages: packagesOf(plugins, folder),
            server: textOf(recordings, "server") ?? mockServerOf(plugins),
          },
        ];
      }),
  );
}

function packagesOf(
  plugins: readonly ProjectionPlugin[],
  folder: string,
): ReadonlyMap<string, string> {
  return new Map(
    plugins.flatMap(({ value: { package: name, output } }) =>
      typeof name === "string" && typeof output === "string"
        ? [[name, resolve(folder, output)] as const]
        : [],
    ),
  );
}

function mockServerOf(plugins: readonly ProjectionPlugin[]): string | undefined {
  const plugin = plugins.find(({ key }) => key.split("::")[0] === "mock-server");
  return textOf(plugin?.value, "package");
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : undefined;
}
