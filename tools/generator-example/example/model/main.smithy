$version: "2.0"

namespace example.weather

use aws.protocols#restJson1

@restJson1
@title("Weather")
service Weather {
    version: "2026-01-01"
    operations: [
        Report
    ]
}

/// Reports the weather of a city.
@http(method: "POST", uri: "/reports")
operation Report {
    input := {
        @required
        city: CityName

        @range(min: -90, max: 60)
        degrees: Integer

        sky: Sky
    }
}

@length(min: 1, max: 80)
string CityName

enum Sky {
    CLEAR
    CLOUDY
}
