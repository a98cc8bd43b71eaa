import * as v from "valibot";
import { fullText, limit, oneOf, strictOptions, text, texts } from "../checks/expected.js";
import type { RecordOptions } from "./recorder.js";
import type { ReplayOptions } from "./replayer.js";

/** The options of `record()`. */
export const recordSchema = strictOptions({
  endpoint: fullText,
  fixtures: fullText,
  credentials: v.optional(
    v.looseObject(
      { accessKeyId: fullText, secretAccessKey: fullText, sessionToken: v.optional(text) },
      "Expected an object with accessKeyId and secretAccessKey.",
    ),
  ),
  region: v.optional(fullText),
  timeoutMs: v.optional(limit),
  maxResponseBytes: v.optional(limit),
} satisfies Record<keyof RecordOptions, v.GenericSchema>);

/** The options of `replay()`. */
export const replaySchema = strictOptions({
  fixtures: fullText,
  whenExhausted: v.optional(oneOf(["repeat", "fail"])),
  ignore: v.optional(texts),
} satisfies Record<keyof ReplayOptions, v.GenericSchema>);
