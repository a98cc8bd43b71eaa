$version: "2.0"
namespace a
@xmlNamespace(uri: "http://foo bar") structure A {}
@xmlNamespace(uri: "foo") structure B {}
@xmlNamespace(uri: "") structure C {}
@xmlNamespace(uri: "urn:x:y") structure D {}
@xmlNamespace(uri: "http://[") structure E {}
@xmlNamespace(uri: "%zz") structure F {}
@xmlNamespace(uri: "a:b|c") structure G {}
@xmlNamespace(uri: "é:ü") structure H {}
@xmlNamespace(uri: "http:") structure I {}
@xmlNamespace(uri: "a/b?c#d#e") structure J {}
