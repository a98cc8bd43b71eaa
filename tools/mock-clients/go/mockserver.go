// Package mockserver runs the mock server of AWS Marketplace Metering in tests.
package mockserver

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// Server is a mock server in a separate process.
type Server struct {
	URL string
	t   testing.TB
}

// Start runs a mock server with further options until the test ends. The environment points clients
// of AWS at it.
func Start(t testing.TB, options ...string) *Server {
	t.Helper()
	command := os.Getenv("MOCK_SERVER")
	if command == "" {
		command = "npx --yes @marketplace-metering/mock-server"
	}
	words := append(strings.Fields(command), "--json", "--quiet")
	words = append(words, options...)
	process := exec.Command(words[0], words[1:]...)
	stdout, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = process.Process.Signal(syscall.SIGTERM)
		_ = process.Wait()
	})
	var started struct {
		Event       string            `json:"event"`
		URL         string            `json:"url"`
		Environment map[string]string `json:"environment"`
	}
	line, _ := bufio.NewReader(stdout).ReadBytes('\n')
	if err := json.Unmarshal(line, &started); err != nil || started.Event != "started" {
		t.Fatalf("the mock server did not start: %s", line)
	}
	for name, value := range started.Environment {
		t.Setenv(name, value)
	}
	return &Server{URL: started.URL, t: t}
}

// Control sends a request to the control API and returns the body of the answer.
func (s *Server) Control(method, path string, body any) (string, error) {
	s.t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		return "", err
	}
	request, err := http.NewRequest(method, s.URL+"/_mock"+path, bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	request.Header.Set("content-type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode >= 400 {
		err = fmt.Errorf("%s %s: %s", method, path, text)
	}
	return string(text), err
}
