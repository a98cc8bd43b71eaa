import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createServer, defineServiceFault } from "../../src/entries/index.js";
import type { Server } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  console.info("Skipped: no Chromium found. Set CHROMIUM_PATH to try the inspector in a browser.");
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server: Server;
beforeEach(async () => {
  let state: unknown = { cities: ["Bern"] };
  server = await createServer({
    ...weather,
    handlers: { GetForecast: () => ({ chanceOfRain: 0.4 }) },
    behavior: () => ({
      handlers: {},
      dump: () => state,
      seed: (next) => {
        state = next;
      },
      reset: () => {
        state = { cities: ["Bern"] };
      },
    }),
    serviceFaults: {
      fog: defineServiceFault("GetForecast", "Nobody knows.", () => ({})),
    },
  }).listen();
});
afterEach(() => server.close());

function forecast(city: string, headers: Record<string, string> = {}, url = server.url) {
  const { body, headers: own } = request("GetForecast", { city }, headers);
  return fetch(url, { method: "POST", headers: own, body });
}

/** Starts a server that records the responses of `server`. */
async function recordingServer() {
  const folder = await mkdtemp(join(tmpdir(), "inspected-"));
  const recorder = await createServer(weather).listen();
  await recorder.record({ endpoint: server.url, fixtures: join(folder, "fixtures") });
  return {
    url: recorder.url,
    [Symbol.asyncDispose]: async () => {
      await recorder.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe("the inspector's page", () => {
  it("shows the newest requests even without scripts, and escapes their text", async () => {
    await forecast("Bern");
    server.tenant("<img src=x>");
    const page = await fetch(`${server.url}/_mock/`);
    const text = await page.text();
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toContain("<td>GetForecast</td>");
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).toContain("<option>&#60;img src=x&#62;</option>");
  });

  it("loads nothing from other origins and cannot be framed", async () => {
    for (const [path, type] of [
      ["/_mock", "text/html; charset=utf-8"],
      ["/_mock/inspector/inspector.js", "text/javascript; charset=utf-8"],
      ["/_mock/inspector/styles.css", "text/css; charset=utf-8"],
      ["/_mock/inspector/icon.svg", "image/svg+xml"],
    ] as const) {
      const response = await fetch(`${server.url}${path}`);
      const { headers, status } = response;
      expect(await response.text()).not.toBe("");
      expect([status, headers.get("content-type")]).toEqual([200, type]);
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'self'; .*frame-ancestors 'none'/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect((await fetch(`${server.url}/_mock/inspector/constructor`)).status).toBe(404);
  });

  it("shows the title of the service, or the name if the service has no title", async () => {
    const heading = async (served: Server): Promise<string | undefined> => {
      const page = await fetch(`${served.url}/_mock/`);
      return /<title>(.*) – mock server/.exec(await page.text())?.[1];
    };
    expect(await heading(server)).toBe("Weather");
    await using titled = await createServer({ ...weather, title: "Rain & Shine" }).listen();
    expect(await heading(titled)).toBe("Rain &#38; Shine");
  });

  it("shows the recording even without scripts", async () => {
    expect(await (await fetch(`${server.url}/_mock/`)).text()).not.toContain("Recording");
    await using recorder = await recordingServer();
    const page = await (await fetch(`${recorder.url}/_mock/`)).text();
    expect(page).toMatch(/<pre id="recording-report">\s*0 calls recorded in /);
  });

  it("is not served to other hosts and other sites", async () => {
    for (const headers of [{ host: "evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      const { statusCode } = await server.handle({
        method: "GET",
        path: "/_mock/",
        query: {},
        headers,
      });
      expect(statusCode).toBe(403);
    }
  });
});

describe.skipIf(executablePath === undefined)("the inspector's page in a browser", () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints.length = 0;
    page = await browser.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (sent) => {
      if (!sent.url().startsWith(server.url)) complaints.push(sent.url());
    });
  });
  afterEach(async () => {
    await page.close();
  });

  const open = (view: string) => page.goto(`${server.url}/_mock/#${view}`);
  const rows = () => page.locator("#journal-rows tr");
  const violations = async (): Promise<unknown> => {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
    );
  };

  it("shows new requests with their inputs, outputs and attempts", async () => {
    await open("journal");
    await page.getByText("No requests yet.").waitFor();
    server.on("GetForecast").throwsOnce("Overloaded");
    await forecast("Bern", {
      "amz-sdk-invocation-id": "call-1",
      "amz-sdk-request": "attempt=1; max=3",
    });
    await forecast("Bern", {
      "amz-sdk-invocation-id": "call-1",
      "amz-sdk-request": "attempt=2; max=3",
    });
    await page.getByText("2 requests").waitFor();
    expect(await rows().first().innerText()).toMatch(/^2\s.*GetForecast\s+200\s.*2$/s);
    expect(await rows().last().innerText()).toContain("Overloaded");
    await rows().first().getByRole("button").press("Enter");
    const details = page.getByRole("region", { name: "Details of a request" });
    expect(await details.innerText()).toContain('"city": "Bern"');
    expect(await details.innerText()).toContain('"chanceOfRain": 0.4');
    await details.getByRole("button", { name: "#1 Overloaded" }).click();
    expect(await details.innerText()).toContain("GetForecast #1");
    await page.getByLabel("Filter").fill("overl");
    expect(await rows().count()).toBe(1);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("No requests yet.").waitFor();
    expect(server.journal.total).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("shows text from clients as text, not as markup", async () => {
    const city = "<b id=x>bold";
    await forecast(city);
    await open("journal");
    await rows().first().getByRole("button").click();
    expect(await page.locator("#journal-details").innerText()).toContain(city);
    expect(await page.locator("#x").count()).toBe(0);
  });

  it("controls the clock", async () => {
    await open("clock");
    await page.getByLabel("Set to").fill("2026-11-01T05:59:00Z");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await page.getByRole("button", { name: "Freeze" }).click();
    await page.locator("#clock-reading", { hasText: "frozen" }).waitFor();
    const before = server.clock.now().getTime();
    await page.getByLabel("Advance by").fill("2");
    await page.getByRole("button", { name: "Advance" }).click();
    await page.locator("#clock-reading", { hasText: "T07:59:" }).waitFor();
    expect(server.clock.now().getTime() - before).toBe(7_200_000);
    await page.getByLabel("Set to").fill("noon");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: 'Invalid instant: "noon"' }).waitFor();
  });

  it("adds and removes faults", async () => {
    await open("faults");
    await page.getByText("No active faults.").waitFor();
    expect(await page.getByLabel("Milliseconds").isVisible()).toBe(false);
    await page.getByRole("combobox", { name: "Error" }).fill("Overloaded");
    await page.getByLabel("Times").fill("2");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText('"error":"Overloaded"').waitFor();
    expect(server.faults.list()[0]?.rule).toMatchObject({ kind: "error", times: 2 });
    expect(await (await forecast("Bern")).json()).toMatchObject({ __type: "Overloaded" });
    await page.getByLabel("Kind").selectOption("service");
    await page.getByLabel("Times").fill("");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText('"name":"fog"').waitFor();
    await page.getByRole("button", { name: "Remove fault-1" }).click();
    await page.getByText('"error":"Overloaded"').waitFor({ state: "detached" });
    expect(server.faults.list().map(({ id }) => id)).toEqual(["fault-2"]);
  });

  it("shows and replaces the state", async () => {
    await open("state");
    const text = page.getByLabel("The state as JSON");
    await page.getByText("As of").waitFor();
    expect(JSON.parse(await text.inputValue())).toEqual({ cities: ["Bern"] });
    await text.fill('{ "cities": ["Basel"] }');
    await page.getByRole("button", { name: "Replace the state" }).click();
    await expect.poll(() => server.tenant("default").dump()).toEqual({ cities: ["Basel"] });
    await text.fill("{");
    await page.getByRole("button", { name: "Replace the state" }).click();
    await page.getByRole("alert").filter({ hasText: "This is not JSON" }).waitFor();
    await page.getByRole("button", { name: "Reset to the initial state" }).click();
    await expect.poll(() => server.tenant("default").dump()).toEqual({ cities: ["Bern"] });
  });

  it("reports invalid input and changes nothing", async () => {
    const problem = page.getByRole("alert");
    await open("clock");
    await page.getByLabel("Set to").fill("2026-11-01T05:59:00");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await problem.getByText("with its zone").waitFor();
    expect(Math.abs(server.clock.now().getTime() - Date.now())).toBeLessThan(10_000);
    await open("state");
    await page.getByRole("textbox", { name: "The state" }).fill('{ "cities": [ }');
    await page.getByRole("button", { name: "Replace the state" }).click();
    await problem.getByText("JSON").waitFor();
    await open("faults");
    await page.getByLabel("Times").fill("0");
    await page.getByRole("button", { name: "Add" }).click();
    expect(server.faults.list()).toEqual([]);
  });

  it("shows long values completely, even in a narrow window", async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    await forecast("B".repeat(200));
    await open("journal");
    await rows().first().getByRole("button").click();
    const hidden = await page
      .locator("#journal-details pre")
      .evaluateAll((all) => all.filter((text) => text.scrollWidth > text.clientWidth).length);
    expect(hidden).toBe(0);
  });

  it("shows the coverage", async () => {
    await forecast("Bern");
    await open("coverage");
    await page.getByText("1 of 2 operations").waitFor();
    await page.getByText("NoSuchCity: never").waitFor();
    await page.getByRole("button", { name: "Reset counts" }).click();
    await page.getByText("0 of 2 operations").waitFor();
    expect(server.coverage.report().totals.operations.covered).toBe(0);
  });

  it("updates the report of a recording", async () => {
    await using recorder = await recordingServer();
    await page.goto(`${recorder.url}/_mock/#recording`);
    await page.getByText("0 calls recorded in").waitFor();
    await forecast("Bern", {}, recorder.url);
    await page.getByText("1 call recorded in").waitFor();
    await page.getByText("No differences from the model.").waitFor();
    expect(await violations()).toEqual([]);
    expect(complaints.filter((one) => !one.startsWith(recorder.url))).toEqual([]);
  });

  it("shows the chosen tenant", async () => {
    await open("clock");
    server.tenant("AKIDOTHER");
    await page.getByLabel("Tenant").selectOption("AKIDOTHER");
    await page.getByRole("button", { name: "Freeze" }).click();
    await page.locator("#clock-reading", { hasText: "frozen" }).waitFor();
    expect([server.clock.frozen, server.tenant("AKIDOTHER").clock.frozen]).toEqual([false, true]);
    await page.reload();
    expect(await page.getByLabel("Tenant").inputValue()).toBe("AKIDOTHER");
  });

  it("is free of accessibility violations in all views, light and dark, narrow and wide", async () => {
    server.faults.add({ kind: "latency", milliseconds: 1 });
    server.clock.freeze();
    await forecast("Bern");
    await fetch(`${server.url}/nothing`);
    for (const [colorScheme, width] of [
      ["light", 1400],
      ["dark", 480],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const view of ["journal", "state", "clock", "faults", "coverage"]) {
        await open(view);
        await page.waitForLoadState("networkidle").catch(() => undefined);
        if (view === "journal") await rows().last().getByRole("button").click();
        expect([view, await violations()]).toEqual([view, []]);
        const folder = process.env["INSPECTOR_SCREENSHOTS"];
        if (folder) await page.screenshot({ path: `${folder}/${view}-${colorScheme}.png` });
      }
    }
    expect(complaints).toEqual([]);
  }, 60_000);
});
