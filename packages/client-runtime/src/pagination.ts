export { paginate, withItems } from "./pagination/paginate.js";
export type {
  ItemPaginator,
  PageClient,
  PaginationConfiguration,
  PaginatorDefinition,
} from "./pagination/paginate.js";
