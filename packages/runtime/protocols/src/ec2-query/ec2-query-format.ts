import { upperFirst } from "@tinsmith/values";
import type { QueryFormat } from "../query/query-style.js";

export const ec2QueryFormat: QueryFormat = {
  id: "aws.protocols#ec2Query",
  flatLists: true,
  memberName: (name, { xmlName, ["ec2QueryName"]: queryName }) =>
    typeof queryName === "string" ? queryName : upperFirst(xmlName ?? name),
  resultName: () => undefined,
};
