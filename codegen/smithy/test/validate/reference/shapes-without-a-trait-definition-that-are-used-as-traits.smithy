$version: "2.0"
namespace a
structure notATrait {}
@notATrait structure A {}
@missingTrait structure B {}
