import java.io.BufferedReader;
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

/** The mock server of AWS Marketplace Metering in a process of its own; for a resource of a test. */
public final class MockServer implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;

  /** For {@code endpointOverride} of a client. */
  public final URI url;

  public MockServer() throws Exception {
    String command = System.getenv("MOCK_SERVER");
    List<String> words = new ArrayList<>(
        List.of((command == null ? "npx --yes @marketplace-metering/mock-server" : command).split(" ")));
    words.addAll(List.of("--json", "--quiet"));
    process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    String started = output.readLine();
    Matcher found = Pattern.compile("\"url\":\\s*\"([^\"]+)\"").matcher(started == null ? "" : started);
    if (!found.find()) throw new IllegalStateException("The mock server did not start: " + started);
    url = URI.create(found.group(1));
  }

  /** Sends JSON to the control API and returns the body of the answer. */
  public String control(String method, String path, String json) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_mock" + path))
        .header("content-type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(json))
        .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) throw new AssertionError(answer.body());
    return answer.body();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** Shows the use: {@code java MockServer.java}. */
  public static void main(String[] args) throws Exception {
    try (MockServer server = new MockServer()) {
      String clock = server.control("POST", "/clock", "{\"freeze\": \"2026-11-01T05:59:00Z\"}");
      if (!clock.contains("05:59:00.000Z")) throw new AssertionError(clock);
      System.out.println("ok " + server.url);
    }
  }
}
