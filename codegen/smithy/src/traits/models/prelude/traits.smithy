$version: "2.0"

// Traits about traits, references and the model itself.
namespace smithy.api

/// Turns a shape into a trait: values of the shape can be applied to other shapes.
@trait(
    selector: ":is(simpleType, list, map, structure, union)"
    breakingChanges: [
        {
            change: "presence"
        }
        {
            path: "/structurallyExclusive"
            change: "any"
        }
        {
            path: "/conflicts"
            change: "update"
            severity: "NOTE"
            message: "Adding more conflicts to a trait could cause previously written models to fail validation."
        }
    ]
)
structure trait {
    /// A selector for the shapes that the trait can be applied to; by default, any shape.
    selector: String

    /// Limits the trait to one member of a shape, or to the target of one member.
    structurallyExclusive: StructurallyExclusive

    /// Ids of traits that cannot be combined with this one.
    conflicts: NonEmptyStringList

    /// The changes of the trait's value between two models that are breaking.
    breakingChanges: TraitDiffRules
}

@private
enum StructurallyExclusive {
    /// Only one member of a shape can have the trait.
    MEMBER = "member"

    /// Only one member of a shape can target a shape with the trait.
    TARGET = "target"
}

@private
@length(min: 1)
list TraitDiffRules {
    member: TraitDiffRule
}

@private
structure TraitDiffRule {
    /// A JSON pointer into the value; by default, the whole value.
    path: String

    /// The kind of change that is breaking.
    @required
    change: TraitChangeType

    /// The severity of the change.
    severity: Severity = "ERROR"

    /// The reason why the change is breaking.
    message: String
}

@private
enum TraitChangeType {
    /// The value is changed.
    UPDATE = "update"

    /// A value is added.
    ADD = "add"

    /// A value is removed.
    REMOVE = "remove"

    /// A value is added or removed.
    PRESENCE = "presence"

    /// A value is added, removed or changed.
    ANY = "any"
}

@private
enum Severity {
    /// Informative.
    NOTE

    /// Possibly breaking.
    WARNING

    /// Very likely breaking.
    DANGER

    /// Breaking.
    ERROR
}

/// Constraints, by event id, on the shapes around a shape with the trait. Each selector starts at
/// that shape, and every shape that it yields is reported.
@trait(selector: "[trait|trait]")
map traitValidators {
    @length(min: 1)
    key: String

    value: TraitValidator
}

@private
structure TraitValidator {
    /// A selector for the incompatible shapes.
    @required
    selector: String

    /// The message about an incompatible shape.
    message: String

    /// The severity of an incompatible shape.
    severity: Severity = "ERROR"
}

/// The string is the id of a shape.
///
/// An id without a namespace is looked up in the namespace of the shape that holds it and then
/// among the public prelude shapes.
@trait(selector: ":test(string, member > string)")
structure idRef {
    /// A selector that the shape has to match if it exists.
    selector: String = "*"

    /// Reports an error if the model does not contain the shape.
    failWhenMissing: Boolean

    /// A message that replaces the default one.
    errorMessage: String
}

/// Makes a shape private to its namespace: shapes in other namespaces cannot refer to it.
@trait
structure private {}

/// Makes a shape a mixin, whose members and traits are copied to the shapes that use it.
@trait(selector: ":not(member)")
structure mixin {
    /// Traits that are not copied to the shapes that use the mixin.
    localTraits: LocalMixinTraitList
}

@private
list LocalMixinTraitList {
    member: LocalMixinTrait
}

@private
@idRef(
    selector: "[trait|trait]"
    failWhenMissing: true
    errorMessage: """
        Strings provided to the localTraits property of a mixin trait
        must target a valid trait."""
)
string LocalMixinTrait

/// Suppresses events by id on the shape, including all shapes that it contains.
@trait
list suppress {
    @length(min: 1)
    member: String
}

/// Defines the type of a metadata key: its value has to match the shape.
@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata {
    /// The key. Each key has at most one type.
    @required
    @length(min: 1)
    key: String
}

/// Named closures of shapes, for tools that work on a part of a model.
@private
@metadata(key: "shapeClosures")
list ShapeClosures {
    member: ShapeClosure
}

@private
structure ShapeClosure {
    /// The name of the closure, in the form of a shape id.
    @required
    id: ClosureId

    /// Namespaces whose shapes are roots of the closure.
    includeNamespaces: Namespaces = []

    /// A selector for further roots.
    @length(min: 1)
    includeBySelector: String

    /// New names for shapes of the closure, by shape id.
    rename: Renames = {}

    /// A description of the closure.
    documentation: CommonMark
}

@private
@idRef(failWhenMissing: false)
string ClosureId

@private
@uniqueItems
list Namespaces {
    member: String
}

@private
map Renames {
    @idRef(
        selector: ":not(:is(member, service, resource, operation))"
        failWhenMissing: true
        errorMessage: """
            Renames must target shapes that are in the model and must not target \
            services, resources, operations, or members."""
    )
    key: String

    value: Identifier
}

@private
@pattern("^(_+[a-zA-Z0-9]|[a-zA-Z])\\w*$")
string Identifier

@private
@mediaType("text/markdown; charset=UTF-8; variant=CommonMark")
string CommonMark
