// The code is in the file of the main entry, like that of `parts`.
export {
  awsJson1_0,
  awsJson1_0Of,
  awsJson1_1,
  awsJson1_1Of,
  awsJsonClient,
} from "./aws-json-client.js";
export type { AwsJsonParts } from "./aws-json-client.js";
