import * as v from "valibot";
import {
  callable,
  flag,
  fullText,
  integerFrom,
  limit,
  strictOptions,
} from "../../checks/expected.js";
import type { ListenOptions } from "./listen-options.js";

/** The options of `listen()`. Servers accept them as well. */
export const listenEntries = {
  port: v.optional(integerFrom(0, 65_535)),
  host: v.optional(fullText),
  maxBodyBytes: v.optional(limit),
  maxHeaderBytes: v.optional(limit),
  headersTimeoutMs: v.optional(limit),
  requestTimeoutMs: v.optional(limit),
  keepAliveTimeoutMs: v.optional(limit),
  maxConnections: v.optional(limit),
  http2: v.optional(flag),
  tls: v.optional(
    v.looseObject({ cert: fullText, key: fullText }, "Expected an object with cert and key."),
  ),
  onWarning: v.optional(callable),
  closeTimeoutMs: v.optional(limit),
} satisfies Record<keyof ListenOptions, v.GenericSchema>;

export const listenSchema = strictOptions(listenEntries);
