import type { HttpHandlerOptions } from "@smithy/types";
import { isObject } from "@tinsmith/values";
import { wrongArgument } from "../errors/wrong-argument.js";

/** The platform's `AbortSignal`, or the older kind with only `onabort`. */
export type AnyAbortSignal = NonNullable<HttpHandlerOptions["abortSignal"]>;

/** @throws TypeError if the value is not a signal */
export function checkSignal(signal: unknown): void {
  if (!signal || (isObject(signal) && "aborted" in signal)) return;
  throw wrongArgument("abortSignal must be an AbortSignal", signal);
}

/** Creates the error of an aborted call. */
export const abortError = (): Error =>
  Object.assign(new Error("Request aborted"), { name: "AbortError" });

/**
 * Rejects when the signal aborts, or else settles with the promise. The operation behind the
 * promise continues.
 */
export async function untilAborted<Result>(
  promise: Promise<Result>,
  signal: AnyAbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return promise;
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(abortError());
    if (signal.aborted) stop();
    else if ("addEventListener" in signal) signal.addEventListener("abort", stop, { once: true });
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- older signals have only onabort
    else signal.onabort = stop;
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    if ("removeEventListener" in signal) signal.removeEventListener("abort", stop);
  }
}
