$version: "2.0"

namespace example.library

/// Shelves, their books, and labels: a resource of each way to say what it is made of.
@aws.auth#sigv4(name: "library")
@paginated(inputToken: "token", outputToken: "token", pageSize: "size")
service Library {
    version: "2026-01-01"
    resources: [
        Shelf
        Label
    ]
    errors: [
        ThereIsNone
    ]
}

/// Its properties are declared, and nested in what is read.
resource Shelf {
    identifiers: {
        shelfId: ShelfId
    }
    properties: {
        title: Title
        colour: Colour
        built: Timestamp
        words: Words
        serial: Serial
    }
    create: CreateShelf
    read: GetShelf
    update: UpdateShelf
    delete: DeleteShelf
    list: ListShelves
    resources: [
        Book
    ]
}

/// Its properties are whatever its operations have members for.
resource Book {
    identifiers: {
        shelfId: ShelfId
        isbn: Isbn
    }
    create: AddBook
    read: GetBook
    delete: RemoveBook
    list: ListBooks
}

@noReplace
resource Label {
    identifiers: {
        name: Title
    }
    put: PutLabel
    read: GetLabel
}

@pattern("^shelf-[0-9a-f]{8}$")
string ShelfId

@pattern("^[0-9]{13}$")
string Isbn

@length(min: 1, max: 40)
string Title

@length(min: 12, max: 12)
string Serial

@sensitive
string Secret

enum Colour {
    RED
    GREEN
}

list Words {
    member: Title
}

@examples([
    {
        title: "The first shelf"
        input: { title: "First" }
        output: { id: "shelf-00000001", serial: "SERIAL-00001" }
    }
])
@http(method: "POST", uri: "/shelves", code: 201)
operation CreateShelf {
    input := for Shelf {
        @required
        $title

        $colour

        @property(name: "built")
        builtAt: Timestamp

        $words

        @idempotencyToken
        clientToken: String
    }

    output := for Shelf {
        @required
        @resourceIdentifier("shelfId")
        id: ShelfId

        @required
        $serial
    }
}

@examples([
    {
        title: "A shelf that was always there"
        input: { shelfId: "shelf-0000ffff" }
        output: { shelf: { shelfId: "shelf-0000ffff", title: "Old", serial: "SERIAL-0ffff" } }
    }
])
@readonly
@http(method: "GET", uri: "/shelves/{shelfId}")
operation GetShelf {
    input := for Shelf {
        @required
        @httpLabel
        $shelfId
    }

    output := {
        @required
        @nestedProperties
        shelf: ShelfDetails
    }
}

structure ShelfDetails for Shelf {
    @required
    @resourceIdentifier("shelfId")
    $shelfId

    @required
    $title

    $colour

    $built

    $words

    @required
    $serial
}

@http(method: "POST", uri: "/shelves/{shelfId}")
operation UpdateShelf {
    input := for Shelf {
        @required
        @httpLabel
        $shelfId

        $title

        $colour
    }

    output := {
        @required
        @nestedProperties
        shelf: ShelfDetails
    }
}

@idempotent
@http(method: "DELETE", uri: "/shelves/{shelfId}", code: 204)
operation DeleteShelf {
    input := for Shelf {
        @required
        @httpLabel
        $shelfId
    }

    output := {}
}

@readonly
@paginated(items: "found.shelves")
@http(method: "GET", uri: "/shelves")
operation ListShelves {
    input := {
        @httpQuery("token")
        token: String

        @httpQuery("size")
        @range(min: 1, max: 50)
        size: Integer
    }

    output := {
        token: String

        @required
        found: ShelvesFound
    }
}

structure ShelvesFound {
    @required
    shelves: ShelfSummaries
}

list ShelfSummaries {
    member: ShelfSummary
}

@references([
    {
        resource: Shelf
        ids: { shelfId: "key" }
    }
])
structure ShelfSummary {
    @required
    key: ShelfId

    title: Title
}

@http(method: "POST", uri: "/shelves/{shelfId}/books", code: 201)
operation AddBook {
    input := {
        @required
        @httpLabel
        shelfId: ShelfId

        /// Made up where there is none.
        isbn: Isbn

        author: String

        note: Secret

        cover: Blob
    }

    output := {
        @required
        book: Book_
    }

    errors: [
        BookAlreadyThere
    ]
}

@readonly
@http(method: "GET", uri: "/shelves/{shelfId}/books/{isbn}")
operation GetBook {
    input := {
        @required
        @httpLabel
        shelfId: ShelfId

        @required
        @httpLabel
        isbn: Isbn
    }

    output := {
        @required
        book: Book_
    }
}

@references([
    {
        resource: Book
    }
])
structure Book_ {
    @required
    shelfId: ShelfId

    @required
    isbn: Isbn

    author: String

    note: Secret

    cover: Blob

    @required
    pages: Integer
}

@idempotent
@http(method: "DELETE", uri: "/shelves/{shelfId}/books/{isbn}", code: 204)
operation RemoveBook {
    input := {
        @required
        @httpLabel
        shelfId: ShelfId

        @required
        @httpLabel
        isbn: Isbn
    }

    output := {}
}

@readonly
@http(method: "GET", uri: "/shelves/{shelfId}/books")
operation ListBooks {
    input := {
        @required
        @httpLabel
        shelfId: ShelfId
    }

    output := {
        @required
        isbns: Isbns
    }
}

list Isbns {
    member: Isbn
}

@idempotent
@http(method: "PUT", uri: "/labels/{name}")
operation PutLabel {
    input := {
        @required
        @httpLabel
        name: Title

        @required
        text: String
    }

    output := {}
}

@readonly
@http(method: "GET", uri: "/labels/{name}")
operation GetLabel {
    input := {
        @required
        @httpLabel
        name: Title
    }

    output := {
        text: String
    }
}

@error("client")
@httpError(404)
structure ThereIsNone {
    message: String
    resourceType: String

    @required
    hint: String
}

@error("client")
@httpError(409)
structure BookAlreadyThere {
    message: String

    @required
    isbn: Isbn
}
