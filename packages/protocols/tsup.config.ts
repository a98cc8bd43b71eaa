import { library } from "../../tsup.shared.js";

export default library([
  "src/index.ts",
  "src/aws-json/index.ts",
  "src/aws-query/index.ts",
  "src/defaults/index.ts",
  "src/ec2-query/index.ts",
  "src/event-streams/index.ts",
  "src/rest-json/index.ts",
  "src/rest-xml/index.ts",
  "src/rpcv2-cbor/index.ts",
  "src/rpcv2-json/index.ts",
]);
