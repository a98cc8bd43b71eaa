import type {
  PaginationConfiguration as SmithyPaginationConfiguration,
  Paginator,
} from "@smithy/types";
import { isObject } from "@tinsmith/values";
import type { AnyCommand } from "../client/any-command.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { RequestOptions } from "../http/http-handler.js";

/** What sends the requests of a paginator: a generated client. */
export interface PageClient<Page> {
  send(command: AnyCommand, options?: RequestOptions): Promise<Page>;
}

/** What a paginator takes besides the input of its operation. */
export interface PaginationConfiguration extends Omit<
  SmithyPaginationConfiguration,
  "startingToken"
> {
  /** Where to begin: the token of an earlier run. */
  startingToken?: unknown;
}

/** What a paginator knows of its operation. */
export interface PaginatorDefinition<Input extends object, Page> {
  /** The class whose instances can send the command. */
  readonly client: abstract new (...args: never) => PageClient<Page>;
  readonly command: new (input: Input) => AnyCommand;
  /** The member of the input that says where a page begins. */
  readonly inputToken: keyof Input;
  /** What says where the next page begins; nothing after the last one. */
  readonly nextToken: (page: Page) => unknown;
  /** The member of the input that limits the length of a page. */
  readonly pageSize?: keyof Input;
}

/**
 * Asks for page after page, each when it is wanted. Only the first request can fail before there is a page; a later
 * failure leaves the pages that were given.
 *
 * The input stays as it is: unlike the AWS SDK's paginators, a second run over the same input begins anew.
 *
 * Smithy: https://smithy.io/2.0/spec/behavior-traits.html#smithy-api-paginated-trait
 * @throws Error where the client is not of the service; what `send` throws
 * @throws TypeError at once when the configuration or the input is not an object.
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
  if (pageSize !== undefined && !Number.isInteger(pageSize)) {
    throw wrongArgument("The pageSize of a paginator must be an integer", pageSize);
  }
  return pagesOf(definition, config, input, options);
}

async function* pagesOf<Input extends object, Page>(
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
    // Tokens that are empty mean the same as none.
    if (!next || (config.stopOnSameToken === true && next === token)) return undefined;
    token = next;
  }
}

/** Pages, which also give their items one by one. */
export interface ItemPaginator<Page, Item> extends Paginator<Page> {
  /**
   * The items of all pages, in order. A page is asked for when its first item is wanted. Iterate either over pages or
   * over items: both take from the same run.
   */
  items(): AsyncGenerator<Item, undefined, unknown>;
}

/** Adds the iteration over items. */
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
