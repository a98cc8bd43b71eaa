$version: "2.0"

// Traits about traits, references and the model itself.
namespace smithy.api

/// Turns a shape into a trait: applying it elsewhere needs a value of that shape.
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
    /// Selects the shapes that may carry the trait; any shape when absent.
    selector: String

    /// Whether one member alone of a shape may carry the trait, or target a shape that does.
    structurallyExclusive: StructurallyExclusive

    /// Ids of traits that cannot stand beside this one.
    conflicts: NonEmptyStringList

    /// What counts as a breaking change of the trait's value between two models.
    breakingChanges: TraitDiffRules
}

@private
enum StructurallyExclusive {
    /// One member of a shape may carry the trait.
    MEMBER = "member"

    /// One member of a shape may target a shape that carries the trait.
    TARGET = "target"
}

@private
@length(min: 1)
list TraitDiffRules {
    member: TraitDiffRule
}

@private
structure TraitDiffRule {
    /// A JSON pointer into the value; the whole value when absent.
    path: String

    /// The kind of change that breaks.
    @required
    change: TraitChangeType

    /// How bad the change is.
    severity: TraitChangeSeverity = "ERROR"

    /// Why the change is bad.
    message: String
}

@private
enum TraitChangeType {
    /// The value is another one.
    UPDATE = "update"

    /// There is a value where there was none.
    ADD = "add"

    /// There is no value where there was one.
    REMOVE = "remove"

    /// Added or removed.
    PRESENCE = "presence"

    /// Added, removed or updated.
    ANY = "any"
}

@private
enum TraitChangeSeverity {
    /// Worth knowing.
    NOTE

    /// Needs a look.
    WARNING

    /// Very likely wrong.
    DANGER

    /// Wrong.
    ERROR
}

/// Constraints, by event id, on the shapes around one that carries the trait. Each selector runs
/// from that shape, and whatever it yields is reported.
@trait(selector: "[trait|trait]")
@length(min: 1)
map traitValidators {
    key: String
    value: TraitValidator
}

@private
structure TraitValidator {
    /// Yields the incompatible shapes.
    @required
    selector: String

    /// What to say about them.
    message: String

    /// How serious an incompatible shape is.
    severity: TraitValidatorSeverity = "ERROR"
}

@private
enum TraitValidatorSeverity {
    NOTE
    WARNING
    DANGER
    ERROR
}

/// The string is the id of a shape.
///
/// An id without a namespace is looked up in the namespace of the shape that holds it and then
/// among the public prelude shapes.
@trait(selector: ":test(string, member > string)")
structure idRef {
    /// What the shape must be, when it is found.
    selector: String = "*"

    /// Whether a shape that is not in the model is an error.
    failWhenMissing: Boolean

    /// What to say instead of the usual message.
    errorMessage: String
}

/// Keeps a shape for its own namespace: no other may refer to it.
@trait
structure private {}

/// Makes a shape a mixin, from which other shapes take members and traits.
@trait(selector: ":not(member)")
structure mixin {
    /// Traits that stay on the mixin and are not passed on.
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

/// Silences events by id on the shape, or on every shape it contains.
@trait
list suppress {
    @length(min: 1)
    member: String
}

/// Gives a metadata key a type: where the key is set, its value has to fit the shape.
@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata {
    /// The key. Each key has one type at most.
    @required
    @length(min: 1)
    key: String
}

/// Named groups of shapes, for tools that work on a part of a model.
@private
@metadata(key: "shapeClosures")
list ShapeClosures {
    member: ShapeClosure
}

@private
structure ShapeClosure {
    /// The name of the closure, in the form of a shape id.
    @required
    @idRef
    id: String

    /// Namespaces whose shapes are roots of the closure.
    includeNamespaces: NonEmptyStringList

    /// A selector for further roots.
    @length(min: 1)
    includeBySelector: String

    /// Other names, by shape id, for shapes of the closure.
    rename: ShapeClosureRenames

    /// What the closure is for.
    documentation: String
}

@private
map ShapeClosureRenames {
    @idRef
    key: String

    value: NonEmptyString
}
