/** The service of a new workspace: small, but with the features of most services. */
export const sampleModel = `$version: "2.0"

namespace example.tasks

use aws.protocols#restJson1
use smithy.framework#ValidationException

/// Keeps a list of tasks.
///
/// Comments with three slashes are documentation: they become comments of the generated code
/// and pages of the documentation site.
@title("Tasks")
@restJson1
service Tasks {
    version: "2026-01-01"
    operations: [
        AddTask
        GetTask
    ]
    errors: [
        // The response of servers to input that violates a constraint of the model.
        ValidationException
    ]
}

/// Adds a task to the list.
// Examples are validated against the model. The documentation shows them, and the mock server
// responds with them.
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
        title: "Request a task that does not exist"
        input: { id: "t-404" }
        error: {
            shapeId: TaskNotFound
            content: { message: "Task t-404 does not exist." }
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

/// A single task.
structure Task {
    @required
    id: TaskId

    @required
    title: TaskTitle

    @required
    status: TaskStatus
}

/// No task with this id exists.
@error("client")
@httpError(404)
structure TaskNotFound {
    @required
    message: String
}

@pattern("^t-[0-9]+$")
string TaskId

/// A description of the task in one line.
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
 * Returns a test that calls the generated client against the generated mock server.
 *
 * @param scope - the scope of the packages, with its `@`
 */
export const sampleTest = (scope: string): string => `import {
  AddTaskCommand,
  GetTaskCommand,
  TaskNotFound,
  TasksClient,
} from "${scope}/client";
import { createMockServer } from "${scope}/mock-server";
import { expect, test } from "vitest";

test("a call returns the example of the model", async () => {
  await using server = await createMockServer().listen();
  const client = new TasksClient({ endpoint: server.url });
  const { task } = await client.send(new AddTaskCommand({ title: "Water the plants" }));
  expect(task).toEqual({ id: "t-1", title: "Water the plants", status: "OPEN" });
});

test("a handler replaces the example", async () => {
  await using server = await createMockServer({
    handlers: {
      GetTask: ({ id }) => ({ task: { id, title: "Feed the cat", status: "DONE" } }),
    },
  }).listen();
  const client = new TasksClient({ endpoint: server.url });
  const { task } = await client.send(new GetTaskCommand({ id: "t-7" }));
  expect(task).toEqual({ id: "t-7", title: "Feed the cat", status: "DONE" });
});

test("the client throws the class of an error in the model", async () => {
  await using server = await createMockServer().listen();
  server.on("GetTask").throwsOnce("TaskNotFound", "Task t-7 does not exist.");
  const client = new TasksClient({ endpoint: server.url });
  await expect(client.send(new GetTaskCommand({ id: "t-7" }))).rejects.toThrow(TaskNotFound);
});
`;
