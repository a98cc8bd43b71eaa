$version: "2"

namespace example.library

use aws.api#service
use aws.protocols#awsJson1_0

/// Lends books.
@service(sdkId: "Book Library")
@awsJson1_0
@title("Library")
service LibraryService {
    version: "2026-01-01"
    operations: [FindBooks, Ping]
    errors: [Overloaded]
}

/// Finds books by what is known of them.
operation FindBooks {
    input := {
        /// What to look for, as in `{title: "x"}`.
        @required
        query: Query

        /// <p>How many to answer with.</p><ul><li>few is <b>fast</b></li><li>many is not</li></ul>
        @range(min: 1, max: 100)
        limit: Integer = 20

        @length(max: 3)
        @uniqueItems
        shelves: ShelfNames

        @idempotencyToken
        @length(min: 1, max: 64)
        token: String

        options: Document
    }
    output := {
        @required
        books: Books

        byShelf: BooksByShelf

        byFormat: CountsByFormat
    }
    errors: [NoSuchShelf]
}

operation Ping {}

/// One way to look for books.
union Query {
    /// By title, in part.
    title: NonEmpty

    isbn: Isbn

    any: Unit

    all: Queries
}

list Queries {
    member: Query
}

structure Book {
    @required
    isbn: Isbn

    @required
    title: String

    format: Format

    stars: Stars

    published: Timestamp

    cover: Blob

    sold: BigInteger

    price: BigDecimal

    /// Other editions, newest first; `null` where one was withdrawn.
    editions: SparseBooks

    notes: SparseNotes

    @deprecated(message: "Use `format`", since: "2026-02-01")
    binding: String

    @since("2026-03-01")
    similar: Books
}

list Books {
    member: Book
}

@sparse
list SparseBooks {
    member: Book
}

@sparse
map SparseNotes {
    key: String
    value: String
}

map BooksByShelf {
    key: NonEmpty
    value: Books
}

map CountsByFormat {
    key: Format
    value: Integer
}

list ShelfNames {
    member: NonEmpty
}

@length(min: 1)
string NonEmpty

@pattern("^[0-9]{3}-[\\d-]+[\\s\\S]*$")
string Isbn

enum Format {
    /// Stiff covers.
    HARDBACK = "hard back"

    @deprecated
    PAPERBACK

    E_BOOK = "e-book"
}

intEnum Stars {
    ONE = 1
    FIVE = 5
}

/// There is no shelf of that name.
@error("client")
@httpError(404)
structure NoSuchShelf {
    message: String
    shelf: NonEmpty
}

@error("server")
@retryable(throttling: true)
structure Overloaded {
    @required
    Message: String
}
