// The number to call, where the country is known.
import { app, say } from "./app.svelte.ts";

interface EmergencyNumber {
  country: string;
  number: string;
}

/** Of the country that the device is set to; none where it is set to none that is known. */
export function emergencyCall(): { number: string; country: string } | null {
  const region = new Intl.Locale(navigator.language).region;
  const numbers = (app.practice?.["emergency_numbers"] ?? []) as EmergencyNumber[];
  const found = numbers.find(({ country }) => country === region);
  if (!found) return null;
  const names = new Intl.DisplayNames(app.settings.language, { type: "region" });
  return { number: found.number, country: names.of(found.country) ?? found.country };
}

/** Advice with the number in it. */
export function withNumber(text: string): string {
  const call = emergencyCall();
  return call ? text.replace(say("who.emergency"), call.number) : text;
}
