package example;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests of JUnit 5 a {@link MockServer}: one process for all classes of a run, and a boundary
 * for each test. {@code @ExtendWith(MockServerExtension.class)}
 */
public final class MockServerExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(MockServerExtension.class);

  /** Closed by JUnit at the end of the run. */
  private record Running(MockServer server) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws Exception {
      server.close();
    }
  }

  private static MockServer serverOf(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> {
          try {
            return new Running(new MockServer());
          } catch (Exception error) {
            throw new IllegalStateException(error);
          }
        }, Running.class)
        .server();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    context.getStore(NAMESPACE).put("boundary", serverOf(context).begin());
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    serverOf(context).end(context.getStore(NAMESPACE).get("boundary", String.class));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MockServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return serverOf(context);
  }
}
