/** Built-in parameters of endpoint rules by the client options that they stand for. */
export const builtInOptions: Readonly<Record<string, string>> = {
  "AWS::Auth::AccountId": "accountId",
  "AWS::Auth::AccountIdEndpointMode": "accountIdEndpointMode",
  "AWS::Auth::CredentialScope": "credentialScope",
  "AWS::Region": "region",
  "AWS::S3::Accelerate": "useAccelerateEndpoint",
  "AWS::S3::DisableMultiRegionAccessPoints": "disableMultiregionAccessPoints",
  "AWS::S3::ForcePathStyle": "forcePathStyle",
  "AWS::S3::UseArnRegion": "useArnRegion",
  "AWS::S3::UseGlobalEndpoint": "useGlobalEndpoint",
  "AWS::S3Control::UseArnRegion": "useArnRegion",
  "AWS::STS::UseGlobalEndpoint": "useGlobalEndpoint",
  "AWS::UseDualStack": "useDualstackEndpoint",
  "AWS::UseFIPS": "useFipsEndpoint",
  "SDK::Endpoint": "endpoint",
};

/** Returns whether a built-in parameter stands for an option that only clients of one service have. */
export const isServiceOption = (builtIn: string): boolean =>
  /^AWS::(?:S3|S3Control|STS)::/.test(builtIn);

/** Returns the name of the option for a parameter: `ForcePathStyle` is set by `forcePathStyle`. */
export function optionName(parameter: string): string {
  return parameter.charAt(0).toLowerCase() + parameter.slice(1);
}
