const bytesPerLine = 16;

/** Returns bytes as lines of offset, hexadecimal digits and the printable characters. */
export function hexDump(base64: string, limit: number): string {
  const bytes = Buffer.from(base64, "base64");
  const lines: string[] = [];
  for (let start = 0; start < Math.min(limit, bytes.byteLength); start += bytesPerLine) {
    const line = bytes.subarray(start, start + bytesPerLine);
    const digits = [...line].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const text = [...line].map((byte) =>
      byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".",
    );
    const offset = start.toString(16).padStart(8, "0");
    lines.push(`${offset}  ${digits.padEnd(3 * bytesPerLine - 1)}  ${text.join("")}`);
  }
  if (bytes.byteLength > limit) lines.push(`… ${bytes.byteLength - limit} more bytes`);
  return lines.join("\n");
}
