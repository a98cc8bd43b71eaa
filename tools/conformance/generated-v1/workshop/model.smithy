$version: "2.0"

namespace example.workshop

use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restJson1
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests
use smithy.waiters#waitable
use tinsmith.client#batch

/// A workshop that takes orders. It has a bit of everything that generated code can use of its runtimes.
@restJson1
@sigv4(name: "workshop")
@httpBearerAuth
@auth([sigv4, httpBearerAuth])
@aws.api#service(sdkId: "Workshop", endpointPrefix: "workshop")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
@endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "String", builtIn: "AWS::Region", documentation: "The region to call." }
        UseFIPS: {
            type: "Boolean"
            builtIn: "AWS::UseFIPS"
            required: true
            default: false
            documentation: "Whether to call a validated endpoint."
        }
        Endpoint: { type: "String", builtIn: "SDK::Endpoint", documentation: "An address to call." }
    }
    rules: [
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Endpoint" }] }
            ]
            endpoint: { url: { ref: "Endpoint" } }
        }
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "Partition" }
            ]
            rules: [
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                    ]
                    endpoint: { url: "https://workshop-fips.{Region}.{Partition#dnsSuffix}" }
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: { url: "https://workshop.{Region}.{Partition#dnsSuffix}" }
                }
            ]
        }
        {
            type: "error"
            conditions: []
            error: "Invalid Configuration: Missing Region"
        }
    ]
)
@endpointTests(
    version: "1.0"
    testCases: [
        {
            documentation: "The endpoint of a region."
            params: { Region: "eu-central-1", UseFIPS: false }
            expect: { endpoint: { url: "https://workshop.eu-central-1.amazonaws.com" } }
        }
        {
            documentation: "The validated endpoint of a region in China."
            params: { Region: "cn-north-1", UseFIPS: true }
            expect: { endpoint: { url: "https://workshop-fips.cn-north-1.amazonaws.com.cn" } }
        }
        {
            documentation: "A region is missing."
            params: { UseFIPS: false }
            expect: { error: "Invalid Configuration: Missing Region" }
        }
    ]
)
service Workshop {
    version: "2026-11-01"
    resources: [
        Job
    ]
    operations: [
        PutDrawing
        GetDrawing
        ImportParts
        RecordHours
        Watch
        Quote
    ]
    errors: [
        Closed
    ]
}

/// An order, from create to delete.
resource Job {
    identifiers: {
        jobId: JobId
    }
    properties: {
        title: Title
        state: JobState
        due: Timestamp
        tags: Tags
    }
    create: CreateJob
    read: GetJob
    delete: DeleteJob
    list: ListJobs
}

@pattern("^job-[0-9a-f]{8}$")
string JobId

@length(min: 1, max: 60)
string Title

enum JobState {
    OPEN
    DONE
}

map Tags {
    key: Title
    value: String
}

@http(method: "POST", uri: "/jobs", code: 201)
operation CreateJob {
    input := for Job {
        @required
        $title

        $due

        $tags

        state: JobState = "OPEN"

        @idempotencyToken
        @httpHeader("x-client-token")
        clientToken: String
    }

    output := for Job {
        @required
        $jobId
    }
}

@readonly
@waitable(
    JobDone: {
        documentation: "Waits until a job is done."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "state", comparator: "stringEquals", expected: "DONE" }
                }
            }
            {
                state: "failure"
                matcher: { errorType: "NoSuchJob" }
            }
        ]
        minDelay: 1
        maxDelay: 2
    }
)
@http(method: "GET", uri: "/jobs/{jobId}")
operation GetJob {
    input := for Job {
        @required
        @httpLabel
        $jobId
    }

    output := for Job {
        @required
        $jobId

        @required
        $title

        @required
        $state

        $due

        $tags
    }

    errors: [
        NoSuchJob
    ]
}

@idempotent
@http(method: "DELETE", uri: "/jobs/{jobId}", code: 204)
operation DeleteJob {
    input := for Job {
        @required
        @httpLabel
        $jobId
    }

    output := {}

    errors: [
        NoSuchJob
    ]
}

@readonly
@paginated(items: "jobs")
@http(method: "GET", uri: "/jobs")
operation ListJobs {
    input := {
        @httpQuery("nextToken")
        nextToken: String

        @httpQuery("maxResults")
        @range(min: 1, max: 100)
        maxResults: Integer
    }

    output := {
        nextToken: String

        @required
        jobs: JobSummaries
    }
}

list JobSummaries {
    member: JobSummary
}

structure JobSummary for Job {
    @required
    $jobId

    @required
    $title
}

/// Streams in both directions, with checksums.
@idempotent
@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
@http(method: "PUT", uri: "/drawings/{name}")
operation PutDrawing {
    input := {
        @required
        @httpLabel
        name: String

        @httpHeader("x-amz-sdk-checksum-algorithm")
        algorithm: ChecksumAlgorithm

        @httpPayload
        @required
        content: Bytes
    }

    output := {
        @httpHeader("x-bytes")
        bytes: Integer
    }
}

@readonly
@http(method: "GET", uri: "/drawings/{name}")
operation GetDrawing {
    input := {
        @required
        @httpLabel
        name: String
    }

    output := {
        @httpPayload
        content: StreamedBytes = ""
    }
}

enum ChecksumAlgorithm {
    CRC32
    SHA256
}

blob Bytes

@streaming
blob StreamedBytes

/// Sends what is large in gzip.
@requestCompression(encodings: ["gzip"])
@http(method: "POST", uri: "/parts")
operation ImportParts {
    input := {
        @required
        parts: Parts
    }

    output := {
        @required
        count: Integer
    }
}

list Parts {
    member: Part
}

structure Part {
    @required
    name: Title

    size: Size

    price: BigDecimal

    count: Long

    notes: Document

    secret: Secret
}

@sensitive
string Secret

union Size {
    millimeters: Double
    named: NamedSize
}

intEnum NamedSize {
    SMALL = 1
    LARGE = 2
}

@batch(
    entries: "records"
    maxEntries: 3
    matching: {
        id: { member: "id" }
    }
    results: "accepted"
    failures: "failed"
)
@http(method: "POST", uri: "/hours")
operation RecordHours {
    input := {
        @required
        records: HourRecords
    }

    output := {
        accepted: AcceptedRecords
        failed: FailedRecords
    }
}

@length(min: 1, max: 3)
list HourRecords {
    member: HourRecord
}

structure HourRecord {
    @required
    id: String

    @required
    @range(min: 0)
    hours: Double
}

list AcceptedRecords {
    member: AcceptedRecord
}

structure AcceptedRecord {
    @required
    id: String
}

list FailedRecords {
    member: FailedRecord
}

structure FailedRecord {
    @required
    id: String

    message: String
}

/// Reports what happens in the workshop.
@http(method: "POST", uri: "/watch")
operation Watch {
    input := {
        jobId: JobId
    }

    output := {
        @httpPayload
        events: WorkshopEvents
    }
}

@streaming
union WorkshopEvents {
    progress: Progress
    closed: Closed
}

structure Progress {
    @required
    percent: Integer

    at: Timestamp
}

/// Takes a bearer token only.
@auth([httpBearerAuth])
@httpRequestTests([
    {
        id: "QuoteSendsEverything"
        protocol: restJson1
        method: "POST"
        uri: "/quote"
        queryParams: ["currency=EUR"]
        headers: { "Content-Type": "application/json", "x-urgent": "true" }
        body: """
            {"hours": 2.5, "at": 1790000000}"""
        bodyMediaType: "application/json"
        params: { currency: "EUR", urgent: true, hours: 2.5, at: 1790000000 }
    }
])
@httpResponseTests([
    {
        id: "QuoteReadsThePrice"
        protocol: restJson1
        code: 200
        headers: { "x-valid-days": "30" }
        body: "{\"price\": 12.5}"
        bodyMediaType: "application/json"
        params: { price: 12.5, validDays: 30 }
    }
])
@httpMalformedRequestTests([
    {
        id: "QuoteRefusesTexts"
        protocol: restJson1
        request: {
            method: "POST"
            uri: "/quote"
            body: "{\"hours\": \"two\"}"
            headers: { "Content-Type": "application/json" }
        }
        response: {
            code: 400
            headers: { "x-amzn-errortype": "SerializationException" }
        }
    }
])
@http(method: "POST", uri: "/quote")
operation Quote {
    input := {
        @httpQuery("currency")
        currency: String

        @httpHeader("x-urgent")
        urgent: Boolean

        hours: Double

        at: Timestamp
    }

    output := {
        @required
        price: Double

        @httpHeader("x-valid-days")
        validDays: Integer
    }
}

@error("client")
@httpError(404)
structure NoSuchJob {
    @required
    message: String

    jobId: JobId
}

@error("server")
@retryable
@httpError(503)
@httpResponseTests([
    {
        id: "ClosedIsRead"
        protocol: restJson1
        code: 503
        headers: { "X-Amzn-Errortype": "Closed" }
        body: "{\"message\": \"closed\"}"
        bodyMediaType: "application/json"
        params: { message: "closed" }
    }
])
structure Closed {
    message: String
}
