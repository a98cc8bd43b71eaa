import { createChecksumStream, toBase64 } from "@smithy/core/serde";
import { HttpResponse } from "@smithy/core/transport";
import type {
  Checksum,
  DeserializeMiddleware,
  Hash,
  InitializeMiddleware,
  MetadataBearer,
} from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import { isBuffered, toBytes } from "../streaming/stream-body.js";
import { checksumHeader, computeChecksum } from "./algorithms.js";
import type { ChecksumResolvedConfig } from "./checksum-config.js";

/** Algorithms in order of cost, the cheapest first. */
const PREFERENCE = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

/** Requests checksums of responses from the service. */
export const requestChecksums =
  (
    { responseChecksumValidation }: ChecksumResolvedConfig,
    definitionOf: FeatureContext["definitionOf"],
  ): InitializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const member = definitionOf(context).checksum?.validationMember;
    if (member === undefined) return next;
    return async (args) => {
      const given: unknown = Reflect.get(args.input, member);
      if (given !== undefined || (await responseChecksumValidation()) !== "WHEN_SUPPORTED") {
        return next(args);
      }
      return next({ ...args, input: { ...args.input, [member]: "ENABLED" } });
    };
  };

/** Verifies the checksum of a response: a buffered body at once, a stream when its end is read. */
export const verifyResponse =
  (
    { checksumAlgorithms }: ChecksumResolvedConfig,
    definitionOf: FeatureContext["definitionOf"],
  ): DeserializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const { validationMember, responseAlgorithms = [] } = definitionOf(context).checksum ?? {};
    if (validationMember === undefined) return next;
    const algorithms = [...responseAlgorithms].sort((a, b) => rank(a) - rank(b));
    return async (args) => {
      const result = await next(args);
      const { response } = result;
      if (Reflect.get(args.input, validationMember) !== "ENABLED") return result;
      if (!HttpResponse.isInstance(response)) return result;
      for (const algorithm of algorithms) {
        const header = checksumHeader(algorithm);
        const expected = response.headers[header];
        const Algorithm = checksumAlgorithms[algorithm];
        if (expected === undefined || Algorithm === undefined) continue;
        // The checksum of a multipart upload does not apply to the whole body.
        if (/-\d+$/.test(expected)) return result;
        const body: unknown = response.body;
        if (isBuffered(body)) {
          const found = await computeChecksum(Algorithm, toBytes(body));
          if (found !== expected) throw new ChecksumMismatch(header, expected, found);
        } else {
          response.body = createChecksumStream({
            checksum: forStream(new Algorithm()),
            expectedChecksum: expected,
            checksumSourceLocation: header,
            source: response.body,
            base64Encoder: toBase64,
          });
        }
        return result;
      }
      return result;
    };
  };

/** `reset` is missing, because some classes do not support it and the stream never calls it. */
const forStream = (hash: Checksum | Hash): Checksum => ({
  update: (chunk) => hash.update(chunk),
  digest: () => hash.digest(),
  reset: () => {},
});

function rank(algorithm: string): number {
  const index = PREFERENCE.indexOf(algorithm);
  return index < 0 ? PREFERENCE.length : index;
}

/** Thrown if a response body does not match its checksum. */
class ChecksumMismatch extends Error {
  override readonly name = "ChecksumMismatch";

  constructor(header: string, expected: string, found: string) {
    super(
      `Checksum mismatch: ${header} of the response is "${expected}", but its body has "${found}".`,
    );
  }
}
