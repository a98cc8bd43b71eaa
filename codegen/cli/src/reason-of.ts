/**
 * Returns the reason of an error. The texts for errors of the file system are loaded on demand,
 * because most runs do not fail.
 */
export async function reasonOf(error: unknown): Promise<string> {
  const { describeFileError } = await import("@tinsmith/codegen/project");
  return describeFileError(error);
}
