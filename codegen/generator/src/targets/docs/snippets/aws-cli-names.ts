/**
 * The SDK ids of services whose command in the AWS CLI has no hyphen between words. The command of
 * any other service is its SDK id in lower case with hyphens, unless the table below lists it. As
 * of version 1.46.3 of the AWS CLI.
 */
const joined: ReadonlySet<string> = new Set([
  "API Gateway",
  "App Mesh",
  "Auto Scaling",
  "CloudHSM V2",
  "CloudSearch Domain",
  "Config Service",
  "Data Pipeline",
  "Device Farm",
  "Direct Connect",
  "DynamoDB Streams",
  "Elastic Beanstalk",
  "Global Accelerator",
  "IoT Wireless",
  "Kinesis Analytics",
  "Kinesis Analytics V2",
  "Kinesis Video",
  "Machine Learning",
  "Marketplace Commerce Analytics",
  "Resource Groups Tagging API",
  "Route 53",
  "Route 53 Domains",
  "S3 Control",
  "Secrets Manager",
  "Service Catalog",
  "Storage Gateway",
]);

/** The commands that follow no rule, by SDK id. */
const others: ReadonlyMap<string, string> = new Map([
  ["Application Auto Scaling", "application-autoscaling"],
  ["Application Discovery Service", "discovery"],
  ["Auto Scaling Plans", "autoscaling-plans"],
  ["CloudWatch Logs", "logs"],
  ["CodeDeploy", "deploy"],
  ["Cognito Identity Provider", "cognito-idp"],
  ["Cost Explorer", "ce"],
  ["Cost and Usage Report Service", "cur"],
  ["Database Migration Service", "dms"],
  ["Directory Service", "ds"],
  ["Directory Service Data", "ds-data"],
  ["Elastic Load Balancing", "elb"],
  ["Elastic Load Balancing v2", "elbv2"],
  ["Elasticsearch Service", "es"],
  ["EventBridge", "events"],
  ["IoT Data Plane", "iot-data"],
  ["IoT Events", "iotevents"],
  ["IoT Events Data", "iotevents-data"],
  ["IoT Jobs Data Plane", "iot-jobs-data"],
  ["Lex Model Building Service", "lex-models"],
  ["Lex Models V2", "lexv2-models"],
  ["Lex Runtime Service", "lex-runtime"],
  ["Lex Runtime V2", "lexv2-runtime"],
  ["Marketplace Entitlement Service", "marketplace-entitlement"],
  ["Marketplace Metering", "meteringmarketplace"],
  ["Migration Hub", "mgh"],
  ["Pinpoint SMS Voice", "sms-voice"],
  ["S3", "s3api"],
  ["SFN", "stepfunctions"],
  ["ServerlessApplicationRepository", "serverlessrepo"],
  ["Service Catalog AppRegistry", "servicecatalog-appregistry"],
  ["SimpleDB", "sdb"],
]);

/** Returns the command of a service in the AWS CLI. No trait states it. */
export function cliServiceName(sdkId: string): string {
  return others.get(sdkId) ?? sdkId.toLowerCase().replaceAll(" ", joined.has(sdkId) ? "" : "-");
}

/** Names that the AWS CLI treats as one word, although they have several capitals. */
const oneWord = /WhatsApp|OTel|OAuth2/g;

/**
 * Returns a name of an operation or a member as the AWS CLI spells it: `CustomerAWSAccountId` is
 * `customer-aws-account-id`, and `TargetARNs` is `target-arns`.
 */
export function cliName(name: string): string {
  if (name.includes("-")) return name;
  return name
    .replace(oneWord, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
