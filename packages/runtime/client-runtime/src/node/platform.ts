import { platform as system, release } from "node:os";
import { resolveDefaultsModeConfig } from "@smithy/core/config";
import { calculateBodyLength } from "@smithy/core/serde";
import type { AwsCredentialIdentityProvider, UserAgent } from "@smithy/types";
import { concatBytes } from "@tinsmith/protocols";
import type { AwsPlatform } from "../platform.js";
import { chunksOf } from "../streaming/stream-body.js";
import { nodeHandler } from "./node-handler.js";
import { NodeSettings } from "./settings.js";
import { Sha256 } from "./sha256.js";

/**
 * The platform of Node: `node:https`, settings from environment and files, the credential chain of
 * the AWS SDKs.
 */
export const platform: AwsPlatform = {
  bodyLength: calculateBodyLength,
  requestHandler: nodeHandler,
  runtime: "node",
  sha256: Sha256,
  settings: (context) => new NodeSettings(context),
  defaultsMode: (configured, region) =>
    resolveDefaultsModeConfig({
      region,
      ...(configured !== undefined && { defaultsMode: configured }),
    }),
  defaultCredentials: ({ profile, parentClientConfig }) => {
    let chain: AwsCredentialIdentityProvider | undefined;
    return async (options) => {
      if (chain === undefined) {
        const { defaultProvider } = await import("./credential-chain.js");
        chain = defaultProvider({
          ...(profile !== undefined && { profile }),
          parentClientConfig: { ...parentClientConfig },
        });
      }
      return chain(options);
    };
  },
  userAgent: () => {
    const pairs: UserAgent = [
      ["ua", "2.1"],
      [`os/${system()}`, release()],
      ["lang/js"],
      ["md/nodejs", process.versions.node],
    ];
    const environment = process.env["AWS_EXECUTION_ENV"];
    if (environment) pairs.push([`exec-env/${environment}`]);
    return pairs;
  },
  collectStream: async (stream: unknown) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf(stream)) chunks.push(chunk);
    return concatBytes(chunks);
  },
  traceId: () =>
    process.env["AWS_LAMBDA_FUNCTION_NAME"] ? process.env["_X_AMZN_TRACE_ID"] : undefined,
};
