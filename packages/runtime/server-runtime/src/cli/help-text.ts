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
    "Exit codes: 0 after Ctrl+C or SIGTERM, 1 if the server cannot start, 2 if the command line is invalid.",
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
    "Network",
    [
      ["-p, --port NUMBER", "port to listen on (default: any free one)"],
      ["    --host ADDRESS", "address to listen on (default: 127.0.0.1, this machine only)"],
      ["    --allow-host NAME", "another host name of the control API, such as a container's"],
      ["    --tls", "HTTPS with a new certificate; the banner shows how to trust it"],
      ["    --tls-cert FILE", "HTTPS with this certificate (PEM), and"],
      ["    --tls-key FILE", "its private key (PEM)"],
    ],
  ],
  [
    "Behavior",
    [
      ...(seed ? [["-s, --seed FILE", "initial state (JSON)"] as const] : []),
      ...(state
        ? [["    --state FILE|URL", "store the state in a file or on a libSQL server"] as const]
        : []),
      ...(settings
        ? [
            [
              "    --setting NAME=VALUE",
              "set what the documentation leaves open; see the README",
            ] as const,
          ]
        : []),
      ["    --clock TIME", "2026-11-01T05:59:00Z starts the clock at this time,"],
      ["", "frozen:2026-11-01T05:59:00Z stops it at this time, frozen stops it now"],
      ["    --faults FILE", "faults to inject (JSON): a list of bodies of POST /_mock/faults"],
      [
        "    --verify-signatures",
        "refuse requests with a wrong signature (access key mock, secret mock)",
      ],
      ["    --auth", "refuse requests without the credentials that the model requires"],
      ["    --cors ORIGIN", "let web pages of this origin, or of any (*), call operations"],
      [
        "-w, --watch",
        seed
          ? "reload the seed and the faults when their files change"
          : "reload the faults when their file changes",
      ],
    ],
  ],
  [
    "Record and replay",
    [
      ["    --record URL", "forward requests to this endpoint only, and store the calls in"],
      [
        "    --fixtures DIR",
        "this folder, one JSON file per call; @sensitive members are redacted",
      ],
      ["    --sign", "sign forwarded requests with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY"],
      ["", "and AWS_SESSION_TOKEN from the environment"],
      ["    --replay DIR", "answer with the calls in this folder"],
      ["    --ignore MEMBER", "input member to ignore when calls are compared, such as"],
      ["", "UsageRecords[].Timestamp; may be repeated"],
    ],
  ],
  [
    "Output",
    [
      ["    --json", "one JSON object per line, for programs"],
      ["-q, --quiet", "do not log requests"],
      ["-h, --help", "show this help"],
      ["-v, --version", "show the version"],
    ],
  ],
];
