$version: "2.0"
namespace a
use aws.iam#defineConditionKeys
use aws.iam#conditionKeys
use aws.iam#conditionKeyValue
use aws.iam#serviceResolvedConditionKeys
@aws.api#service(sdkId: "Foo", arnNamespace: "foo")
@defineConditionKeys("foo:a": {type: "String", required: true}, "b": {type: "String"})
@serviceResolvedConditionKeys(["foo:zz", "b"])
service S { version: "1", operations: [O], resources: [R] }
@conditionKeys(["foo:a", "nope", "aws:x"])
operation O { input := { @conditionKeyValue("foo:b") x: String, @conditionKeyValue("q") y: String } }
@conditionKeys(["zz"])
resource R { identifiers: {rId: String} }
