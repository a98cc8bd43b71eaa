import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import { stubHandler } from "./stub-handler.js";

/** Bundles a program for a platform with esbuild. */
async function bundle(contents: string, platform: "browser" | "node" | "neutral") {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true,
    minify: true,
    format: platform === "node" ? "esm" : "iife",
    platform,
    ...(platform === "neutral" && { conditions: ["workerd"], mainFields: ["module", "main"] }),
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  return { text: outputFiles[0]?.text ?? "", metafile };
}

const program = `
import { MarketplaceMeteringClient, ResolveCustomerCommand } from "../src/index.js";
const client = new MarketplaceMeteringClient({
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "b" },
});
client.send(new ResolveCustomerCommand({ RegistrationToken: "t" })).then(done, failed);
`;

describe("the bundle of a program with one command", () => {
  it.each(["browser", "neutral"] as const)(
    "does not need modules of Node.js on the platform %s",
    async (platform) => {
      const { text, metafile } = await bundle(program, platform);
      const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
      expect(imports.filter(({ external }) => external)).toEqual([]);
      const sent: Request[] = [];
      const output = await new Promise((done, failed) => {
        const fetch = async (request: Request) => {
          sent.push(request);
          return new Response('{"ProductCode":"p"}', { status: 200 });
        };
        const scope = {
          fetch,
          Request,
          Response,
          Headers,
          URL,
          TextEncoder,
          TextDecoder,
          ReadableStream,
          Blob,
          AbortController,
          crypto,
          console,
          setTimeout,
          clearTimeout,
          FileReader: undefined,
          navigator: {},
          done,
          failed,
        };
        vm.runInNewContext(text, scope);
      });
      expect(output).toMatchObject({ ProductCode: "p" });
      expect(sent[0]?.url).toBe("https://metering.marketplace.us-east-1.amazonaws.com/");
      expect(sent[0]?.headers.get("authorization")).toContain(
        "/us-east-1/aws-marketplace/aws4_request",
      );
    },
    60_000,
  );

  it("contains neither other commands nor the credential chain", async () => {
    const { text } = await bundle(program, "browser");
    expect(text).not.toContain("RegisterUsage");
    expect(text).not.toContain("AssumeRole");
    const size = gzipSync(text, { level: 9 }).length / 1024;
    console.info(`One command for a browser, minified and gzipped: ${size.toFixed(1)} KB.`);
    expect(size).toBeLessThan(33_500 / 1024);
  }, 60_000);
});

describe("a client without credentials in its options", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("uses the credentials of the environment", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    vi.stubEnv("AWS_REGION", "eu-west-1");
    const { handler, requests } = stubHandler({});
    const client = new MarketplaceMetering({ requestHandler: handler });
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(requests[0]?.hostname).toBe("metering.marketplace.eu-west-1.amazonaws.com");
    expect(requests[0]?.headers["authorization"]).toContain("Credential=AKIDENV/");
  });

  it("uses the credentials, region and endpoint of the profile", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aws-"));
    writeFileSync(
      join(folder, "config"),
      "[profile seller]\nregion = us-west-2\nservices = local\n[services local]\nmarketplace_metering =\n  endpoint_url = http://localhost:9\n",
    );
    writeFileSync(
      join(folder, "credentials"),
      "[seller]\naws_access_key_id = AKIDFILE\naws_secret_access_key = s\n",
    );
    vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
    for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
      vi.stubEnv(name, undefined);
    const { handler, requests } = stubHandler({});
    const client = new MarketplaceMetering({ profile: "seller", requestHandler: handler });
    await client.resolveCustomer({ RegistrationToken: "t" });
    rmSync(folder, { recursive: true });
    expect(requests[0]).toMatchObject({ hostname: "localhost", port: 9 });
    expect(requests[0]?.headers["authorization"]).toContain("Credential=AKIDFILE/");
    expect(requests[0]?.headers["authorization"]).toContain("/us-west-2/");
  });
});

describe("the package of the runtime", () => {
  it("has export conditions for browsers and workers", () => {
    const path = new URL("../node_modules/@tinsmith/client-runtime/package.json", import.meta.url);
    const { exports } = JSON.parse(readFileSync(path, "utf8"));
    expect(Object.keys(exports["."])).toEqual(expect.arrayContaining(["browser", "workerd"]));
  });
});
