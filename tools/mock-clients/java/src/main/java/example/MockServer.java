package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mock server of AWS Marketplace Metering in a separate process, for {@code try} or a test. */
public final class MockServer implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;

  /** For {@code endpointOverride} of a client. */
  public final URI url;

  /** Starts the command of {@code MOCK_SERVER} with further options. */
  public MockServer(String... options) throws IOException {
    String command = System.getenv("MOCK_SERVER");
    List<String> words = new ArrayList<>(
        List.of((command == null ? "npx --yes @marketplace-metering/mock-server" : command).split(" ")));
    words.addAll(List.of("--json", "--quiet"));
    words.addAll(List.of(options));
    process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    String started = output.readLine();
    Matcher found = Pattern.compile("\"url\":\\s*\"([^\"]+)\"").matcher(started == null ? "" : started);
    if (!found.find()) throw new IllegalStateException("The mock server did not start: " + started);
    url = URI.create(found.group(1));
  }

  /** Sends JSON to the control API and returns the body of the answer. */
  public String control(String method, String path, String json) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_mock" + path))
        .header("content-type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(json))
        .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) throw new AssertionError(answer.body());
    return answer.body();
  }

  /** Begins a boundary and returns its id: what tests change until its end is restored. */
  public String begin() throws IOException, InterruptedException {
    Matcher found = Pattern.compile("\"id\":\\s*\"([^\"]+)\"").matcher(control("POST", "/boundaries", "{}"));
    if (!found.find()) throw new IllegalStateException("The boundary has no id.");
    return found.group(1);
  }

  /** Ends a boundary. */
  public void end(String boundary) throws IOException, InterruptedException {
    control("DELETE", "/boundaries/" + boundary, "{}");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
