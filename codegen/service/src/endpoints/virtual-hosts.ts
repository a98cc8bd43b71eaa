/**
 * Returns the suffixes of hosts that clients prefix with the first label of a path, in the syntax
 * of the runtime: `{label}` for a part between two dots, `{partition}` for a domain of AWS. A
 * suffix that another one covers is left out.
 */
export function virtualHosts(hostTemplates: readonly string[]): readonly string[] {
  const hosts = hostTemplates.map((host) =>
    host.replaceAll(/\{[^{}]*#dnsSuffix\}/g, "{partition}").replaceAll(anyParameter, "{label}"),
  );
  const templates = [...new Set(hosts)].map((host) => [host, covering(host)] as const);
  return templates.flatMap(([host]) =>
    templates.some(([other, covers]) => other !== host && covers.test(host)) ? [] : [host],
  );
}

const anyParameter = /\{(?!partition\})[^{}]*\}/g;

/** Matches the hosts that a template stands for, and templates that stand for some of them. */
function covering(template: string): RegExp {
  const source = template
    .replaceAll(/[.+*?^$()|[\]\\]/g, "\\$&")
    .replaceAll("{label}", "(?:[a-z0-9-]|\\{label\\})+")
    .replaceAll("{partition}", "\\{partition\\}");
  return new RegExp(`^${source}$`);
}
