import { calculateBodyLength } from "@smithy/core/serde";
import { noCredentials, noSettings } from "../no-settings.js";
import { contentLengthPlugin } from "../middleware/content-length.js";
import type { ApiPlatform } from "../platform.js";
import { nodeHandler } from "./node-handler.js";

/** Node for clients that only the code configures: nothing comes from the environment. */
export const apiPlatform: ApiPlatform = {
  settings: noSettings,
  defaultCredentials: noCredentials,
  bodyLength: calculateBodyLength,
  requestHandler: nodeHandler,
  contentLength: contentLengthPlugin,
};
