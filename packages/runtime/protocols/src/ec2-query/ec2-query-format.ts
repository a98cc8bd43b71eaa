import type { QueryFormat } from "../query/query-style.js";

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const ec2QueryFormat: QueryFormat = {
  id: "aws.protocols#ec2Query",
  flatLists: true,
  memberName: (name, { xmlName, ["ec2QueryName"]: queryName }) =>
    typeof queryName === "string" ? queryName : capitalised(xmlName ?? name),
  resultName: () => undefined,
};
