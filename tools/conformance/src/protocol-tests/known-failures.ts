/**
 * Known failures of generated tests, each with its reason: by service and side, then by kind and id
 * of the case. Remove the entries of tests that pass.
 */
export const knownFailures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AwsQuery server": {
    "response QueryNoInputAndNoOutputWithResponseMetadata":
      "tests what clients accept: unlike other cases, the response has a request id and lacks the XML namespace",
  },
  "JsonProtocol server": {
    "response AwsJson11IntEnums":
      "expects `X-Amz-Target` in a response, which is a header of requests",
  },
  "RestXml server": {
    "response InvalidGreetingError":
      "expects an element that the model does not define: clients must ignore it, and servers cannot write it",
  },
  "AmazonML_20141212 client": {
    "request MachinelearningPredictEndpoint":
      "expects the host from the input of Predict: Amazon Machine Learning, which is closed, is the only service with such a host",
  },
};
