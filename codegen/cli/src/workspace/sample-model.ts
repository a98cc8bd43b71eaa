/** The service that a new workspace starts with: small, but with what most services have. */
export const sampleModel = `$version: "2.0"

namespace example.tasks

use aws.protocols#restJson1
use smithy.framework#ValidationException

/// Keeps a list of things to do.
///
/// What stands in comments with three slashes is documentation: it becomes comments of the
/// generated code and pages of the documentation site.
@title("Tasks")
@restJson1
service Tasks {
    version: "2026-01-01"
    operations: [
        AddTask
        GetTask
    ]
    errors: [
        // What servers answer to input that breaks a constraint of the model.
        ValidationException
    ]
}

/// Adds a task to the list.
// Examples are checked against the model. The documentation shows them, and the mock server
// answers with them.
@examples([
    {
        title: "Add a task"
        input: { title: "Water the plants" }
        output: {
            task: { id: "t-1", title: "Water the plants", status: "OPEN" }
        }
    }
])
@http(method: "POST", uri: "/tasks", code: 201)
operation AddTask {
    input := {
        @required
        title: TaskTitle
    }

    output := {
        @required
        task: Task
    }
}

/// Finds a task by its id.
@examples([
    {
        title: "Find a task"
        input: { id: "t-1" }
        output: {
            task: { id: "t-1", title: "Water the plants", status: "DONE" }
        }
    }
    {
        title: "Ask for a task that is not there"
        input: { id: "t-404" }
        error: {
            shapeId: TaskNotFound
            content: { message: "There is no task t-404." }
        }
    }
])
@http(method: "GET", uri: "/tasks/{id}")
@readonly
operation GetTask {
    input := {
        @httpLabel
        @required
        id: TaskId
    }

    output := {
        @required
        task: Task
    }

    errors: [
        TaskNotFound
    ]
}

/// A thing to do.
structure Task {
    @required
    id: TaskId

    @required
    title: TaskTitle

    @required
    status: TaskStatus
}

/// There is no task with this id.
@error("client")
@httpError(404)
structure TaskNotFound {
    @required
    message: String
}

@pattern("^t-[0-9]+$")
string TaskId

/// One line that says what to do.
@length(min: 1, max: 200)
string TaskTitle

enum TaskStatus {
    /// Still to do.
    OPEN

    /// Done.
    DONE
}
`;

/**
 * A test that calls the generated client against the generated mock server.
 *
 * @param scope of the packages, with its `@`
 */
export const sampleTest = (scope: string): string => `import {
  AddTaskCommand,
  GetTaskCommand,
  TaskNotFound,
  TasksClient,
} from "${scope}/client";
import { createMockServer } from "${scope}/mock-server";
import { expect, test } from "vitest";

test("a call is answered with the example of the model", async () => {
  await using server = await createMockServer().listen();
  const client = new TasksClient({ endpoint: server.url });
  const { task } = await client.send(new AddTaskCommand({ title: "Water the plants" }));
  expect(task).toEqual({ id: "t-1", title: "Water the plants", status: "OPEN" });
});

test("a handler answers instead", async () => {
  await using server = await createMockServer({
    handlers: {
      GetTask: ({ id }) => ({ task: { id, title: "Feed the cat", status: "DONE" } }),
    },
  }).listen();
  const client = new TasksClient({ endpoint: server.url });
  const { task } = await client.send(new GetTaskCommand({ id: "t-7" }));
  expect(task).toEqual({ id: "t-7", title: "Feed the cat", status: "DONE" });
});

test("an error of the model is a class of the client", async () => {
  await using server = await createMockServer().listen();
  server.on("GetTask").throwsOnce("TaskNotFound", "There is no task t-7.");
  const client = new TasksClient({ endpoint: server.url });
  await expect(client.send(new GetTaskCommand({ id: "t-7" }))).rejects.toThrow(TaskNotFound);
});
`;
