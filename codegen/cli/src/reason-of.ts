/** Returns the reason of an error. Only a failure loads the words for errors of the disk. */
export async function reasonOf(error: unknown): Promise<string> {
  const { describeFileError } = await import("@tinsmith/codegen/project");
  return describeFileError(error);
}
