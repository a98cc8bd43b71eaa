const compression = "compressing requests is the client runtime's";
const customisation = "a customisation of one AWS service";
const checksum = "checksums of requests are the client runtime's";
const digits = "the loaded model holds the case's numbers as doubles";
const lenient = "an output as lenient clients must accept it, not as a server writes it";
const headers = "the case has a body without the content type that another case insists on";
const queryMap = "a server puts every query parameter into the map, as another case says";
const absent = "what the client leaves out cannot be told from what it did not have";
const clientOnly = "a response as clients must accept it, not as a server writes it";
const message = "the case's message or extra member is not among its parameters";

/** Cases that fail, by protocol and side, then by kind and id, with the reason. The test fails when one of them passes. */
export const knownFailures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aws.protocols#awsJson1_0 client": {
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0": compression,
    "request SDKAppliedContentEncoding_awsJson1_0": compression,
  },
  "aws.protocols#awsJson1_0 server": {
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0": compression,
    "request SDKAppliedContentEncoding_awsJson1_0": compression,
    "response AwsJson10ServiceRespondsWithNoPayload": clientOnly,
  },
  "aws.protocols#awsJson1_1 client": {
    "request MachinelearningPredictEndpoint": customisation,
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1": compression,
    "request SDKAppliedContentEncoding_awsJson1_1": compression,
  },
  "aws.protocols#awsJson1_1 server": {
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1": compression,
    "request SDKAppliedContentEncoding_awsJson1_1": compression,
    "response AwsJson11IntEnums": clientOnly,
    "response json_1_1_service_responds_with_no_payload": clientOnly,
    "response parses_the_request_id_from_the_response": clientOnly,
  },
  "aws.protocols#awsQuery client": {
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery": compression,
    "request SDKAppliedContentEncoding_awsQuery": compression,
  },
  "aws.protocols#awsQuery server": {
    "request QueryEmptyQueryMaps": absent,
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery": compression,
    "request SDKAppliedContentEncoding_awsQuery": compression,
    "response QueryNoInputAndNoOutputWithResponseMetadata": clientOnly,
  },
  "aws.protocols#ec2Query client": {
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_ec2Query": compression,
    "request SDKAppliedContentEncoding_ec2Query": compression,
  },
  "aws.protocols#ec2Query server": {
    "request Ec2EmptyQueryLists": absent,
    "request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_ec2Query": compression,
    "request SDKAppliedContentEncoding_ec2Query": compression,
    "response Ec2ComplexError": message,
    "response Ec2QueryDateTimeWithNegativeOffset": lenient,
    "response Ec2QueryDateTimeWithPositiveOffset": lenient,
  },
  "aws.protocols#restJson1 client": {
    "request ApiGatewayAccept": customisation,
    "request GlacierAccountId": customisation,
    "request GlacierChecksums": customisation,
    "request GlacierMultipartChecksums": customisation,
    "request GlacierVersionHeader": customisation,
    "request RestJsonHttpChecksumRequired": checksum,
    "request SDKAppendedGzipAfterProvidedEncoding_restJson1": compression,
    "request SDKAppliedContentEncoding_restJson1": compression,
  },
  "aws.protocols#restJson1 server": {
    "request RestJsonEndpointTraitWithHostLabel": headers,
    "request RestJsonHttpWithEmptyStructurePayload": absent,
    "request RestJsonHttpWithHeadersButNoPayload": absent,
    "request RestJsonOmitsEmptyListQueryValues": queryMap,
    "request SDKAppendedGzipAfterProvidedEncoding_restJson1": compression,
    "request SDKAppliedContentEncoding_restJson1": compression,
  },
  "aws.protocols#restXml client": {
    "request S3DefaultAddressing": customisation,
    "request S3EscapeObjectKeyInUriLabel": customisation,
    "request S3EscapePathObjectKeyInUriLabel": customisation,
    "request S3OperationAddressingPreferred": customisation,
    "request S3PreservesEmbeddedDotSegmentInUriLabel": customisation,
    "request S3PreservesLeadingDotSegmentInUriLabel": customisation,
    "request S3VirtualHostAccelerateAddressing": customisation,
    "request S3VirtualHostAddressing": customisation,
    "request S3VirtualHostDualstackAccelerateAddressing": customisation,
    "request S3VirtualHostDualstackAddressing": customisation,
    "request SDKAppendedGzipAfterProvidedEncoding_restXml": compression,
    "request SDKAppliedContentEncoding_restXml": compression,
    "response GetBucketLocationUnwrappedOutput": customisation,
  },
  "aws.protocols#restXml server": {
    "request AllQueryStringTypes": queryMap,
    "request RestXmlEndpointTraitWithHostLabel": headers,
    "request RestXmlQueryStringEscaping": queryMap,
    "request RestXmlSupportsInfinityFloatQueryValues": queryMap,
    "request RestXmlSupportsNaNFloatQueryValues": queryMap,
    "request RestXmlSupportsNegativeInfinityFloatQueryValues": queryMap,
    "request RestXmlZeroAndFalseQueryValues": queryMap,
    "request S3DefaultAddressing": customisation,
    "request S3EscapeObjectKeyInUriLabel": customisation,
    "request S3EscapePathObjectKeyInUriLabel": customisation,
    "request S3OperationAddressingPreferred": customisation,
    "request S3PreservesEmbeddedDotSegmentInUriLabel": customisation,
    "request S3PreservesLeadingDotSegmentInUriLabel": customisation,
    "request S3VirtualHostAccelerateAddressing": customisation,
    "request S3VirtualHostAddressing": customisation,
    "request S3VirtualHostDualstackAccelerateAddressing": customisation,
    "request S3VirtualHostDualstackAddressing": customisation,
    "request SDKAppendedGzipAfterProvidedEncoding_restXml": compression,
    "request SDKAppliedContentEncoding_restXml": compression,
    "response ComplexError": message,
    "response GetBucketLocationUnwrappedOutput": customisation,
    "response InvalidGreetingError": message,
    "response RestXmlDateTimeWithNegativeOffset": lenient,
    "response RestXmlDateTimeWithPositiveOffset": lenient,
    "response SimpleScalarPropertiesWithXMLPreamble": lenient,
  },
  "smithy.protocols#rpcv2Json client": {
    "request RpcV2JsonRequestBigDecimalHighPrecision": digits,
    "request RpcV2JsonRequestBigDecimalLargeWithFraction": digits,
    "request RpcV2JsonRequestBigDecimalNegativeHighPrecision": digits,
    "request RpcV2JsonRequestBigIntegerNegativeLargeValue": digits,
  },
  "smithy.protocols#rpcv2Json server": {
    "response RpcV2JsonResponseBigDecimalHighPrecision": digits,
    "response RpcV2JsonResponseBigDecimalLargeWithFraction": digits,
    "response RpcV2JsonResponseBigDecimalNegativeHighPrecision": digits,
    "response RpcV2JsonResponseBigIntegerNegativeLargeValue": digits,
  },
};
