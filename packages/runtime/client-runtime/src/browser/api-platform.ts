import { bytesOf } from "@tinsmith/protocols";
import { isHttpHandler } from "../http/http-handler.js";
import { noCredentials, noSettings } from "../no-settings.js";
import type { Platform } from "../platform.js";
import { FetchHandler } from "./fetch-handler.js";

/** A string, bytes or a blob. */
type SizedBody = string | { readonly byteLength?: number; readonly size?: number };

/** Returns the length of a body in bytes. @throws Error if it is unknown */
export function bodyLength(body: SizedBody): number {
  const length = typeof body === "string" ? bytesOf(body).length : (body.byteLength ?? body.size);
  if (length !== undefined) return length;
  throw new Error("The length of this body is unknown.");
}

/** Creates the request handler of browsers and workers. */
export const browserHandler: Platform["requestHandler"] = (input, defaults) =>
  isHttpHandler(input) ? input : new FetchHandler(input ?? defaults);

/** Browsers and workers: `fetch`, and only settings from code. */
export const apiPlatform: Platform = {
  settings: noSettings,
  defaultCredentials: noCredentials,
  bodyLength,
  requestHandler: browserHandler,
};
