import type { ClientFeature } from "../client/client-feature.js";
import { resolveChecksumConfig } from "./checksum-config.js";
import { requestChecksum } from "./request-checksum.js";
import { requestChecksums, verifyResponse } from "./response-checksum.js";

/**
 * Adds checksums to requests and verifies those of responses.
 * Smithy: https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait
 */
export const httpChecksums: ClientFeature = (feature) => {
  const config = resolveChecksumConfig(feature);
  const { definitionOf } = feature;
  return {
    applyToStack: (stack) => {
      stack.add(requestChecksums(config, definitionOf), {
        name: "flexibleChecksumsInputMiddleware",
        step: "initialize",
        tags: ["BODY_CHECKSUM"],
        override: true,
      });
      stack.add(requestChecksum(config, definitionOf), {
        name: "flexibleChecksumsMiddleware",
        step: "build",
        tags: ["BODY_CHECKSUM"],
        override: true,
      });
      stack.addRelativeTo(verifyResponse(config, definitionOf), {
        name: "flexibleChecksumsResponseMiddleware",
        tags: ["BODY_CHECKSUM"],
        relation: "after",
        toMiddleware: "deserializerMiddleware",
        override: true,
      });
    },
  };
};
