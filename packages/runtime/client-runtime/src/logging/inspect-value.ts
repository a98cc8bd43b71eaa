const LONGEST_TEXT = 1000;

/** A value on one line, for logs. Long texts are cut; bytes and streams are only mentioned. */
export function inspectValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(cut(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`;
  if (Array.isArray(value)) return `[${value.map(inspectValue).join(", ")}]`;
  if (isStream(value)) return "<a stream>";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return "{}";
  return `{ ${members.map(([name, member]) => `${key(name)}: ${inspectValue(member)}`).join(", ")} }`;
}

/** Whether this is read bit by bit, so that to look at it would use it up. */
const isStream = (value: object): boolean =>
  Symbol.asyncIterator in value || value instanceof ReadableStream || value instanceof Blob;

const key = (name: string): string => (/^[\w$]+$/.test(name) ? name : JSON.stringify(name));

const cut = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
