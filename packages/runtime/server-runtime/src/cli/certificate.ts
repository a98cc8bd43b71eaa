import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import type { TlsOptions } from "../http/node/listen-options.js";
import { FileError, readText } from "../json/json-file.js";

/** A certificate that proves the server's identity over TLS. */
export interface Certificate extends TlsOptions {
  /** The file that clients must trust. */
  readonly path: string;
  /** Deletes the files that were created for this run. */
  discard(): Promise<void>;
}

/**
 * Creates a certificate for this run, for the loopback names and the host, valid for a week. The
 * private key stays in memory. The certificate is written to a temporary file for clients to trust.
 *
 * @throws FileError if `selfsigned`, an optional dependency, is not installed
 */
export async function makeCertificate(host: string): Promise<Certificate> {
  const { generate } = await loadSelfsigned();
  const now = Date.now();
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    // The clock of a container may differ from the clock of its host.
    notBeforeDate: new Date(now - 3_600_000),
    notAfterDate: new Date(now + 7 * 86_400_000),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", digitalSignature: true, keyCertSign: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: alternativeNames(host) },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), "mock-server-"));
  const path = join(folder, "certificate.pem");
  await writeFile(path, cert);
  return { cert, key, path, discard: () => rm(folder, { recursive: true, force: true }) };
}

/** @throws FileError if the files cannot be read, or are not a certificate and its key */
export async function readCertificate(certPath: string, keyPath: string): Promise<Certificate> {
  const cert = await readText("certificate", certPath);
  const key = await readText("key", keyPath);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(
      `${certPath} and ${keyPath} are not a certificate and its private key, both as PEM: ${reason}.`,
      { cause: error },
    );
  }
  return { cert, key, path: certPath, discard: async () => undefined };
}

async function loadSelfsigned() {
  try {
    return await import("selfsigned");
  } catch (error) {
    throw new FileError(
      "--tls requires the package selfsigned, which is not installed. Install it, or use --tls-cert and --tls-key.",
      { cause: error },
    );
  }
}

const alternativeNames = (host: string) =>
  [...new Set(["localhost", "127.0.0.1", "::1", host])]
    .filter((name) => name !== "0.0.0.0" && name !== "::")
    .map((name) =>
      isIP(name) === 0 ? { type: 2 as const, value: name } : { type: 7 as const, ip: name },
    );
