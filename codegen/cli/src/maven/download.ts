import { readFile, stat } from "node:fs/promises";
import { MavenError } from "./coordinates.js";
import type { Repository } from "./repository-settings.js";

/** Limits that no real artifact reaches, so that a repository cannot fill the memory. */
export const maxBytes = { pom: 5_000_000, archive: 200_000_000, checksum: 1_000 };

const maxRedirects = 5;
const timeoutMs = 60_000;

/** Sends a request without following redirects. Tests replace it. */
export type Send = (url: URL, headers: Readonly<Record<string, string>>) => Promise<Response>;

const send: Send = (url, headers) =>
  fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });

/**
 * Reads a file of a repository; `undefined` if the repository does not have it.
 *
 * @throws MavenError that names the address, without credentials, and what went wrong
 */
export async function download(
  { url, authorization }: Repository,
  path: string,
  limit: number,
  request: Send = send,
): Promise<Uint8Array | undefined> {
  const address = new URL(path.split("/").map(encodeURIComponent).join("/"), url);
  if (address.protocol === "file:") return readLocal(address, limit);
  const headers = authorization === undefined ? {} : { authorization };
  const response = await follow(address, headers, request);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new MavenError(`${address.href} answered ${response.status}`);
  return readBody(response, address, limit);
}

/** Follows redirects to HTTPS. Credentials are sent only to the origin that they belong to. */
async function follow(
  address: URL,
  headers: Readonly<Record<string, string>>,
  request: Send,
): Promise<Response> {
  let url = address;
  for (let count = 0; count <= maxRedirects; count++) {
    const response = await request(url, url.origin === address.origin ? headers : {}).catch(
      (error: unknown) => {
        throw new MavenError(`${address.href} cannot be read: ${causeOf(error)}`);
      },
    );
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    url = URL.canParse(location, url.href) ? new URL(location, url) : url;
    if (url.protocol !== "https:") {
      throw new MavenError(`${address.href} redirects to an address without HTTPS`);
    }
  }
  throw new MavenError(`${address.href} redirects more than ${maxRedirects} times`);
}

/**
 * Returns the reason why a request failed. The message of `fetch` is only "fetch failed", but its
 * cause has a code such as ECONNREFUSED.
 */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error.name === "TimeoutError" ? `no answer within ${timeoutMs / 1000} s` : error.message;
}

async function readBody(response: Response, address: URL, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(address.href, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readLocal(address: URL, limit: number): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(address)).size > limit) throw tooLarge(address.href, limit);
    return await readFile(address);
  } catch (error) {
    if (error instanceof MavenError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new MavenError(`${address.href} cannot be read: ${code}`);
  }
}

const tooLarge = (address: string, limit: number) =>
  new MavenError(`${address} exceeds the limit of ${limit} bytes`);
