$version: "2"

namespace example.media

use aws.protocols#restJson1

@restJson1
service Media {
    version: "1"
    operations: [PutClip, GetClip, Converse]
}

@idempotent
@http(method: "PUT", uri: "/clips/{id}/{part+}?kind=raw", code: 201)
@endpoint(hostPrefix: "{account}.data.")
operation PutClip {
    input := {
        @required
        @httpLabel
        id: String

        @required
        @httpLabel
        part: String

        @required
        @hostLabel
        account: String

        @httpHeader("X-Expires")
        expires: Timestamp

        @httpPrefixHeaders("X-Meta-")
        metadata: Metadata

        @httpQuery("tag")
        tags: Tags

        @httpQueryParams
        extra: Metadata

        @httpPayload
        body: ClipBody
    }
    output := {
        @httpResponseCode
        status: Integer

        @httpHeader("X-Secret")
        secret: Secret
    }
}

@readonly
@http(method: "GET", uri: "/clips/{id}")
operation GetClip {
    input := {
        @required
        @httpLabel
        id: String
    }
    output := {
        @httpPayload
        body: ClipBody
    }
}

@http(method: "POST", uri: "/converse")
operation Converse {
    input := {
        @httpPayload
        events: InputEvents
    }
    output := {
        @httpPayload
        events: OutputEvents
    }
}

@streaming
@requiresLength
blob ClipBody

map Metadata {
    key: String
    value: String
}

list Tags {
    member: String
}

@sensitive
string Secret

@streaming
union InputEvents {
    audio: AudioEvent
}

@streaming
union OutputEvents {
    text: TextEvent
    failed: ConverseFailed
}

structure AudioEvent {
    @eventHeader
    sequence: Integer

    @eventPayload
    bytes: Blob
}

structure TextEvent {
    @jsonName("t")
    text: String

    @timestampFormat("epoch-seconds")
    at: Timestamp
}

@error("server")
structure ConverseFailed {
    message: String
}
