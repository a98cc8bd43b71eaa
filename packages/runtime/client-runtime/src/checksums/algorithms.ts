import { Crc32, Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc";
import { Sha1 } from "@aws-sdk/checksums/sha";
import { toBase64 } from "@smithy/core/serde";
import type { ChecksumConstructor, HashConstructor } from "@smithy/types";

/** A class that computes a checksum. */
export type ChecksumClass = ChecksumConstructor | HashConstructor;

/** Classes by the names of their algorithms. */
export type ChecksumAlgorithms = Readonly<Record<string, ChecksumClass>>;

/** What a request is protected with where nothing else is asked for. */
export const DEFAULT_ALGORITHM = "CRC32";

/** The algorithms that there are; a user may add some. */
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

/** The header, or trailer, that carries a checksum. */
export const checksumHeader = (algorithm: string): string =>
  `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The checksum of bytes, in base64. */
export async function checksumOf(Checksum: ChecksumClass, bytes: Uint8Array): Promise<string> {
  const checksum = new Checksum();
  checksum.update(bytes);
  return toBase64(await checksum.digest());
}
