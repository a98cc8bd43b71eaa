import type { BuildMiddleware, InitializeMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import { requireHttpRequest } from "../http/http-request.js";
import { chunksOf, isBuffered, toBytes } from "../streaming/stream-body.js";
import { nameOf } from "@tinsmith/schema";
import { hashBody } from "./tree-hash.js";

const CONTENT_HASH = "x-amz-content-sha256";
const TREE_HASH = "x-amz-sha256-tree-hash";

/** Operations whose body is an archive or a part of one. */
const uploads: ReadonlySet<string> = new Set(["UploadArchive", "UploadMultipartPart"]);

/**
 * Adds what Glacier requires: the API version in every request, and two hashes in every upload. An
 * account id that is omitted or empty becomes `-`, which means the caller's account.
 */
export const glacier: ClientFeature = (context) => ({
  applyToStack: (stack) => {
    stack.add(defaultAccountId, {
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

const defaultAccountId: InitializeMiddleware<object, MetadataBearer> = (next) => (args) =>
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
        const { content, tree } = await hashBody(config.sha256, toRereadable(body));
        headers[CONTENT_HASH] ??= content;
        headers[TREE_HASH] ??= tree;
      }
      return next(args);
    };
  };

/** @throws TypeError if the body can only be read once */
function toRereadable(body: unknown): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (isBuffered(body)) return [toBytes(body)];
  if (body instanceof Blob) return chunksOf(body);
  throw new TypeError(
    "Glacier requires the hash of an upload, which cannot be computed for a stream. Pass bytes or a Blob, for example from `openAsBlob` of node:fs.",
  );
}
