import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

/** The polyfills that an application adds: modules, and functions of native code. */
export interface Polyfills {
  /** Bundles the modules that replace or add globals. */
  readonly modules?: boolean;
  /** Adds `crypto.getRandomValues`, as `react-native-get-random-values` does. */
  readonly randomValues?: boolean;
  /** Passes a class for SHA-256 to the client. */
  readonly sha256?: boolean;
}

const sources = "react-native";

/**
 * Runs calls of the client as React Native does. It loads the files of the condition
 * `react-native`, in a context with only the globals of React Native.
 *
 * @param project - a folder that has installed the packages and `test/runtimes`
 */
export async function callInReactNative(
  project: string,
  endpoint: string,
  { modules = false, randomValues = false, sha256 = false }: Polyfills,
): Promise<readonly string[]> {
  const context = createContext({
    host,
    console,
    setTimeout,
    clearTimeout,
    AbortController,
    atob,
    btoa,
    ...(randomValues && {
      crypto: { getRandomValues: (array: Uint8Array) => crypto.getRandomValues(array) },
    }),
  });
  runInContext(readFileSync(join(project, sources, "globals.js"), "utf8"), context);
  const require = createRequire(join(project, "package.json"));
  runInContext(readFileSync(require.resolve("whatwg-fetch/dist/fetch.umd.js"), "utf8"), context);
  if (modules) runInContext(await bundle(project, "polyfills.js"), context);
  if (!sha256) runInContext("delete globalThis.sha256", context);
  runInContext(await bundle(project, "main.js"), context);
  const answers: Promise<string[]> = runInContext(`calls(${JSON.stringify(endpoint)})`, context);
  return answers.catch((error: Error) => [error.message]);
}

async function bundle(project: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(project, sources, file)],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    mainFields: ["react-native", "browser", "main"],
    conditions: ["react-native", "import"],
    logLevel: "silent",
    plugins: [
      {
        name: "react-native",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^react-native$/ }, ({ path }) => ({ path, namespace: "native" }));
          onLoad({ filter: /.*/, namespace: "native" }, () => ({
            contents: "export const NativeModules = {}, Platform = { OS: 'android' };",
          }));
        },
      },
    ],
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

interface NativeResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: string;
  readonly base64: string;
}

/** The functions of the native side of React Native. Bytes are passed as base64. */
const host = {
  bytesOf: (base64: string) => [...Buffer.from(base64, "base64")],
  concat: (parts: readonly string[]) =>
    Buffer.concat(parts.map((part) => Buffer.from(part, "base64"))).toString("base64"),
  textOf: (bytes: readonly number[]) => Buffer.from(bytes).toString(),
  toBase64: (text: string) => Buffer.from(text).toString("base64"),
  toText: (base64: string) => Buffer.from(base64, "base64").toString(),
  send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: string | null,
    done: (failure: unknown, response?: NativeResponse) => void,
  ): void {
    // The native side of React Native sets the header `host` itself.
    const { host: _, ...others } = headers;
    const settle = async (): Promise<NativeResponse> => {
      const response = await fetch(url, { method, headers: others, body });
      return {
        status: response.status,
        type: response.headers.get("content-type") ?? "",
        headers: [...response.headers].map((pair) => pair.join(": ")).join("\r\n"),
        base64: Buffer.from(await response.arrayBuffer()).toString("base64"),
      };
    };
    settle().then((response) => done(undefined, response), done);
  },
};
