$version: "2"

metadata validators = [
    {
        name: "EmitEachSelector"
        id: "DiscriminatedUnion"
        severity: "DANGER"
        configuration: {
            selector: "union [trait|alloy#discriminated] > member :not([trait|alloy#jsonUnknown]) :not(:test(> structure))"
            messageTemplate: "A member of a union with `alloy#discriminated` must target a structure."
        }
    }
]
