// A mock server in a separate process, for tests that kill it: node serve.mjs STATE < seed.json
import { text } from "node:stream/consumers";

import { createMockServer } from "../../dist/index.js";

const seed = JSON.parse(await text(process.stdin));
const server = await createMockServer({ seed, state: process.argv[2] }).listen();
process.stdout.write(`${server.url}\n`);
