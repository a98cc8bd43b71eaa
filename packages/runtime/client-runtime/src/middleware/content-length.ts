import type {
  BodyLengthCalculator,
  BuildMiddleware,
  MetadataBearer,
  Pluggable,
} from "@smithy/types";
import type { ResolvedClientConfig } from "../config/client-config.js";
import { requireHttpRequest } from "../http/http-request.js";

type LengthConfig = Pick<ResolvedClientConfig, "bodyLengthChecker">;

/** Adds the length of the body. `fetch` ignores the header and sends the length itself. */
export const contentLengthPlugin = (config: LengthConfig): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(contentLength(config), {
      name: "contentLengthMiddleware",
      step: "build",
      tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
      override: true,
    }),
});

const contentLength =
  ({ bodyLengthChecker }: LengthConfig): BuildMiddleware<object, MetadataBearer> =>
  (next) =>
  (args) => {
    const { headers, body } = requireHttpRequest(args.request);
    if (body && headers["content-length"] === undefined) {
      const length = lengthOf(body, bodyLengthChecker);
      if (length !== undefined) headers["content-length"] = String(length);
    }
    return next(args);
  };

/** The length of a stream is unknown, so streams are sent in chunks. */
function lengthOf(body: unknown, check: BodyLengthCalculator): number | undefined {
  try {
    return check(body);
  } catch {
    return undefined;
  }
}
