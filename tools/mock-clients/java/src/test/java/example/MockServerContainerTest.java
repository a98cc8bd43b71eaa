package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Runs only if a Docker daemon is available. */
@Testcontainers(disabledWithoutDocker = true)
class MockServerContainerTest {
  @Container private static final MockServerContainer SERVER = new MockServerContainer();

  @Test
  void answersItsHealth() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(SERVER.url().resolve("/_mock/health")).build();
    int status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    assertEquals(200, status);
  }
}
