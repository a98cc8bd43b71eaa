package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MockServerExtension.class)
class MockServerExtensionTest {
  @RepeatedTest(2)
  void beginsEachTestWithTheSameClock(MockServer server) throws Exception {
    assertTrue(server.control("GET", "/clock", "").contains("\"frozen\": false"));
    server.control("POST", "/clock", "{\"freeze\": \"2026-11-01T05:59:00Z\"}");
  }

  @Test
  void explainsWhatItRefuses(MockServer server) {
    String override = "{\"operation\": \"MeterUsage\", \"throws\": \"ThrotlingException\"}";
    AssertionError error = assertThrows(AssertionError.class, () -> server.control("POST", "/overrides", override));
    assertTrue(error.getMessage().contains("Unknown error"), error.getMessage());
  }
}
