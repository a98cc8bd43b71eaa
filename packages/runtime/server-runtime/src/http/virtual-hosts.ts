import { isIP } from "node:net";
import type { HttpRequestMessage } from "@tinsmith/protocols";

/** Completes the path of a request with a label that the host contains. */
export type Addressing = (request: HttpRequestMessage) => HttpRequestMessage;

/**
 * Returns the addressing of a service whose endpoints may contain the first label of a path, as S3
 * endpoints contain the bucket: `bucket.s3.eu-central-1.amazonaws.com/key` means `/bucket/key`. The
 * names of the mock server work in the same way (`bucket.localhost`). If the host is an IP address,
 * or one of these names without a label, the path is already complete.
 *
 * @param templates - the host after the label: `s3.{label}.{partition}`
 * @param ownNames - the current names of the server, besides `localhost`
 */
export function virtualHosts(
  templates: readonly string[],
  ownNames: () => readonly (string | undefined)[],
): Addressing {
  const domain = `(?:${templates.map(toSource).join("|")})`;
  const below = new RegExp(`^(.+)\\.${domain}$`);
  const alone = new RegExp(`^${domain}$`);
  const labelOf = (host: string): string | undefined => {
    if (isIP(host) !== 0 || alone.test(host)) return undefined;
    const found = below.exec(host);
    return found ? found[1] : labelBelow(host, [...ownNames(), "localhost"]);
  };
  return (request) => {
    const { headers, path } = request;
    const host = headers["host"]?.replace(/:\d*$/, "").toLowerCase();
    const label = host === undefined ? undefined : labelOf(host);
    if (label === undefined) return request;
    return { ...request, path: `/${encodeURIComponent(label)}${path === "/" ? "" : path}` };
  };
}

/**
 * The domains of AWS's partitions, and `localhost`, with which a mock can have such a host name.
 */
const partitions = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "amazonaws.eu",
  "c2s.ic.gov",
  "cloud.adc-e.uk",
  "csp.hci.ic.gov",
  "localhost",
  "sc2s.sgov.gov",
];

const toSource = (template: string): string =>
  escaped(template)
    .replaceAll("\\{label\\}", "[a-z0-9-]+")
    .replaceAll("\\{partition\\}", `(?:${partitions.map(escaped).join("|")})`);

const escaped = (text: string): string => text.replaceAll(/[.+*?^${}()|[\]\\]/g, "\\$&");

/**
 * Returns the labels before the longest matching name of the server; undefined for IP addresses.
 */
function labelBelow(host: string, names: readonly (string | undefined)[]): string | undefined {
  const fitting = names.flatMap((name = "") => {
    const lower = name.toLowerCase();
    return isIP(name) === 0 && `.${host}`.endsWith(`.${lower}`) ? [lower] : [];
  });
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  return longest === undefined || longest === host ? undefined : host.slice(0, -longest.length - 1);
}
