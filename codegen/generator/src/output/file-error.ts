/** Describes an error of the file system in plain language. Other errors keep their message. */
export function describeFileError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, dest }: NodeJS.ErrnoException & { readonly dest?: string } = error;
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) return error.message;
  const place = dest ?? path;
  return place === undefined ? reason : `${place}: ${reason}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EDQUOT: "the quota of the disk is used up",
  EEXIST: "a file or folder of this name exists",
  EFBIG: "the file is too large for the disk",
  EIO: "the disk reports an error",
  EISDIR: "a folder is where a file is expected",
  ELOOP: "the path is a circular symbolic link",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long for the file system",
  ENOENT: "a file or folder of the path does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file is where a folder is expected",
  EPERM: "the operation is not permitted",
  EROFS: "the disk is read-only",
};
