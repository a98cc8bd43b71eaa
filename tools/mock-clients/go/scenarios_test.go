package mockserver

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

type step struct {
	method, path string
	headers      map[string]string
	body         []string
	times        int
	expected     [][2]string
}

type scenario struct {
	title string
	steps []*step
}

type group struct {
	options   []string
	scenarios []*scenario
}

var request = regexp.MustCompile("^[A-Z]+ /")
var value = regexp.MustCompile(`\$\{\w+\}`)

// readScenarios reads the file into servers with scenarios, and these into requests with
// expectations.
func readScenarios(t *testing.T) (groups []*group) {
	text, err := os.ReadFile("../scenarios.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all *group
	var current *scenario
	var last *step
	for _, line := range strings.Split(string(text), "\n") {
		sign, rest, _ := strings.Cut(line, " ")
		switch {
		case sign == "===":
			all = &group{options: strings.Fields(rest)}
			groups = append(groups, all)
		case sign == "###":
			current = &scenario{title: rest}
			all.scenarios = append(all.scenarios, current)
		case sign == ">" && request.MatchString(rest):
			method, path, _ := strings.Cut(rest, " ")
			last = &step{method: method, path: path, headers: map[string]string{}, times: 1}
			current.steps = append(current.steps, last)
		case sign == ">":
			name, text, _ := strings.Cut(rest, ":")
			last.headers[name] = strings.TrimSpace(text)
		case sign == ".":
			last.body = append(last.body, rest)
		case sign == "*":
			last.times, _ = strconv.Atoi(rest)
		case sign == "<" || sign == "?" || sign == "!" || sign == "$":
			last.expected = append(last.expected, [2]string{sign, rest})
		}
	}
	return groups
}

// send sends the request of a step and returns the status, and head and body as one text.
func send(t *testing.T, server *Server, one *step, fill func(string) string) (int, string) {
	body := strings.NewReader(fill(strings.Join(one.body, "\n")))
	outgoing, err := http.NewRequest(one.method, server.URL+fill(one.path), body)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range one.headers {
		outgoing.Header.Set(name, text)
	}
	response, err := http.DefaultClient.Do(outgoing)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	head := ""
	for name, values := range response.Header {
		head += strings.ToLower(name) + ": " + strings.Join(values, ", ") + "\n"
	}
	return response.StatusCode, head + "\n" + string(answer)
}

func check(t *testing.T, status int, text string, expected [2]string, values map[string]string, fill func(string) string) {
	sign, rest := expected[0], expected[1]
	switch sign {
	case "<":
		if strconv.Itoa(status) != rest {
			t.Fatalf("status %d, expected %s: %s", status, rest, text)
		}
	case "$":
		name, pattern, _ := strings.Cut(rest, " ")
		found := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if found == nil {
			t.Fatalf("%s is not in %s", pattern, text)
		}
		values[name] = found[1]
	default:
		if regexp.MustCompile(fill(rest)).MatchString(text) != (sign == "?") {
			t.Fatalf("%s %s: %s", sign, rest, text)
		}
	}
}

func run(t *testing.T, server *Server, one *scenario) {
	answer, err := server.Control("POST", "/boundaries", map[string]any{})
	if err != nil {
		t.Fatal(err)
	}
	var boundary struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(answer), &boundary); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if _, err := server.Control("DELETE", "/boundaries/"+boundary.ID, map[string]any{}); err != nil {
			t.Error(err)
		}
	}()
	values := map[string]string{}
	fill := func(text string) string {
		return value.ReplaceAllStringFunc(text, func(name string) string { return values[name[2:len(name)-1]] })
	}
	for _, next := range one.steps {
		var status int
		var text string
		for time := 0; time < next.times; time++ {
			status, text = send(t, server, next, fill)
		}
		for _, expected := range next.expected {
			check(t, status, text, expected, values, fill)
		}
	}
}

func TestScenarios(t *testing.T) {
	for _, all := range readScenarios(t) {
		t.Run("server "+strings.Join(all.options, " "), func(t *testing.T) {
			server := Start(t, all.options...)
			for _, one := range all.scenarios {
				t.Run(one.title, func(t *testing.T) { run(t, server, one) })
			}
		})
	}
}
