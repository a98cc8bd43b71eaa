import { bytesOf } from "@tinsmith/protocols";
import { isHttpHandler } from "../http/http-handler.js";
import { noCredentials, noSettings } from "../no-settings.js";
import type { ApiPlatform, Platform } from "../platform.js";
import { FetchHandler } from "./fetch-handler.js";

/** A string, bytes or a blob. */
type SizedBody = string | { readonly byteLength?: number; readonly size?: number };

/** Returns the length of a body in bytes, if it is known. */
export const bodyLength = (body: SizedBody): number | undefined =>
  typeof body === "string" ? bytesOf(body).length : (body.byteLength ?? body.size);

/** Creates the request handler of browsers and workers. */
export const browserHandler: Platform["requestHandler"] = (input, defaults) =>
  isHttpHandler(input) ? input : new FetchHandler(input ?? defaults);

/** Browsers and workers: `fetch`, and only settings from code. */
export const apiPlatform: ApiPlatform = {
  settings: noSettings,
  defaultCredentials: noCredentials,
  bodyLength,
  requestHandler: browserHandler,
  contentLength: () => ({ applyToStack: () => undefined }),
};
