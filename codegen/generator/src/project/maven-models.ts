import type { Diagnostic, SourceText } from "@tinsmith/smithy";
import { describeFileError } from "../output/file-error.js";
import type { MavenConfig } from "./build-config.js";
import { messages } from "./build-messages.js";
import type { Environment } from "./environment.js";
import type { JsonDocument } from "./json-document.js";

/** The configuration and the environment that determine Maven dependencies. */
export interface DependencyRequest {
  readonly maven: MavenConfig;
  /** The folder of the configuration, which has the lock file. */
  readonly folder: string;
  readonly env: Environment;
}

/** The models of Maven dependencies. */
export interface DependencyModels {
  readonly sources: readonly SourceText[];
  /** The artifacts that contain Java code which the reference implementation would run. */
  readonly withCode: readonly string[];
  /** Files to watch, absolute. */
  readonly inputs: readonly string[];
}

/**
 * Reads the models of Maven dependencies. The command line provides this function, because it uses
 * the network.
 *
 * @throws Error whose message is shown, and so contains no credentials
 */
export type DependencyReader = (request: DependencyRequest) => Promise<DependencyModels>;

/** Reads the models of the Maven dependencies of a configuration, if it has any. */
export async function readDependencies(
  request: Omit<DependencyRequest, "maven"> & { readonly maven: MavenConfig | undefined },
  read: DependencyReader | undefined,
  document: JsonDocument,
): Promise<DependencyModels & { readonly diagnostics: readonly Diagnostic[] }> {
  const { maven } = request;
  const nothing = { sources: [], withCode: [], inputs: [], diagnostics: [] };
  if (maven === undefined || maven.dependencies.length === 0) return nothing;
  // The frame of a diagnostic would show credentials that are written beside the dependencies.
  const place = { span: hasCredentials(maven) ? undefined : document.spanOf(["maven"], "key") };
  if (read === undefined) return { ...nothing, diagnostics: [messages.mavenIgnored(place)] };
  try {
    const models = await read({ ...request, maven });
    const { withCode } = models;
    const notes = withCode.length === 0 ? [] : [messages.codeNotRun(withCode, place)];
    return { ...models, diagnostics: notes };
  } catch (error) {
    return { ...nothing, diagnostics: [messages.mavenFailed(describeFileError(error), place)] };
  }
}

const hasCredentials = ({ repositories }: MavenConfig): boolean =>
  repositories.some(
    ({ url, httpCredentials, proxyCredentials }) =>
      httpCredentials !== undefined || proxyCredentials !== undefined || url.includes("@"),
  );
