import { deflateRawSync } from "node:zlib";

/** A file of an archive. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The size that the archive states. Default: the actual size. */
  readonly statedSize?: number;
}

/**
 * Writes an archive with any names and sizes. Checksums are 0, because the code under test does not
 * read them.
 */
export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize } of files) {
    const data = deflateRawSync(content);
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(statedSize ?? Buffer.byteLength(content), 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, fileName, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), common, rest, fileName);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** Returns an archive with models and their manifest. */
export const jar = (models: Readonly<Record<string, string>>, ...more: ZipFile[]): Buffer =>
  zip([
    { name: "META-INF/smithy/manifest", content: Object.keys(models).join("\n") },
    ...Object.entries(models).map(([path, content]) => ({
      name: `META-INF/smithy/${path}`,
      content,
    })),
    ...more,
  ]);
