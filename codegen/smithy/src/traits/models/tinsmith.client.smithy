$version: "2.0"

namespace tinsmith.client

/// The operation takes several entries in one call and answers for each of them, so that a call can
/// succeed and an entry not. Clients get a function that takes any number of entries: it keeps the
/// limits of a call, sends again what the service did not get to, and says of each entry what became
/// of it.
@trait(selector: "operation")
structure batch {
    /// What clients call the function. The name of the operation's method with `All` after it unless
    /// given.
    name: FunctionName

    /// The member of the input that holds the entries: a list of structures.
    @required
    entries: MemberName

    /// The most entries of one call.
    maxEntries: Limit

    /// The most bytes of the body of a request.
    maxBytes: Limit

    /// How an answer says which entry it is for.
    @required
    matching: Matching

    /// The member of the output that answers for entries the service dealt with: a list of structures.
    results: MemberName

    /// The member of the output that answers for entries the service did not take: a list of
    /// structures. None of them is accepted, whatever its status.
    failures: MemberName

    /// The member of the output that holds entries the service did not get to, as they were sent: a
    /// list of the same structures. They are sent again.
    unprocessed: MemberName

    /// How an answer says what became of its entry. Without it every result is an acceptance, and
    /// every failure a refusal.
    outcome: Outcome

    /// Errors of a whole call that one of its entries can cause, with nothing of the call taken. Such
    /// a call is sent again in halves, until only the entries at fault are left.
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

/// How an answer says which entry it is for.
@private
union Matching {
    /// By its place: the answers are as many as the entries, in the same order.
    position: Unit

    /// By a name that the caller gives to each entry of a call.
    id: IdMatching

    /// By repeating the entry. Where no answer mentions an entry, and there are no `results`, it is
    /// accepted.
    echo: EchoMatching
}

@private
structure IdMatching {
    /// The member of the entry that names it, and of the answer that repeats the name.
    @required
    member: MemberName
}

@private
structure EchoMatching {
    /// The member of a result, and of a failure, that repeats the entry.
    member: MemberName

    /// The members of the entry that tell entries apart; all of them unless given.
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
    /// The member of a result or failure with its status: a string or an enum.
    @required
    status: MemberName

    /// Statuses of accepted entries. Without them, a result is accepted where it has no status.
    accepted: Statuses

    /// Statuses of entries that the service has already.
    duplicate: Statuses

    /// Statuses of entries that may be accepted when they are sent again.
    retry: Statuses

    /// The member with an explanation: a string.
    message: MemberName

    /// The member that says whether sending again is of no use: a boolean. It counts before `retry`.
    permanent: MemberName
}

@private
@length(min: 1)
@uniqueItems
list Statuses {
    member: String
}
