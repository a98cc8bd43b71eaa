import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MarketplaceMetering } from "@marketplace-metering/client";
import { createMockServer } from "@marketplace-metering/mock-server";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { workspaceRoot } from "./workspace.js";

const folder = join(workspaceRoot, "docs/images");

/** Opens a page and takes a screenshot of its beginning. */
async function picture(
  browser: Browser,
  name: string,
  height: number,
  open: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  await open(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

/** Makes the calls that the picture of the inspector shows. */
async function makeCalls(endpoint: string, now: Date): Promise<void> {
  const client = new MarketplaceMetering({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
  });
  const record = {
    Timestamp: now,
    CustomerAWSAccountId: "111122223333",
    LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
    Dimension: "users",
  };
  await client.batchMeterUsage({ UsageRecords: [{ ...record, Quantity: 3 }] });
  await client.batchMeterUsage({ UsageRecords: [{ ...record, Quantity: 3 }] });
  await client.resolveCustomer({ RegistrationToken: "not-a-token" }).catch(() => undefined);
}

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const frontPage = createRequire(import.meta.url).resolve("@marketplace-metering/docs");
await picture(browser, "documentation", 760, (page) =>
  page.goto(pathToFileURL(join(frontPage, "../operations/batch-meter-usage.html")).href),
);
await using server = await createMockServer().listen();
server.clock.freeze("2026-11-01T05:30:00Z");
await makeCalls(server.endpoint, server.clock.now());
await picture(browser, "inspector", 600, async (page) => {
  await page.goto(`${server.endpoint}/_mock/`);
  await page.getByRole("button", { name: "ResolveCustomer" }).first().click();
  await page.getByText("InvalidTokenException").first().waitFor();
});
await browser.close();
