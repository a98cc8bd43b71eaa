$version: "2.0"

namespace smithy.waiters

/// Waiters, by name, that call the operation until a resource is in a wanted state.
@trait(selector: "operation :not(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
map waitable {
    key: WaiterName
    value: Waiter
}

@pattern("^[A-Z]+[A-Za-z0-9]*$")
string WaiterName

@private
structure Waiter {
    /// What the waiter is for, in CommonMark.
    documentation: String

    /// What to do after a call; the first that matches decides.
    @required
    acceptors: Acceptors

    /// The least time between calls, in seconds.
    minDelay: WaiterDelay = 2

    /// The most time between calls, in seconds.
    maxDelay: WaiterDelay = 120

    /// The waiter should no longer be used.
    deprecated: Boolean

    /// Labels to group waiters by.
    tags: NonEmptyStringList
}

@range(min: 1)
integer WaiterDelay

@private
list NonEmptyStringList {
    member: NonEmptyString
}

@private
@length(min: 1)
string NonEmptyString

@private
@length(min: 1)
list Acceptors {
    member: Acceptor
}

@private
structure Acceptor {
    /// Where the waiter goes.
    @required
    state: AcceptorState

    /// When it goes there.
    @required
    matcher: Matcher

    /// A JMESPath expression for what to tell the caller, a string or strings.
    message: String
}

@private
enum AcceptorState {
    /// The wait is over, and well.
    SUCCESS = "success"

    /// The wanted state will not come.
    FAILURE = "failure"

    /// Call again. It is what happens where nothing matches, too.
    RETRY = "retry"
}

@private
union Matcher {
    /// Looks into the output of a call that succeeded.
    output: PathMatcher

    /// Looks into `input` and `output` of a call that succeeded.
    inputOutput: PathMatcher

    /// Matches an error by shape id, or by name in any namespace.
    errorType: String

    /// Matches any success, or any failure.
    success: Boolean
}

@private
structure PathMatcher {
    /// A JMESPath expression.
    @required
    path: String

    /// What it should yield.
    @required
    expected: String

    /// How the two are compared.
    @required
    comparator: PathComparator
}

@private
enum PathComparator {
    /// The result is the expected string.
    STRING_EQUALS = "stringEquals"

    /// The result is the boolean that the expected string spells.
    BOOLEAN_EQUALS = "booleanEquals"

    /// The result is a list of nothing but the expected string, once at least.
    ALL_STRING_EQUALS = "allStringEquals"

    /// The result is a list that has the expected string.
    ANY_STRING_EQUALS = "anyStringEquals"
}
