import type { BuildMiddleware, MetadataBearer, Pluggable, UserAgentPair } from "@smithy/types";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { requireHttpRequest } from "../http/http-request.js";
import type { AwsPlatform } from "../platform.js";
import { contentLengthPlugin } from "./content-length.js";

type Middleware = BuildMiddleware<object, MetadataBearer>;

/** Adds the headers that are the same for all attempts: length, user agent, host and trace id. */
export const headersPlugin = (
  config: ResolvedServiceClientConfig,
  platform: AwsPlatform,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) => {
    stack.use(contentLengthPlugin(config));
    stack.add(userAgent(config), {
      name: "getUserAgentMiddleware",
      step: "build",
      priority: "low",
      tags: ["SET_USER_AGENT", "USER_AGENT"],
      override: true,
    });
    stack.add(host(config), {
      name: "hostHeaderMiddleware",
      step: "build",
      priority: "low",
      tags: ["HOST"],
      override: true,
    });
    stack.add(recursionDetection(platform), {
      name: "recursionDetectionMiddleware",
      step: "build",
      priority: "low",
      tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
      override: true,
    });
  },
});

const host =
  (config: ResolvedServiceClientConfig): Middleware =>
  (next) =>
  (args) => {
    const { headers, hostname, port } = requireHttpRequest(args.request);
    const authority = port === undefined ? hostname : `${hostname}:${port}`;
    // HTTP/2 uses a pseudo-header instead.
    if (config.requestHandler.metadata?.handlerProtocol.includes("h2")) {
      headers[":authority"] ??= authority;
    } else {
      headers["host"] ??= authority;
    }
    return next(args);
  };

function userAgent(config: ResolvedServiceClientConfig): Middleware {
  let clientParts: UserAgentHeaders | undefined;
  return (next, context) => async (args) => {
    const { headers } = requireHttpRequest(args.request);
    // The constant part is computed once.
    const { full, library } = (clientParts ??= await describeClient(config));
    const callPart = context.userAgent?.length ? ` ${formatUserAgent(context.userAgent)}` : "";
    // Browsers do not allow scripts to set `user-agent`.
    if (config.runtime === "browser") {
      headers["x-amz-user-agent"] = full + callPart;
    } else {
      headers["x-amz-user-agent"] = library;
      headers["user-agent"] = full + callPart;
    }
    return next(args);
  };
}

interface UserAgentHeaders {
  readonly full: string;
  readonly library: string;
}

async function describeClient(config: ResolvedServiceClientConfig): Promise<UserAgentHeaders> {
  const pairs = [...(await config.defaultUserAgentProvider())];
  const custom = config.customUserAgent ?? [];
  const appId = await config.userAgentAppId();
  if (appId) pairs.push([`app/${appId}`]);
  return {
    full: formatUserAgent([...pairs, ...custom]),
    library: formatUserAgent([...pairs.slice(0, 1), ...custom]),
  };
}

/**
 * Formats `[["os/linux", "6.1"], ["lang/js"]]` as `os/linux#6.1 lang/js`, with `-` for invalid
 * characters.
 */
const formatUserAgent = (pairs: readonly UserAgentPair[]): string =>
  pairs
    .map(([name, version]) => {
      const slash = name.indexOf("/");
      const prefix = slash < 0 ? "" : clean(name.slice(0, slash));
      const rest = clean(name.slice(slash + 1));
      const parts = [
        prefix,
        prefix === "api" ? rest.toLowerCase() : rest,
        version && cleanVersion(version),
      ];
      const [first, second, third] = parts.filter((part) => part);
      return [first, second && `/${second}`, third && `#${third}`].join("");
    })
    .join(" ");

const clean = (name: string): string => cleanVersion(name).replaceAll("#", "-");

const cleanVersion = (version: string): string => version.replace(/[^!$%&'*+\-.^_`|~\w#]/g, "-");

const recursionDetection =
  ({ traceId }: AwsPlatform): Middleware =>
  (next) =>
  (args) => {
    const id = traceId();
    if (id !== undefined) {
      const { headers } = requireHttpRequest(args.request);
      if (!Object.keys(headers).some((name) => name.toLowerCase() === "x-amzn-trace-id")) {
        headers["X-Amzn-Trace-Id"] = id;
      }
    }
    return next(args);
  };
