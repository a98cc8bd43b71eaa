$version: "2.0"

namespace tinsmith.client

/// The operation takes several entries in one call and reports a result for each of them, so that a
/// call can succeed although an entry fails. Clients get a function that accepts any number of
/// entries: it observes the limits of a call, resends entries that the service did not process, and
/// reports the outcome of each entry.
@trait(selector: "operation")
structure batch {
    /// The name of the function in clients; by default, the name of the operation's method with the
    /// suffix `All`.
    name: FunctionName

    /// The member of the input that holds the entries: a list of structures.
    @required
    entries: MemberName

    /// The maximum number of entries per call.
    maxEntries: Limit

    /// The maximum size of a request body, in bytes.
    maxBytes: Limit

    /// The matching of results to entries.
    @required
    matching: Matching

    /// The output member with the results of processed entries: a list of structures.
    results: MemberName

    /// The output member with the entries that the service rejected: a list of structures. They are
    /// never accepted, whatever their status.
    failures: MemberName

    /// The output member with the entries that the service did not process, as they were sent: a
    /// list of the same structures. They are sent again.
    unprocessed: MemberName

    /// The outcome of an entry in its result. Without it, every result is accepted and every
    /// failure is rejected.
    outcome: Outcome

    /// Errors of a whole call that a single entry can cause, without any entry of the call being
    /// processed. Such a call is sent again in halves, until only the faulty entries remain.
    entryErrors: EntryErrors
}

@private
@length(min: 1)
@uniqueItems
list EntryErrors {
    member: EntryError
}

@private
@idRef(failWhenMissing: true, selector: "structure[trait|error]")
string EntryError

@private
@pattern("^[a-z][A-Za-z0-9]*$")
string FunctionName

@private
@length(min: 1)
string MemberName

@private
@range(min: 1)
integer Limit

/// The matching of results to entries.
@private
union Matching {
    /// Matches by position: there is one result per entry, in the same order.
    position: Unit

    /// Matches by an id that the caller assigns to each entry of a call.
    id: IdMatching

    /// Matches results that repeat the entry. Without `results`, an entry that is not repeated
    /// anywhere is accepted.
    echo: EchoMatching
}

@private
structure IdMatching {
    /// The member that holds the id, both in the entry and in the result.
    @required
    member: MemberName
}

@private
structure EchoMatching {
    /// The member of a result, and of a failure, that repeats the entry.
    member: MemberName

    /// The members of the entry that identify it; by default, all members.
    by: MemberNames
}

@private
@length(min: 1)
@uniqueItems
list MemberNames {
    member: MemberName
}

@private
structure Outcome {
    /// The member of a result or failure that holds its status: a string or an enum.
    @required
    status: MemberName

    /// Statuses of accepted entries. Without them, a result is accepted if it has no status.
    accepted: Statuses

    /// Statuses of entries that the service already has.
    duplicate: Statuses

    /// Statuses of entries that may be accepted if they are sent again.
    retry: Statuses

    /// The member that holds an explanation: a string.
    message: MemberName

    /// The member that marks a failure as permanent: a boolean. It takes precedence over `retry`.
    permanent: MemberName
}

@private
@length(min: 1)
@uniqueItems
list Statuses {
    member: String
}
