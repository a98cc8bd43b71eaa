import { Crc32, Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc";
import { Sha1 } from "@aws-sdk/checksums/sha";
import { toBase64 } from "@smithy/core/serde";
import type { ChecksumConstructor, HashConstructor } from "@smithy/types";

/** A class that computes a checksum. */
export type ChecksumClass = ChecksumConstructor | HashConstructor;

/** Checksum classes by the name of their algorithm. */
export type ChecksumAlgorithms = Readonly<Record<string, ChecksumClass>>;

/** The algorithm of requests that do not select one. */
export const DEFAULT_ALGORITHM = "CRC32";

/** Returns the built-in algorithms and those of the user. */
export const algorithmsWith = (
  sha256: ChecksumClass,
  own: ChecksumAlgorithms | undefined,
): ChecksumAlgorithms => ({
  CRC32: Crc32,
  CRC32C: Crc32c,
  CRC64NVME: Crc64Nvme,
  SHA1: Sha1,
  SHA256: sha256,
  ...own,
});

/** Returns the name of the header or trailer that carries a checksum. */
export const checksumHeader = (algorithm: string): string =>
  `x-amz-checksum-${algorithm.toLowerCase()}`;

/** Returns the checksum of bytes in base64. */
export async function computeChecksum(Checksum: ChecksumClass, bytes: Uint8Array): Promise<string> {
  const checksum = new Checksum();
  checksum.update(bytes);
  return toBase64(await checksum.digest());
}
