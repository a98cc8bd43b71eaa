import type { Recorder } from "@tinsmith/codegen";

/**
 * Records the calls that documentation shows. The runtimes are loaded here, because most builds
 * read the recordings from a file.
 */
export const recorder: Recorder = async (order) => {
  const { record } = await import("@tinsmith/recorder");
  return record(order);
};
