/** Texts that run code, end their context early, or break a parser unless they are escaped. */
export const payloads = [
  "</script><script>globalThis.pwned = 1</script>",
  "<img src=x onerror=alert(1)>",
  `"><svg onload=alert(1)>`,
  "{{ constructor.constructor('alert(1)')() }}",
  "`${process.exit(1)}`",
  "```\n# not a heading\n```",
  "*/ alert(1) /*",
  "$(touch /tmp/pwned) `id` '; id; '",
  "<region> and List<String>",
  "[x](javascript:alert(1)) ![y](https://evil.example/p.png)",
  "\u2028line\u2029separators",
  "| a | b |\n|---|---|\n| 1 | 2 |",
] as const;

/**
 * Returns a model in JSON AST with the worst names and texts that the language allows: names of
 * `Object.prototype`, device names of Windows, recursive shapes, and payloads in every text.
 */
export function hostileModel(): string {
  const text = payloads.join("\n\n");
  const id = (name: string): string => `hostile.ns#${name}`;
  const member = (target: string, traits: object = {}): object => ({
    target,
    traits: { "smithy.api#documentation": text, ...traits },
  });
  const shapes: Record<string, object> = {
    [id("Service")]: {
      type: "service",
      version: `"><script>alert(1)</script>`,
      operations: [{ target: id("constructor") }, { target: id("Aux") }],
      traits: {
        "smithy.api#title": payloads[0],
        "smithy.api#documentation": text,
        "smithy.api#externalDocumentation": {
          [payloads[1]]: "javascript:alert(1)",
          ok: 'https://example.com/a?b="c"',
        },
        "aws.protocols#awsJson1_0": {},
        "aws.auth#sigv4": { name: "ev'il" },
        "aws.api#service": { sdkId: "Hostile" },
      },
    },
    [id("constructor")]: {
      type: "operation",
      input: { target: id("__proto__") },
      output: { target: id("Output") },
      errors: [{ target: id("toString") }],
      traits: {
        "smithy.api#documentation": text,
        "smithy.api#deprecated": { message: text, since: payloads[2] },
        "smithy.api#examples": payloads.map((payload) => ({
          title: payload,
          documentation: payload,
          input: { valueOf: payload },
          output: { self: { map: { [payload]: payload } } },
        })),
      },
    },
    [id("Aux")]: { type: "operation", traits: { "smithy.api#documentation": `<p>${text}</p>` } },
    [id("__proto__")]: {
      type: "structure",
      members: {
        valueOf: member("smithy.api#String", { "smithy.api#pattern": "</script>|`'\"<b>${x}\\\\" }),
        hasOwnProperty: member(id("Enum"), { "smithy.api#required": {} }),
        self: member(id("__proto__")),
        text: member("smithy.api#String", { "smithy.api#default": payloads[0] }),
      },
    },
    [id("Output")]: {
      type: "structure",
      members: { self: member(id("Node")), tree: member(id("Trees")) },
      traits: { "smithy.api#documentation": "<note>unclosed <b>bold" },
    },
    [id("Node")]: {
      type: "structure",
      members: { map: member(id("Map")), left: member(id("Node")), right: member(id("Node")) },
    },
    [id("Trees")]: { type: "list", member: member(id("Tree")) },
    [id("Tree")]: {
      type: "union",
      members: { leaf: member(id("Enum")), branch: member(id("Trees")) },
    },
    [id("Map")]: {
      type: "map",
      key: member("smithy.api#String"),
      value: member("smithy.api#String"),
    },
    [id("Enum")]: {
      type: "enum",
      members: Object.fromEntries(
        payloads.map((payload, index) => [
          `V${index}`,
          { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": payload } },
        ]),
      ),
    },
    [id("toString")]: {
      type: "structure",
      members: { message: member("smithy.api#String"), why: member(id("Node")) },
      traits: { "smithy.api#error": "server", "smithy.api#documentation": text },
    },
  };
  return JSON.stringify({ smithy: "2.0", shapes });
}
