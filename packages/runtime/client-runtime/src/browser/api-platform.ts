import { bytesOf } from "@tinsmith/protocols";
import { isHttpHandler } from "../http/http-handler.js";
import { noSettings } from "../no-settings.js";
import type { Platform } from "../platform.js";
import { FetchHandler } from "./fetch-handler.js";

/** A string, bytes or a blob. */
type SizedBody = string | { readonly byteLength?: number; readonly size?: number };

function bodyLength(body: SizedBody): number {
  const length = typeof body === "string" ? bytesOf(body).length : (body.byteLength ?? body.size);
  if (length !== undefined) return length;
  throw new Error("The length of this body is unknown.");
}

/** Browsers and workers: `fetch`, and only settings from code. */
export const apiPlatform: Platform = {
  ...noSettings,
  bodyLength,
  requestHandler: (input, defaults) =>
    isHttpHandler(input) ? input : new FetchHandler(input ?? defaults),
};
