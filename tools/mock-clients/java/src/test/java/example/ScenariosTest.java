package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the scenarios with {@link HttpClient}, which offers to upgrade to HTTP/2. */
class ScenariosTest {
  private static final class Step {
    String method;
    String path;
    final Map<String, String> headers = new LinkedHashMap<>();
    final List<String> body = new ArrayList<>();
    int times = 1;
    final List<String[]> expected = new ArrayList<>();
  }

  private record Scenario(List<String> options, String title, List<Step> steps) {}

  private static final Map<List<String>, MockServer> SERVERS = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void stop() throws Exception {
    for (MockServer server : SERVERS.values()) server.close();
  }

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return readScenarios().stream().map(one -> DynamicTest.dynamicTest(one.title, () -> run(one)));
  }

  private static List<Scenario> readScenarios() throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    List<String> options = List.of();
    Step step = new Step();
    for (String line : Files.readAllLines(Path.of("../scenarios.txt"))) {
      String[] parts = line.split(" ", 2);
      String rest = parts.length > 1 ? parts[1] : "";
      switch (parts[0]) {
        case "===" -> options = rest.isEmpty() ? List.of() : List.of(rest.split(" "));
        case "###" -> scenarios.add(new Scenario(options, rest, new ArrayList<>()));
        case ">" -> {
          if (rest.matches("[A-Z]+ /.*")) {
            step = new Step();
            step.method = rest.split(" ")[0];
            step.path = rest.split(" ")[1];
            scenarios.get(scenarios.size() - 1).steps.add(step);
          } else {
            String[] header = rest.split(":", 2);
            step.headers.put(header[0], header[1].trim());
          }
        }
        case "." -> step.body.add(rest);
        case "*" -> step.times = Integer.parseInt(rest);
        case "<", "?", "!", "$" -> step.expected.add(new String[] {parts[0], rest});
        default -> {}
      }
    }
    return scenarios;
  }

  private void run(Scenario scenario) throws Exception {
    MockServer server = SERVERS.get(scenario.options);
    if (server == null) {
      server = new MockServer(scenario.options.toArray(String[]::new));
      SERVERS.put(scenario.options, server);
    }
    String boundary = server.begin();
    Map<String, String> values = new HashMap<>();
    try {
      for (Step step : scenario.steps) check(step, send(server, step, values), values);
    } finally {
      server.end(boundary);
    }
  }

  private HttpResponse<String> send(MockServer server, Step step, Map<String, String> values) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url + fill(step.path, values)))
        .method(step.method, HttpRequest.BodyPublishers.ofString(fill(String.join("\n", step.body), values)));
    step.headers.forEach(request::header);
    HttpResponse<String> response = null;
    for (int time = 0; time < step.times; time++) {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
    return response;
  }

  private static void check(Step step, HttpResponse<String> response, Map<String, String> values) {
    StringBuilder head = new StringBuilder();
    response.headers().map().forEach((name, all) ->
        head.append(name.toLowerCase()).append(": ").append(String.join(", ", all)).append("\n"));
    String text = head + "\n" + response.body();
    for (String[] expected : step.expected) {
      String rest = expected[1];
      switch (expected[0]) {
        case "<" -> assertEquals(Integer.parseInt(rest), response.statusCode(), text);
        case "$" -> {
          Matcher found = Pattern.compile(rest.split(" ", 2)[1]).matcher(text);
          assertTrue(found.find(), text);
          values.put(rest.split(" ", 2)[0], found.group(1));
        }
        default -> {
          boolean isFound = Pattern.compile(fill(rest, values)).matcher(text).find();
          assertEquals(expected[0].equals("?"), isFound, rest + ": " + text);
        }
      }
    }
  }

  private static String fill(String text, Map<String, String> values) {
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
