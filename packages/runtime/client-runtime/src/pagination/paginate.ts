import type {
  PaginationConfiguration as SmithyPaginationConfiguration,
  Paginator,
} from "@smithy/types";
import { isObject } from "@tinsmith/values";
import type { AnyCommand } from "../client/any-command.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { RequestOptions } from "../http/http-handler.js";

/** The client that sends the requests of a paginator. */
export interface PageClient<Page> {
  send(command: AnyCommand, options?: RequestOptions): Promise<Page>;
}

/** The options of a paginator other than the input of its operation. */
export interface PaginationConfiguration extends Omit<
  SmithyPaginationConfiguration,
  "startingToken"
> {
  /** The token to start from, for example of an earlier run. */
  startingToken?: unknown;
}

/** The operation of a paginator. */
export interface PaginatorDefinition<Input extends object, Page> {
  /** The class of clients that can send the command. */
  readonly client: abstract new (...args: never) => PageClient<Page>;
  readonly command: new (input: Input) => AnyCommand;
  /** The input member for the token of a page. */
  readonly inputToken: keyof Input;
  /** Returns the token of the next page, or nothing after the last page. */
  readonly nextToken: (page: Page) => unknown;
  /** The input member that limits the size of a page. */
  readonly pageSize?: keyof Input;
}

/**
 * Requests pages lazily, one after another. A failure after the first page does not affect the
 * pages before it.
 *
 * The input is not modified: unlike with the AWS SDK's paginators, a second run over the same input
 * starts from the beginning.
 *
 * Smithy: https://smithy.io/2.0/spec/behavior-traits.html#smithy-api-paginated-trait
 * @throws Error if the client belongs to another service, and any error that `send` throws
 * @throws TypeError immediately if the configuration or the input is not an object
 */
export function paginate<Input extends object, Page>(
  definition: PaginatorDefinition<Input, Page>,
  config: PaginationConfiguration & { readonly client: PageClient<Page> },
  input: Input,
  options?: RequestOptions,
): Paginator<Page> {
  if (!isObject(config)) {
    throw wrongArgument("The first argument of a paginator must be { client }", config);
  }
  if (!isObject(input)) {
    throw wrongArgument("The second argument of a paginator must be an object", input);
  }
  const { pageSize } = config;
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize > 0)) {
    throw wrongArgument("The pageSize of a paginator must be a positive integer", pageSize);
  }
  return requestPages(definition, config, input, options);
}

async function* requestPages<Input extends object, Page>(
  definition: PaginatorDefinition<Input, Page>,
  config: PaginationConfiguration & { readonly client: PageClient<Page> },
  input: Input,
  options: RequestOptions | undefined,
): Paginator<Page> {
  const { inputToken, pageSize } = definition;
  if (!(config.client instanceof definition.client)) {
    throw new Error(`Invalid client, expected instance of ${definition.client.name}`);
  }
  let token: unknown = config.startingToken ?? input[inputToken];
  for (;;) {
    const command = new definition.command({
      ...input,
      ...(token !== undefined && { [inputToken]: token }),
      ...(pageSize !== undefined &&
        config.pageSize !== undefined && { [pageSize]: input[pageSize] ?? config.pageSize }),
    });
    const page = await config.client.send(config.withCommand?.(command) ?? command, options);
    yield page;
    const next = definition.nextToken(page);
    // An empty token also ends the pages.
    if (!next || (config.stopOnSameToken === true && next === token)) return undefined;
    token = next;
  }
}

/** A paginator that can also iterate over items. */
export interface ItemPaginator<Page, Item> extends Paginator<Page> {
  /**
   * Iterates over the items of all pages, in order. A page is requested when its first item is
   * read. Iterate either over pages or over items, because both consume the same run.
   */
  items(): AsyncGenerator<Item, undefined, unknown>;
}

/** Adds `items` to a paginator. */
export const withItems = <Page, Item>(
  pages: Paginator<Page>,
  itemsOf: (page: Page) => Iterable<Item> | null | undefined,
): ItemPaginator<Page, Item> =>
  Object.assign(pages, {
    async *items(): AsyncGenerator<Item, undefined, unknown> {
      for await (const page of pages) yield* itemsOf(page) ?? [];
      return undefined;
    },
  });
