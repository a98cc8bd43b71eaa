$version: "2.0"
namespace a
use aws.apigateway#authorizers
use aws.auth#sigv4
@sigv4(name: "x")
@authorizers(b: {scheme: httpBasicAuth, type: "token"}, a: {scheme: sigv4, type: "request", enableSimpleResponses: true, authorizerPayloadFormatVersion: "1.0"}, c: {scheme: httpDigestAuth})
service S { version: "1" }
