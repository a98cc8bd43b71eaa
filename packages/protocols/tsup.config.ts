import { library } from "../../tsup.shared.js";

export default library([
  "src/aws-json/index.ts",
  "src/aws-json/server.ts",
  "src/aws-query/index.ts",
  "src/aws-query/server.ts",
  "src/defaults/index.ts",
  "src/ec2-query/index.ts",
  "src/ec2-query/server.ts",
  "src/event-streams/index.ts",
  "src/index.ts",
  "src/rest-json/index.ts",
  "src/rest-json/server.ts",
  "src/rest-xml/index.ts",
  "src/rest-xml/server.ts",
  "src/rpcv2-cbor/index.ts",
  "src/rpcv2-cbor/server.ts",
  "src/rpcv2-json/index.ts",
  "src/rpcv2-json/server.ts",
]);
