$version: "2"

namespace hard

use aws.api#service
use aws.auth#sigv4
use smithy.test#httpRequestTests
use smithy.waiters#waitable

/// Names that are problematic in JavaScript, TypeScript, Node or the generated code.
@sigv4(name: "names")
@service(sdkId: "Names")
@xmlNamespace(uri: "https://names.example/")
service Names {
    version: "2026-11-01"
    operations: [
        Echo
        Throw
        Pages
        Send
        Destroy
        Then
        Delete
        Config
        MiddlewareStack
        Plugins
        On
        Listen
        Close
        Constructor_
        Get_Thing
        GetThing
        lowerCaseOperation
    ]
}

/// `*/` ends no comment, `${x}` fills in nothing.
@httpRequestTests([
    {
        id: "HardNames"
        protocol: "aws.protocols#restJson1"
        method: "PUT"
        uri: "/echo/of%20the%20path"
        body: """
            {"__proto__":"a","1st":"b"}"""
        bodyMediaType: "application/json"
        params: { constructor: "of the path", "__proto__": "a", first: "b" }
    }
])
@http(method: "PUT", uri: "/echo/{constructor}")
operation Echo {
    input := with [Everything] {}
    output := with [Outcome] {}
}

@http(method: "POST", uri: "/throw")
operation Throw {
    input := {
        code: String
    }
    errors: [TypeError, ServiceException, Exception, NamesServiceException]
}

@readonly
@paginated(inputToken: "then", outputToken: "constructor", items: "items", pageSize: "length")
@waitable(
    Then: { acceptors: [{ state: "success", matcher: { success: true } }] }
    PagesExist: { acceptors: [{ state: "success", matcher: { success: true } }] }
)
@http(method: "GET", uri: "/pages")
operation Pages {
    input := {
        @httpQuery("then")
        then: String

        @httpQuery("length")
        length: Integer
    }

    output := {
        constructor: String
        items: Texts
    }
}

@http(method: "POST", uri: "/send")
operation Send {
    input: SendCommandInput
    output: EchoCommandOutput
}

@http(method: "POST", uri: "/destroy")
operation Destroy {
    input: Object
    output: Command
}

@http(method: "POST", uri: "/then")
operation Then {
    output: Promise
}

@http(method: "POST", uri: "/delete")
operation Delete {}

@http(method: "POST", uri: "/config")
operation Config {}

@http(method: "POST", uri: "/middleware-stack")
operation MiddlewareStack {}

@http(method: "POST", uri: "/plugins")
operation Plugins {}

@http(method: "POST", uri: "/on")
operation On {}

@http(method: "POST", uri: "/listen")
operation Listen {}

@http(method: "POST", uri: "/close")
operation Close {}

@http(method: "POST", uri: "/constructor")
operation Constructor_ {}

@http(method: "POST", uri: "/get_thing")
operation Get_Thing {}

@http(method: "POST", uri: "/get-thing")
operation GetThing {}

@http(method: "POST", uri: "/lower-case")
operation lowerCaseOperation {}

/// Members with the names of object properties, of `then`, and of keywords of the language.
@mixin
structure Everything with [Values] {
    @required
    @httpLabel
    constructor: String
}

@mixin
structure Outcome with [Values] {
    constructor: String
}

@mixin
structure Values {
    __proto__: String
    toString: String
    valueOf: String
    hasOwnProperty: String
    isPrototypeOf: String
    toLocaleString: String
    toJSON: String
    then: String
    catch: String
    finally: String
    prototype: String
    name: String
    length: Integer
    default: String
    class: String
    function: String
    delete: String
    new: String
    this: String
    super: String
    null: String
    true: String
    undefined: String
    NaN: Float
    await: String
    yield: String
    async: String
    let: String
    static: String
    enum: String
    import: String
    export: String
    typeof: String
    eval: String
    arguments: String
    input: String
    output: String
    body: String
    headers: String
    request: String
    response: String

    @jsonName("1st")
    @xmlName("first-1")
    first: String

    keys: Texts_
    words: Words
    numbers: Ints
    either: Either
    shapes: Shapes
}

list Texts {
    member: String
}

map Texts_ {
    key: String
    value: String
}

list Words {
    member: Word
}

enum Word {
    constructor = "constructor"
    __proto__ = "__proto__"
    default = "1st"
    toString = "*/ \" \\ ${x} `"
}

list Ints {
    member: Int
}

intEnum Int {
    NaN = 1
    valueOf = 2
}

union Either {
    constructor: String
    __proto__: String
    then: Integer
    nothing: Unit
    error: Error
}

/// A member for each shape whose name also exists in the language, its library, Node or generated code.
structure Shapes {
    a: Client
    b: Error
    c: Promise
    d: Date
    e: Record
    f: Uint8Array
    g: Command
    h: Object
    i: Array
    j: Map
    k: Set
    l: Symbol
    m: Function
    n: Boolean
    o: Number
    p: JSON
    q: Math
    r: Request
    s: Response
    t: Headers
    u: URL
    v: ReadableStream
    w: Buffer
    x: AsyncIterable
    y: Partial
    z: Required
    aa: Readonly
    ab: Pick
    ac: Omit
    ad: NonNullable
    ae: MetadataBearer
    af: NamesClient
    ag: NamesClientConfig
    ah: HttpHandler
    ai: ServiceInputTypes
    aj: ServiceOutputTypes
    ak: EndpointParameters
    al: ClientDefaults
    am: RuntimeExtension
    an: NamesExtensionConfiguration
    ao: NamesRequestOptions
    ap: MockServer
    aq: NamesHandlers
    ar: NamesOperationName
    as: StandardSchemaV1
    at: ExceptionOptions
    au: EchoCommand
    av: EchoCommandInput
    aw: ThrowError
    ax: Constraints
    ay: Handlers
    az: Schemas
    ba: ClientInputEndpointParameters
    bb: RequestHandlerInput
    bc: NamesPaginationConfiguration
    bd: CreateMockServer
    be: MockServerOptions
    bf: Handler
    bg: Clock
    bh: NamesStubs
    bi: NamesStubResponses
    bj: Int_
    bk: StaticStructureSchema
    bl: ServiceDescription
    bm: Behaviour
    bn: Undefined
    bo: Window
    bp: __Client
    bq: __MetadataBearer
    br: lowerCase
    bs: Stream
    bt: File
    bu: Proxy
    bv: PropertyKey
}

structure lowerCase { lower: upperOrLower }
enum upperOrLower { upper, lower }
structure Stream { file: String }
structure File { name: String }
structure Proxy { of: String }
structure PropertyKey { key: String }

structure SendCommandInput { then: String }
structure EchoCommandOutput { constructor: String }
structure Client { name: String }
structure Error { @required message: String, stack: String }
structure Promise { then: String, catch: String }
structure Date { at: Timestamp }
structure Record { key: String }
structure Uint8Array { bytes: Blob_ }
blob Blob_
structure Command { input: String, middlewareStack: String }
structure Object { constructor: String, prototype: String }
structure Array { length: Integer }
structure Map { size: Integer }
structure Set { size: Integer }
structure Symbol { iterator: String }
structure Function { name: String }
structure Boolean { value: String }
structure Number { value: String }
structure JSON { parse: String }
structure Math { random: String }
structure Request { body: String }
structure Response { body: String }
structure Headers { get: String }
structure URL { href: String }
structure ReadableStream { locked: String }
structure Buffer { from: String }
structure AsyncIterable { next: String }
structure Partial { t: String }
structure Required { t: String }
structure Readonly { t: String }
structure Pick { t: String }
structure Omit { t: String }
structure NonNullable { t: String }
structure MetadataBearer { metadata: String }
structure NamesClient { send: String }
structure NamesClientConfig { region: String }
structure HttpHandler { handle: String }
structure ServiceInputTypes { t: String }
structure ServiceOutputTypes { t: String }
structure EndpointParameters { Region: String }
structure ClientDefaults { t: String }
structure RuntimeExtension { configure: String }
structure NamesExtensionConfiguration { t: String }
structure NamesRequestOptions { t: String }
structure MockServer { close: String }
structure NamesHandlers { Echo: String }
structure NamesOperationName { t: String }
structure StandardSchemaV1 { t: String }
structure ExceptionOptions { t: String }
structure EchoCommand { input: String }
structure EchoCommandInput { t: String }
structure ThrowError { t: String }
structure Constraints { t: String }
structure Handlers { t: String }
structure Schemas { t: String }
structure ClientInputEndpointParameters { t: String }
structure RequestHandlerInput { t: String }
structure NamesPaginationConfiguration { t: String }
structure CreateMockServer { t: String }
structure MockServerOptions { t: String }
structure Handler { t: String }
structure Clock { now: String }
structure NamesStubs { t: String }
structure NamesStubResponses { t: String }
structure Int_ { t: String }
structure StaticStructureSchema { t: String }
structure ServiceDescription { t: String }
structure Behaviour { t: String }
structure Undefined { t: String }
structure Window { t: String }
structure __Client { t: String }
structure __MetadataBearer { t: String }

@error("client")
structure TypeError {
    message: String
    name: String
    stack: String
    cause: String
    code: String
    constructor: String
    toString: String
}

@error("server")
@retryable
structure ServiceException {
    @required
    message: String
    then: String
}

@error("client")
structure Exception {
    Message: String
}

@error("client")
structure NamesServiceException {
    message: String
}
