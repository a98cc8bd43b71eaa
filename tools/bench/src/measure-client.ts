import { numberFrom } from "./child.js";
import { clients } from "./clients.js";
import { bundle, meteringProgram } from "./bundle.js";
import type { BundleSize } from "./bundle.js";
import { installedSize } from "./installed-size.js";
import { median, ratio } from "./statistics.js";
import { generateSmallClients, measureSmallClients } from "./small-service.js";
import type { Row, Table } from "./table.js";

const head = ["", clients.ours, clients.theirs, "ratio"];

/**
 * Measures both clients alternately, so that other load on the machine affects both. Compares the
 * medians.
 */
function measureAlternately(
  name: string,
  rounds: number,
  unit: string,
  measure: (client: string) => number,
): Row {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(measure(clients.ours));
    theirs.push(measure(clients.theirs));
  }
  const [a, b] = [median(ours), median(theirs)];
  const digits = a < 10 ? 1 : 0;
  return [name, `${a.toFixed(digits)} ${unit}`, `${b.toFixed(0)} ${unit}`, ratio(a, b)];
}

export function measureImport(rounds: number): Table {
  const rows = (["import", "require"] as const).map((how) =>
    measureAlternately(`\`${how}\``, rounds, "ms", (client) =>
      numberFrom("import-cost", how, client),
    ),
  );
  return { title: "Client: import, CPU", head, rows };
}

export function measureSend(rounds: number): Table {
  const rows = [
    measureAlternately("`MeterUsage`", rounds, "µs", (client) =>
      numberFrom("send", client, "MeterUsage"),
    ),
    measureAlternately("`BatchMeterUsage`, 25 records", rounds, "µs", (client) =>
      numberFrom("send", client, "BatchMeterUsage"),
    ),
  ];
  return { title: "Client: `send()` against a stub handler, SigV4, CPU", head, rows };
}

export function measureHeap(rounds: number): Table {
  const row = measureAlternately("a client after its first command", rounds, "KB", (client) =>
    Math.round(numberFrom("heap", client) / 1000),
  );
  return { title: "Client: heap", head, rows: [row] };
}

export async function measureSize(): Promise<Table> {
  const rows: Row[] = [];
  for (const platform of ["browser", "node"] as const) {
    const ours = await bundle(meteringProgram(clients.ours), platform);
    const theirs = await bundle(meteringProgram(clients.theirs), platform);
    rows.push(
      [
        `${platform}, minified`,
        kilobytes(ours.minified),
        kilobytes(theirs.minified),
        ratio(ours.minified, theirs.minified),
      ],
      [
        `${platform}, gzip`,
        kilobytes(ours.gzip),
        kilobytes(theirs.gzip),
        ratio(ours.gzip, theirs.gzip),
      ],
    );
  }
  const [ours, theirs] = [installedSize(clients.ours), installedSize(clients.theirs)];
  rows.push([
    "installed, with all dependencies",
    kilobytes(ours),
    kilobytes(theirs),
    ratio(ours, theirs),
  ]);
  return { title: "Client: a bundle with one command, and the installed size", head, rows };
}

/** Measures the clients of a REST service with two operations and a bearer token. */
export async function measureSmallService(): Promise<Table> {
  const small = await generateSmallClients();
  try {
    const { ours, heyApi, openapiFetch } = await measureSmallClients(small);
    const row = (title: string, key: keyof BundleSize): Row => [
      title,
      ...[ours, heyApi, openapiFetch].map((size) => kilobytes(size[key])),
    ];
    return {
      title: "Client: a bundle with one call of a small REST service, for browsers",
      head: ["", "tinsmith", "hey-api", "openapi-fetch"],
      rows: [row("minified", "minified"), row("gzip", "gzip")],
    };
  } finally {
    small.remove();
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
