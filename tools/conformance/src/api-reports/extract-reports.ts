import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from "@microsoft/api-extractor";
import { workspaceRoot } from "../workspace.js";

/** Declarations of an entry, and the package that they belong to. */
export interface ExtractedFile {
  readonly packageFolder: string;
  /** A file of declarations, absolute. */
  readonly declarations: string;
}

/** As users resolve packages. */
const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  lib: ["es2022", "esnext.disposable"],
  types: ["node"],
  typeRoots: [join(workspaceRoot, "node_modules/@types")],
  strict: true,
  skipLibCheck: true,
};

/**
 * Runs API Extractor over files of declarations, in one TypeScript program, because most of the time
 * of a run is that of its program.
 *
 * @param files - the declarations of all entries
 * @param scratch - a folder for what API Extractor writes
 * @returns the report of each file, as API Extractor words it
 * @throws Error when API Extractor finds the declarations wrong
 */
export function extractReports(
  files: readonly ExtractedFile[],
  scratch: string,
): readonly string[] {
  const configs = files.map((file, index) => configOf(file, `${index}.api.md`, scratch));
  const [first, ...others] = configs;
  if (first === undefined) return [];
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: others.map((config) => config.mainEntryPointFilePath),
  });
  return configs.map((config) => {
    const problems: string[] = [];
    Extractor.invoke(config, {
      compilerState,
      localBuild: true,
      messageCallback(message) {
        message.handled = true;
        if (message.logLevel === ExtractorLogLevel.Error) problems.push(message.text);
      },
    });
    if (problems.length > 0)
      throw new Error(
        `API Extractor refuses ${config.mainEntryPointFilePath}:\n${problems.join("\n")}`,
      );
    return readFileSync(config.reportFilePath, "utf8");
  });
}

function configOf(
  { packageFolder, declarations }: ExtractedFile,
  reportFileName: string,
  scratch: string,
): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(packageFolder, "package.json"),
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: { compilerOptions, files: [declarations] },
        skipLibCheck: true,
      },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: scratch,
        reportTempFolder: join(scratch, "temp"),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
}
