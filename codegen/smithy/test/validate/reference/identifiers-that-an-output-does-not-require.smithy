$version: "2"
namespace shop
service Svc { version: "1" resources: [Message] }
resource Message {
    identifiers: { id: String }
    properties: { message: String }
    create: CreateMessage
}
operation CreateMessage {
    input := for Message { $message }
    output: CreateMessageOutput
}
structure CreateMessageOutput {
    id: String
    message: String
}
