import type { CommandAbilities } from "./command-line.js";

/** Returns the text of `--help`. */
export function helpText(name: string, title: string, abilities: CommandAbilities): string {
  const groups = groupsFor(abilities);
  const width = Math.max(...groups.flatMap(([, rows]) => rows.map(([option]) => option.length)));
  const sections = groups.flatMap(([heading, rows]) => [
    `${heading}:`,
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`),
    "",
  ]);
  return [
    `Usage: ${name} [options]`,
    "",
    `A mock server of ${title} for any AWS SDK, in any language.`,
    "",
    ...sections,
    "Exit codes: 0 after Ctrl+C or SIGTERM, 1 where the server cannot start, 2 for a wrong command line.",
    "",
  ].join("\n");
}

type Row = readonly [option: string, text: string];

const groupsFor = ({
  seed,
  state,
  settings,
}: CommandAbilities): readonly (readonly [string, Row[]])[] => [
  [
    "Where",
    [
      ["-p, --port NUMBER", "port to listen on (default: any free one)"],
      ["    --host ADDRESS", "address to listen on (default: 127.0.0.1, this machine only)"],
      ["    --allow-host NAME", "another name that the control may be called by: a container's"],
      ["    --tls", "HTTPS with a certificate made for this run; the banner says how to trust it"],
      ["    --tls-cert FILE", "HTTPS with this certificate (PEM), and"],
      ["    --tls-key FILE", "its private key (PEM)"],
    ],
  ],
  [
    "What",
    [
      ...(seed ? [["-s, --seed FILE", "state to begin with (JSON)"] as const] : []),
      ...(state
        ? [["    --state FILE|URL", "keep the state in a file, or on a libSQL server"] as const]
        : []),
      ...(settings
        ? [
            [
              "    --setting NAME=VALUE",
              "what the documentation leaves open, see the README",
            ] as const,
          ]
        : []),
      ["    --clock TIME", "the time: 2026-11-01T05:59:00Z runs on from there,"],
      ["", "frozen:2026-11-01T05:59:00Z stands still, frozen stands at the present"],
      [
        "    --faults FILE",
        "what goes wrong on purpose (JSON): a list of what POST /_mock/faults takes",
      ],
      [
        "    --verify-signatures",
        "refuse requests that are not signed right (key mock, secret mock)",
      ],
      [
        "-w, --watch",
        seed
          ? "read the seed and the faults again when they change"
          : "read the faults again when they change",
      ],
    ],
  ],
  [
    "Record and replay",
    [
      [
        "    --record URL",
        "forward requests to a real endpoint, there alone, and keep the calls in",
      ],
      ["    --fixtures DIR", "this folder, a JSON file for each; @sensitive members are left out"],
      ["    --sign", "sign what is forwarded with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"],
      ["", "and AWS_SESSION_TOKEN of the environment"],
      ["    --replay DIR", "answer from the calls in this folder"],
      ["    --ignore MEMBER", "which does not tell calls apart, such as UsageRecords[].Timestamp;"],
      ["", "may be given several times"],
    ],
  ],
  [
    "Output",
    [
      ["    --json", "one JSON object a line, for programs"],
      ["-q, --quiet", "no request log"],
      ["-h, --help", "this text"],
      ["-v, --version", "the version"],
    ],
  ],
];
