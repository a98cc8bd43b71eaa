import { parseArgs } from "node:util";
import { measureBuild } from "./measure-build.js";
import {
  measureHeap,
  measureImport,
  measureSend,
  measureSize,
  measureSmallService,
} from "./measure-client.js";
import { measureLanguage } from "./measure-language.js";
import { measureDurable, measureServer, measureSoak } from "./measure-server.js";
import { measureWatch } from "./measure-watch.js";
import { formatTable } from "./table.js";
import type { Table } from "./table.js";

const measurements: Readonly<Record<string, (rounds: number) => Table | Promise<Table>>> = {
  build: measureBuild,
  watch: measureWatch,
  language: measureLanguage,
  import: measureImport,
  size: measureSize,
  small: measureSmallService,
  send: measureSend,
  heap: measureHeap,
  server: measureServer,
  durable: measureDurable,
  soak: measureSoak,
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, help: { type: "boolean", default: false } },
  allowPositionals: true,
});

if (values.help) {
  console.log(`Usage: start [${Object.keys(measurements).join("] [")}] [--rounds 5]

Prints tables in Markdown: medians over the rounds, in which each side alternates with its peer.`);
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(measurements);
  for (const name of names) {
    const measure = measurements[name];
    if (measure === undefined) {
      const known = Object.keys(measurements).join(", ");
      throw new Error(`Unknown measurement "${name}". Expected one of: ${known}.`);
    }
    console.log(formatTable(await measure(Number.parseInt(values.rounds, 10))));
  }
}
