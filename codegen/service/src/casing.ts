import { upperFirst } from "@tinsmith/smithy";

/** Splits `ListV2Items`, `ABTest`, `snake_case` and `Marketplace Metering` into their words. */
function words(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `MeterUsage` → `meter-usage`, `ABTest` → `ab-test`. Safe as the name of a file. */
export function kebabCase(name: string): string {
  const kebab = words(name).join("-").toLowerCase();
  return kebab === "" ? "unnamed" : kebab;
}

/** `IoT Data Plane` → `iot-data-plane`: only spaces and marks part the words, as in the names of AWS packages. */
export function kebabWords(text: string): string {
  const kebab = text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .toLowerCase();
  return kebab === "" ? "unnamed" : kebab;
}

/** `MeterUsage` → `meterUsage`: only the first letter changes, as in the AWS SDK for JavaScript. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** `Marketplace Metering` → `MarketplaceMetering`: words joined, each with a capital. */
export function joinWords(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(upperFirst)
    .join("");
}
