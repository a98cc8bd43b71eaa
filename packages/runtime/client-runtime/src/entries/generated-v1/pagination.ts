/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { paginate, withItems } from "../../pagination/paginate.js";
export type {
  ItemPaginator,
  PageClient,
  PaginationConfiguration,
  PaginatorDefinition,
} from "../../pagination/paginate.js";
