import type { HttpHandlerOptions } from "@smithy/types";

/** A signal of the platform, or the older kind with nothing but `onabort`. */
export type AnyAbortSignal = NonNullable<HttpHandlerOptions["abortSignal"]>;

/** What a call fails with when its caller gives up. */
export const abortError = (): Error =>
  Object.assign(new Error("Request aborted"), { name: "AbortError" });

/** Ends the waiting for something when the caller gives up; the thing itself goes on. */
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
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the older kind of signal has nothing else
    else signal.onabort = stop;
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    if ("removeEventListener" in signal) signal.removeEventListener("abort", stop);
  }
}
