import { bytesOf, textOf } from "@tinsmith/protocols";
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
export const browserHandler: Platform["requestHandler"] = (input, defaults) => {
  requirePolyfills();
  return isHttpHandler(input) ? input : new FetchHandler(input ?? defaults);
};

/** @throws Error if the platform is React Native without the polyfills that clients need */
function requirePolyfills(): void {
  try {
    // React Native has a class URL, but its properties throw.
    textOf(bytesOf(new URL("http://a").hostname));
  } catch (cause) {
    throw new Error(
      "URL, TextEncoder or TextDecoder is missing. In React Native, import react-native-url-polyfill/auto and fast-text-encoding first.",
      { cause },
    );
  }
}

/** Browsers and workers: `fetch`, and only settings from code. */
export const apiPlatform: ApiPlatform = {
  settings: noSettings,
  defaultCredentials: noCredentials,
  bodyLength,
  requestHandler: browserHandler,
  contentLength: () => ({ applyToStack: () => undefined }),
};
