import { pathToFileURL } from "node:url";
import { MavenError } from "./coordinates.js";

/** A repository as `smithy-build.json` writes it. */
export interface RepositoryInput {
  readonly url: string;
  readonly id?: string | undefined;
  readonly httpCredentials?: string | undefined;
  readonly proxyHost?: string | undefined;
  readonly proxyCredentials?: string | undefined;
}

/** A repository to read from. */
export interface Repository {
  /** Ends with `/`, and holds no credentials. */
  readonly url: URL;
  /** The address as written, without credentials, for lock files. */
  readonly address: string;
  /** The value of the header `authorization`. Never shown. */
  readonly authorization: string | undefined;
}

/**
 * Returns the repositories in the order in which they are searched: those of the environment, then
 * those of the configuration. Messages never contain a value, because an address may contain
 * credentials.
 *
 * @throws MavenError that names the setting and what is allowed
 */
export function repositoriesOf(
  configured: readonly RepositoryInput[],
  environment: string | undefined,
): readonly Repository[] {
  const named = (environment ?? "").split("|").map((url) => url.trim());
  return [
    ...named.filter((url) => url !== "").map((url) => checked({ url }, "SMITHY_MAVEN_REPOS")),
    ...configured.map((each, index) => checked(each, `maven.repositories[${index}]`)),
  ];
}

function checked(input: RepositoryInput, place: string): Repository {
  if (input.proxyHost !== undefined || input.proxyCredentials !== undefined) {
    throw new MavenError(
      `${place}: "proxyHost" is not supported. Set HTTPS_PROXY and NODE_USE_ENV_PROXY=1 in the environment`,
    );
  }
  if (!URL.canParse(input.url)) throw new MavenError(`${place} is not a URL. Expected https://…`);
  const url = new URL(input.url);
  if (url.protocol === "http:") {
    throw new MavenError(
      `${place} uses plain HTTP, which others can change in transit. Expected https://…`,
    );
  }
  if (url.protocol !== "https:" && url.protocol !== "file:") {
    throw new MavenError(`${place} has the scheme "${url.protocol}". Expected https: or file:`);
  }
  const inUrl = url.username === "" ? undefined : userInfoOf(url);
  const credentials = input.httpCredentials ?? inUrl;
  if (credentials !== undefined && !/^[^:]+:.+$/s.test(credentials)) {
    throw new MavenError(`${place}: the credentials are malformed. Expected user:password`);
  }
  url.username = "";
  url.password = "";
  const address = inUrl === undefined ? input.url : url.href;
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return {
    url,
    address,
    authorization:
      credentials === undefined
        ? undefined
        : `Basic ${Buffer.from(credentials, "utf8").toString("base64")}`,
  };
}

const userInfoOf = ({ username, password }: URL) =>
  `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;

/** Returns the repository for a folder that has the layout of a Maven repository. */
export function folderRepository(folder: string): Repository {
  const url = pathToFileURL(`${folder}/`);
  return { url, address: url.href, authorization: undefined };
}
