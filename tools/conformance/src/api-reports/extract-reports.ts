import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from "@microsoft/api-extractor";
import { workspaceRoot } from "../workspace.js";

/** A file of declarations and its package. */
export interface ExtractedFile {
  readonly packageFolder: string;
  /** A file of declarations, absolute. */
  readonly declarations: string;
}

/** Resolves packages as in the projects of users. */
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
 * Runs API Extractor on files of declarations. All files share one TypeScript program, because
 * creating a program takes most of the time.
 *
 * @param files - the declarations of all entries
 * @param scratch - a folder for the output of API Extractor
 * @returns the report of each file in the format of API Extractor
 * @throws Error if API Extractor rejects the declarations
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
        `API Extractor rejects ${config.mainEntryPointFilePath}:\n${problems.join("\n")}`,
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
