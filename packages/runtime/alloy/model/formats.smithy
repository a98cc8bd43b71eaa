$version: "2"

namespace alloy

/// A UUID in its canonical form: `51216269-c0c8-454a-871e-329513e54e23`.
@trait(selector: "string")
structure uuidFormat {}

@uuidFormat
string UUID

/// A date of the calendar: `2026-11-01`.
@trait(selector: ":test(string, member > string)")
structure dateFormat {}

@dateFormat
string LocalDate

/// A time of day, without a time zone: `13:26:51` or `13:26:51.123456789`.
@trait(selector: ":test(string, member > string)")
structure localTimeFormat {}

@localTimeFormat
string LocalTime

/// A date and a time of day, without a time zone: `2026-11-01T13:26:51`.
@trait(selector: ":test(string, member > string)")
structure localDateTimeFormat {}

@localDateTimeFormat
string LocalDateTime

/// A timestamp whose offset from UTC has a meaning: `2026-11-01T13:26:51+02:00`.
@trait(selector: ":test(timestamp, member > timestamp) [trait|timestampFormat = 'date-time']")
structure offsetDateTimeFormat {}

@offsetDateTimeFormat
@timestampFormat("date-time")
timestamp OffsetDateTime

/// A time of day with an offset from UTC: `13:26:51+02:00`.
@trait(selector: ":test(string, member > string)")
structure offsetTimeFormat {}

@offsetTimeFormat
string OffsetTime

/// The name of a time zone or an offset from UTC: `Europe/Berlin`, `+01:00`.
@trait(selector: ":test(string, member > string)")
structure zoneIdFormat {}

@zoneIdFormat
string ZoneId

/// An offset from UTC: `+01:00`.
@trait(selector: ":test(string, member > string)")
structure zoneOffsetFormat {}

@zoneOffsetFormat
string ZoneOffset

/// A date and a time with offset and time zone: `2026-11-01T13:26:51+01:00[Europe/Berlin]`.
@trait(selector: ":test(string, member > string)")
structure zonedDateTimeFormat {}

@zonedDateTimeFormat
string ZonedDateTime

/// A year of the calendar: 2026.
@trait(selector: ":test(integer, member > integer)")
structure yearFormat {}

@yearFormat
integer Year

/// A month of a year: `2026-11`.
@trait(selector: ":test(string, member > string)")
structure yearMonthFormat {}

@yearMonthFormat
string YearMonth

/// A day of every year: `11-01`.
@trait(selector: ":test(string, member > string)")
structure monthDayFormat {}

@monthDayFormat
string MonthDay

/// A length of time in seconds, to the nanosecond.
@trait(selector: ":test(bigDecimal, member > bigDecimal)")
structure durationSecondsFormat {}

@durationSecondsFormat
bigDecimal Duration

enum DayOfWeek {
    MONDAY
    TUESDAY
    WEDNESDAY
    THURSDAY
    FRIDAY
    SATURDAY
    SUNDAY
}

enum Month {
    JANUARY
    FEBRUARY
    MARCH
    APRIL
    MAY
    JUNE
    JULY
    AUGUST
    SEPTEMBER
    OCTOBER
    NOVEMBER
    DECEMBER
}
