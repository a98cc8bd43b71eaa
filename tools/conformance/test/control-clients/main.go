// Uses a client that oapi-codegen generated from the control API: the URL is the only argument.
package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"example.com/control/control"
)

func check(err error, isRight bool, what any) {
	if err != nil || !isRight {
		fmt.Fprintln(os.Stderr, err, what)
		os.Exit(1)
	}
}

func main() {
	ctx := context.Background()
	client, err := control.NewClientWithResponses(os.Args[1])
	check(err, true, nil)

	health, err := client.GetHealthWithResponse(ctx, nil)
	check(err, health.JSON200 != nil && health.JSON200.Tenants == 1, health)

	output := map[string]any{"MeteringRecordId": "of the override"}
	override := control.PostOverridesJSONRequestBody{Operation: "MeterUsage", Responds: &output}
	made, err := client.PostOverridesWithResponse(ctx, nil, override)
	check(err, made.JSON201 != nil && made.JSON201.Id != "", string(made.Body))
	listed, err := client.GetOverridesWithResponse(ctx, nil)
	check(err, len(listed.JSON200.Overrides) == 1, string(listed.Body))
	removed, err := client.DeleteOverridesByIdWithResponse(ctx, made.JSON201.Id, nil)
	check(err, removed.StatusCode() == 204, string(removed.Body))

	override.Operation = "MeterUsages"
	refused, err := client.PostOverridesWithResponse(ctx, nil, override)
	check(err, refused.JSON4XX != nil && strings.Contains(refused.JSON4XX.Error, "Unknown operation"), string(refused.Body))

	issued, err := client.PostTokensWithResponse(ctx, nil, control.PostTokensJSONRequestBody{
		Customer: "777788889999",
		Product:  "4rjezcm9xqk27tdplw0sv1gnb",
	})
	check(err, issued.JSON201 != nil && issued.JSON201.Token != "", string(issued.Body))
	fmt.Println("ok")
}
