import type { BuildMiddleware, InitializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";
import { chunksOf, isWhole, wholeBytes } from "../streaming/stream-body.js";
import { nameOf } from "@tinsmith/schema";
import { hashBody } from "./tree-hash.js";

const CONTENT_HASH = "x-amz-content-sha256";
const TREE_HASH = "x-amz-sha256-tree-hash";

/** Operations whose body is an archive, or a part of one. */
const uploads: ReadonlySet<string> = new Set(["UploadArchive", "UploadMultipartPart"]);

/**
 * Glacier wants to know its version with every request and two hashes with every upload, and takes `-` for the account
 * of the caller, which is what an account id becomes that is left out or empty.
 */
export const glacier: ClientFeature = (context) => ({
  applyToStack: (stack) => {
    stack.add(ownAccount, {
      name: "accountIdDefaultMiddleware",
      step: "initialize",
      priority: "high",
      tags: ["ACCOUNT_ID_DEFAULT"],
      override: true,
    });
    stack.add(versionAndHashes(context), {
      name: "glacierHeadersMiddleware",
      step: "build",
      tags: ["GLACIER_API_VERSION", "TREE_HASH"],
      override: true,
    });
  },
});

const ownAccount: InitializeMiddleware<object, MetadataBearer> = (next) => (args) =>
  Reflect.get(args.input, "accountId")
    ? next(args)
    : next({ ...args, input: { ...args.input, accountId: "-" } });

const versionAndHashes =
  ({ config, definitionOf }: FeatureContext): BuildMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const isUpload = uploads.has(nameOf(definitionOf(context).schema));
    return async (args) => {
      const { headers, body } = requireHttpRequest(args.request);
      headers["x-amz-glacier-version"] ??= config.apiVersion;
      const isHashed = headers[CONTENT_HASH] !== undefined && headers[TREE_HASH] !== undefined;
      if (isUpload && body !== undefined && !isHashed) {
        const { content, tree } = await hashBody(config.sha256, rereadable(body));
        headers[CONTENT_HASH] ??= content;
        headers[TREE_HASH] ??= tree;
      }
      return next(args);
    };
  };

/** @throws TypeError where the body could be read only once */
function rereadable(body: unknown): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (isWhole(body)) return [wholeBytes(body)];
  if (body instanceof Blob) return chunksOf(body);
  throw new TypeError(
    "Glacier wants the hash of an upload before its bytes, and a stream has it only once it is read: pass bytes or a Blob, which `openAsBlob` of node:fs makes of a file.",
  );
}
