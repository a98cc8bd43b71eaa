package example;

import java.net.URI;
import java.nio.file.Path;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image of {@code ../docker} for Testcontainers, where Docker runs instead of Node. */
public final class MockServerContainer extends GenericContainer<MockServerContainer> {
  private static final int PORT = 4100;

  public MockServerContainer() {
    super(new ImageFromDockerfile().withFileFromPath(".", Path.of("../docker")));
    withExposedPorts(PORT);
    waitingFor(Wait.forHttp("/_mock/health").forPort(PORT));
  }

  /** For {@code endpointOverride} of a client. */
  public URI url() {
    return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
  }
}
