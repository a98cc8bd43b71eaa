import { library } from "../../tsup.shared.js";

export default library([
  "src/index.ts",
  "src/aws-json/index.ts",
  "src/rpcv2-cbor/index.ts",
  "src/rpcv2-json/index.ts",
]);
