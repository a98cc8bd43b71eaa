import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** A published client of AWS, unpacked without its dependencies. */
export interface AwsPackage {
  readonly name: string;
  readonly version: string;
  /** The declarations of its main entry. */
  readonly declarations: string;
}

/**
 * The version of the clients that matches the models of the corpus: 3.779, from the first days of
 * April 2025.
 */
const minorOfModels = 779;

/**
 * Fetches the client of a service in the version that is nearest to the models, unless the folder
 * already contains it.
 *
 * @returns `undefined` if the package does not exist
 */
export function fetchAwsPackage(sdkId: string, folder: string): AwsPackage | undefined {
  const name = `@aws-sdk/client-${sdkId.toLowerCase().replaceAll(" ", "-")}`;
  const version = nearestVersion(name);
  if (version === undefined) return undefined;
  const target = join(folder, `${name.slice("@aws-sdk/".length)}-${version}`);
  const declarations = join(target, "package/dist-types/index.d.ts");
  if (!existsSync(declarations)) {
    mkdirSync(target, { recursive: true });
    const options = { cwd: target, encoding: "utf8" } as const;
    const packed = execFileSync("npm", ["pack", "--json", `${name}@${version}`], options);
    const [{ filename }]: [{ filename: string }] = JSON.parse(packed);
    execFileSync("tar", ["-xzf", filename], options);
  }
  return { name, version, declarations };
}

function nearestVersion(name: string): string | undefined {
  let versions: readonly string[];
  try {
    const answer = execFileSync("npm", ["view", name, "versions", "--json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    versions = [JSON.parse(answer)].flat();
  } catch {
    return undefined;
  }
  const distance = (minor: number) => Math.abs(minor - minorOfModels);
  const nearest = versions
    .flatMap((version) => /^3\.(\d+)\.0$/.exec(version)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? undefined : `3.${nearest}.0`;
}
