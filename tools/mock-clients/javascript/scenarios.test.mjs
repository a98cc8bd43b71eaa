// Runs the scenarios with `fetch`: `node --test`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { MockServer } from "./mock-server.mjs";

const lines = readFileSync(new URL("../scenarios.txt", import.meta.url), "utf8").split("\n");

/**
 * Reads the file. It is split into servers with scenarios, and scenarios into requests with
 * expectations.
 */
function readScenarios() {
  const servers = [];
  for (const line of lines) {
    const [sign, rest] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
    const scenario = servers.at(-1)?.scenarios.at(-1);
    const step = scenario?.steps.at(-1);
    if (line.startsWith("===")) {
      servers.push({ options: line.slice(3).trim().split(" ").filter(Boolean), scenarios: [] });
    } else if (sign === "###") servers.at(-1).scenarios.push({ title: rest, steps: [] });
    else if (sign === ">" && /^[A-Z]+ \//.test(rest)) {
      const [method, path] = rest.split(" ");
      scenario.steps.push({ method, path, headers: {}, body: [], times: 1, expected: [] });
    } else if (sign === ">") {
      const colon = rest.indexOf(":");
      step.headers[rest.slice(0, colon)] = rest.slice(colon + 1).trim();
    } else if (sign === ".") step.body.push(rest);
    else if (sign === "*") step.times = Number(rest);
    else if (["<", "?", "!", "$"].includes(sign)) step.expected.push([sign, rest]);
  }
  return servers;
}

async function runStep(server, step, values) {
  const filled = (text) => text.replaceAll(/\$\{(\w+)\}/g, (_, name) => values.get(name) ?? "");
  let response;
  let text = "";
  for (let time = 0; time < step.times; time++) {
    response = await server.request(
      step.method,
      filled(step.path),
      step.headers,
      filled(step.body.join("\n")),
    );
    text = response.text;
  }
  for (const [sign, rest] of step.expected) {
    const found = (pattern) =>
      new RegExp(filled(pattern).replace("(?i)", ""), rest.includes("(?i)") ? "i" : "").exec(text);
    if (sign === "<") assert.equal(response.status, Number(rest), text);
    else if (sign === "?") assert.ok(found(rest), `${rest} is not in ${text}`);
    else if (sign === "!") assert.ok(!found(rest), `${rest} is in ${text}`);
    else {
      const [name, pattern] = [rest.slice(0, rest.indexOf(" ")), rest.slice(rest.indexOf(" ") + 1)];
      values.set(name, found(pattern)?.[1]);
    }
  }
}

for (const { options, scenarios } of readScenarios()) {
  describe(`the mock server ${options.join(" ")}`.trim(), () => {
    let server;
    before(async () => {
      server = await MockServer.start(options);
    });
    after(() => server.stop());

    for (const { title, steps } of scenarios) {
      it(title, async () => {
        const boundary = await server.control("POST", "/boundaries", {});
        const values = new Map();
        try {
          for (const step of steps) await runStep(server, step, values);
        } finally {
          await server.control("DELETE", `/boundaries/${boundary.id}`, {});
        }
      });
    }
  });
}
