$version: "2"

namespace example.tasks

use aws.protocols#restJson1

/// Keeps a list of tasks.
@title("Tasks")
@restJson1
@httpBearerAuth
service Tasks {
    version: "2026-11-01"
    operations: [
        CreateTask
        GetTask
    ]
}

/// Adds a task to the list.
@http(method: "POST", uri: "/tasks", code: 201)
operation CreateTask {
    input := {
        @required
        title: String

        note: String
    }

    output := {
        @required
        task: Task
    }

    errors: [
        InvalidTask
    ]
}

/// Returns a task.
@readonly
@http(method: "GET", uri: "/tasks/{id}", code: 200)
operation GetTask {
    input := {
        @required
        @httpLabel
        id: String
    }

    output := {
        @required
        task: Task
    }

    errors: [
        NoSuchTask
    ]
}

structure Task {
    @required
    id: String

    @required
    title: String

    @required
    done: Boolean

    note: String

    priority: Integer
}

/// The task has no title.
@error("client")
@httpError(400)
structure InvalidTask {
    @required
    message: String
}

/// There is no task with this id.
@error("client")
@httpError(404)
structure NoSuchTask {
    @required
    message: String

    id: String
}
