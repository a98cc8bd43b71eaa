/** The stages of a build, in order. Parsing is part of `load`. */
export type Stage =
  | "read"
  | "load"
  | "transform"
  | "validate"
  | "plan"
  | "emit"
  | "print"
  | "write";

export interface Timing {
  readonly stage: Stage;
  /** The target, or the projection other than the source, for the stages that run once for each. */
  readonly target?: string;
  /** Wall-clock time. */
  readonly milliseconds: number;
  /** True if the result came from the cache. */
  readonly cached: boolean;
}

export type OnTiming = (timing: Timing) => void;

/** Runs a stage and reports how long it took. */
export async function timed<Result>(
  onTiming: OnTiming | undefined,
  stage: Stage,
  target: string | undefined,
  run: () => Promise<{ readonly result: Result; readonly cached: boolean }>,
): Promise<Result> {
  const start = performance.now();
  const { result, cached } = await run();
  const milliseconds = performance.now() - start;
  onTiming?.({ stage, milliseconds, cached, ...(target !== undefined && { target }) });
  return result;
}

/** Runs a stage that is not cached and not asynchronous. */
export function timedNow<Result>(
  onTiming: OnTiming | undefined,
  stage: Pick<Timing, "stage" | "target">,
  run: () => Result,
): Result {
  const start = performance.now();
  const result = run();
  onTiming?.({ ...stage, milliseconds: performance.now() - start, cached: false });
  return result;
}

/** Runs a stage whose result is never cached. */
export async function uncached<Result>(result: Promise<Result> | Result) {
  return { result: await result, cached: false };
}
