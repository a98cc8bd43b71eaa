import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingBoto3 } from "../../src/interop/boto3.js";

if (missingBoto3 !== undefined) console.log(`A metered container with boto3: ${missingBoto3}`);

const program = fileURLToPath(new URL("../../python/metered_container.py", import.meta.url));
const product = "4rjezcm9xqk27tdplw0sv1gnb";
const noon = "2026-11-15T12:10:00+00:00";

/** Runs the program of the container, sends it commands, and reads its output. */
class Container {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor({ url }: MarketplaceMeteringMockServer) {
    this.#process = spawn(process.env["PYTHON"] ?? "python3", [program], {
      stdio: ["pipe", "pipe", "inherit"],
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_MARKETPLACE_METERING: url,
        AWS_REGION: "us-east-1",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: "mock",
        AWS_SECRET_ACCESS_KEY: "mock",
        PRODUCT_CODE: product,
        CONTAINER_TIME: noon,
      },
    });
    const { stdout } = this.#process;
    if (!stdout) throw new Error("The program has no output.");
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  async tell(command: string): Promise<unknown> {
    this.#process.stdin?.write(`${command}\n`);
    const { value = "{}" } = await this.#lines.next();
    return JSON.parse(value);
  }

  async close(): Promise<void> {
    const closed = once(this.#process, "close");
    this.#process.stdin?.end();
    await closed;
  }
}

describe.skipIf(missingBoto3 !== undefined)(
  "a metered container like AWS's sample, with boto3",
  () => {
    let server: MarketplaceMeteringMockServer;
    let container: Container;
    beforeEach(async () => {
      server = await createMockServer().listen();
      server.clock.freeze(new Date(noon));
      container = new Container(server);
    });
    afterEach(async () => {
      await container.close();
      await server.close();
    });

    it("never meters usage if a dry run responds as documented", async () => {
      expect(await container.tell("start")).toMatchObject({
        state: "init",
        errors: ["DryRunOperation"],
      });
      expect(await container.tell("use users 1")).toMatchObject({
        refusal: "The product does not work.",
      });
      await container.tell("meter");
      expect(server.metered()).toEqual([]);
    });

    it("meters each dimension once per hour if dry runs succeed", async () => {
      server.configure({ dryRun: "success" });
      expect(await container.tell("start")).toEqual({
        state: "",
        usage: { users: 0, gigabytes: 0 },
        errors: [],
      });
      expect(server.metered()).toEqual([]);
      await container.tell("use users 3");
      expect(await container.tell("meter")).toMatchObject({ state: "", usage: { users: 0 } });
      server.verifyMetered({ dimension: "users", quantity: 3, times: 1 });
      server.verifyMetered({ dimension: "gigabytes", times: 0 });

      // A second report for the same hour is refused if it has another quantity.
      await container.tell("use users 2");
      expect(await container.tell("meter")).toMatchObject({
        state: "warning",
        usage: { users: 2 },
        errors: ["DuplicateRequestException"],
      });
      server.clock.advance({ hours: 1 });
      await container.tell("next-hour");
      expect(await container.tell("meter")).toMatchObject({ state: "", usage: { users: 0 } });
      server.verifyMetered({ dimension: "users", quantity: 2, times: 1 });
    });

    it("stops after the service has failed for two hours, without losing usage", async () => {
      server.configure({ dryRun: "success" });
      await container.tell("start");
      await container.tell("use users 5");
      server.faults.add({ kind: "error", error: "InternalServiceErrorException", statusCode: 500 });
      expect(await container.tell("meter")).toMatchObject({
        state: "warning",
        usage: { users: 5 },
      });
      expect(await container.tell("meter")).toMatchObject({ state: "stop", usage: { users: 5 } });
      expect(await container.tell("use users 1")).toMatchObject({
        refusal: "The product does not work.",
      });
      server.faults.clear();
      expect(await container.tell("meter")).toMatchObject({ state: "", usage: { users: 0 } });
      server.verifyMetered({ dimension: "users", quantity: 5, times: 1 });
    });
  },
);
