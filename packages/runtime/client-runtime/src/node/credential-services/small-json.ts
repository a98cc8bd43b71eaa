import { awsJson1_1Of } from "@tinsmith/protocols/generated/v1/aws-json";
import { epochTimestamps } from "@tinsmith/protocols/generated/v1/parts";

/** AWS JSON for the services of the credential chain. Their messages contain few types. */
export const smallJson = awsJson1_1Of({ types: [epochTimestamps] });
