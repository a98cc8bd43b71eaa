package mockserver

import (
	"os"
	"strings"
	"testing"
)

func TestServer(t *testing.T) {
	server := Start(t)
	if os.Getenv("AWS_ENDPOINT_URL_MARKETPLACE_METERING") != server.URL {
		t.Fatal("the environment does not name the server")
	}
	if _, err := server.Control("POST", "/clock", map[string]any{"freeze": "2026-11-01T05:59:00Z"}); err != nil {
		t.Fatal(err)
	}
	override := map[string]any{"operation": "MeterUsage", "throws": "ThrottlingException"}
	if _, err := server.Control("POST", "/overrides", override); err != nil {
		t.Fatal(err)
	}
	override["throws"] = "ThrotlingException"
	_, err := server.Control("POST", "/overrides", override)
	if err == nil || !strings.Contains(err.Error(), "Unknown error") {
		t.Fatalf("a misspelled error was not refused: %v", err)
	}
}
