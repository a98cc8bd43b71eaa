import type { QueryFormat } from "../query/query-style.js";

export const awsQueryFormat: QueryFormat = {
  id: "aws.protocols#awsQuery",
  flatLists: false,
  memberName: (name, { xmlName }) => xmlName ?? name,
  resultName: (operation) => `${operation}Result`,
};
