/** A file that is read again when it changes. */
export interface WatchedFile {
  readonly path: string;
  /** Rejects if the file cannot be used. */
  readonly reload: () => Promise<void>;
}

/** @returns a function that ends the watch */
export async function watchFiles(
  files: readonly WatchedFile[],
  onFailure: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const { watch } = await import("chokidar");
  const watcher = watch(
    files.map(({ path }) => path),
    // Editors write files in pieces, or replace them.
    { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 } },
  );
  let last = Promise.resolve();
  const reload = (path: string): void => {
    const file = files.find((one) => one.path === path);
    if (file) last = last.then(file.reload).catch(onFailure);
  };
  watcher.on("add", reload).on("change", reload).on("error", onFailure);
  await new Promise<void>((resolve) => void watcher.once("ready", resolve));
  return () => watcher.close();
}
