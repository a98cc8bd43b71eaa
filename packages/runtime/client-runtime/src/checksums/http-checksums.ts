import type { ClientFeature } from "../client/client-feature.js";
import { resolveChecksumConfig } from "./checksum-config.js";
import { requestChecksum } from "./request-checksum.js";
import { askForChecksum, checkResponse } from "./response-checksum.js";

/**
 * Checksums of requests and responses.
 * Smithy: https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait
 */
export const httpChecksums: ClientFeature = (feature) => {
  const config = resolveChecksumConfig(feature);
  const { definitionOf } = feature;
  return {
    applyToStack: (stack) => {
      stack.add(askForChecksum(config, definitionOf), {
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
      stack.addRelativeTo(checkResponse(config, definitionOf), {
        name: "flexibleChecksumsResponseMiddleware",
        tags: ["BODY_CHECKSUM"],
        relation: "after",
        toMiddleware: "deserializerMiddleware",
        override: true,
      });
    },
  };
};
