$version: "2.0"

namespace smithy.waiters

/// Waiters, by name, that call the operation until a resource is in a desired state.
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
    /// A description of the waiter, in CommonMark.
    documentation: String

    /// The acceptors. After a call, the first one that matches decides what to do.
    @required
    acceptors: Acceptors

    /// The minimum delay between calls, in seconds.
    minDelay: WaiterDelay = 2

    /// The maximum delay between calls, in seconds.
    maxDelay: WaiterDelay = 120

    /// The waiter is deprecated.
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
    /// The state to which the waiter transitions.
    @required
    state: AcceptorState

    /// The condition of the transition.
    @required
    matcher: Matcher

    /// A JMESPath expression for the message to report, a string or a list of strings.
    message: String
}

@private
enum AcceptorState {
    /// The waiter succeeded.
    SUCCESS = "success"

    /// The waiter failed: the desired state cannot be reached.
    FAILURE = "failure"

    /// The call is repeated. This is also the default if no acceptor matches.
    RETRY = "retry"
}

@private
union Matcher {
    /// Matches a path of the output of a successful call.
    output: PathMatcher

    /// Matches a path of `input` and `output` of a successful call.
    inputOutput: PathMatcher

    /// Matches an error by shape id, or by name in any namespace.
    errorType: String

    /// Matches any successful or any failed call.
    success: Boolean
}

@private
structure PathMatcher {
    /// A JMESPath expression.
    @required
    path: String

    /// The expected result.
    @required
    expected: String

    /// The comparison of the result with the expected one.
    @required
    comparator: PathComparator
}

@private
enum PathComparator {
    /// The result equals the expected string.
    STRING_EQUALS = "stringEquals"

    /// The result equals the boolean that the expected string spells.
    BOOLEAN_EQUALS = "booleanEquals"

    /// The result is a non-empty list in which every item equals the expected string.
    ALL_STRING_EQUALS = "allStringEquals"

    /// The result is a list in which an item equals the expected string.
    ANY_STRING_EQUALS = "anyStringEquals"
}
