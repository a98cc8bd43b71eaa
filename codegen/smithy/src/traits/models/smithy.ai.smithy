$version: "2.0"

namespace smithy.ai

/// Prompts, by name, that tell a language model when and how to use the service or operation.
@trait(selector: ":is(service, operation)")
map prompts {
    key: PromptName
    value: PromptTemplateDefinition
}

@private
@pattern("^[a-zA-Z0-9]+(?:_[a-zA-Z0-9]+)*$")
string PromptName

@private
structure PromptTemplateDefinition {
    /// A description of the prompt.
    @required
    description: String

    /// The template, in which `{{name}}` stands for the argument of that name.
    @required
    template: String

    /// The structure whose members are the arguments.
    @idRef(failWhenMissing: true, selector: "structure")
    arguments: String

    /// When to prefer the prompt to others.
    preferWhen: String
}
