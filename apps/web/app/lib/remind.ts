// Reminders: a file for the calendar, and notices while the app is open.
import { app, say } from "./app.svelte.ts";
import { days, type Day } from "./days.ts";

/** The next day, from today on, that is one of those chosen; none chosen: today. */
export function firstDay(chosen: readonly Day[], from: Date): Date {
  const date = new Date(from);
  const of = (at: Date) => days[(at.getDay() + 6) % 7]!;
  for (let i = 0; i < days.length && chosen.length > 0 && !chosen.includes(of(date)); ++i)
    date.setDate(date.getDate() + 1);
  return date;
}

/** A calendar (RFC 5545) with one event that repeats and rings, on the clock of wherever somebody is. */
export async function calendar(at: string, chosen: readonly Day[], weeks: number): Promise<string | null> {
  const { createEvent } = await import("ics");
  const first = firstDay(chosen, new Date());
  const [hour, minute] = at.split(":").map(Number) as [number, number];
  const count = Math.round(weeks) * (chosen.length === 0 ? 7 : chosen.length);
  const by = chosen.map((day) => day.slice(0, 2).toUpperCase()).join(",");
  const { value } = createEvent({
    start: [first.getFullYear(), first.getMonth() + 1, first.getDate(), hour, minute],
    startInputType: "local",
    startOutputType: "local",
    duration: { minutes: 10 },
    title: say("reminder.summary"),
    description: say("reminder.description"),
    productId: "Thenar",
    recurrenceRule: chosen.length === 0 ? `FREQ=DAILY;COUNT=${count}` : `FREQ=WEEKLY;COUNT=${count};BYDAY=${by}`,
    alarms: [{ action: "display", description: say("reminder.summary"), trigger: { minutes: 0, before: true } }],
  });
  // The library writes no time at all as "-PT", which is no duration of RFC 5545: a calendar may drop the alarm.
  return value?.replace(/^TRIGGER:-?PT(?=\r\n)/m, "TRIGGER:PT0S") ?? null;
}

/** Whether a notice is due at a time, and none was given on that day. */
export function isDue(now: Date, at: string, chosen: readonly Day[], last: string): boolean {
  const [hour, minute] = at.split(":").map(Number);
  const today = days[(now.getDay() + 6) % 7]!;
  const right = now.getHours() === hour && now.getMinutes() === minute;
  return right && (chosen.length === 0 || chosen.includes(today)) && last !== now.toDateString();
}

let last = "";

/** Gives a notice where one is due; never during a massage. */
function look(): void {
  const { at, days: chosen, notify } = app.settings.remind;
  const now = new Date();
  if (!notify || !("Notification" in globalThis) || Notification.permission !== "granted") return;
  if (location.hash.startsWith("#/session") || !isDue(now, at, chosen, last)) return;
  last = now.toDateString();
  void navigator.serviceWorker?.ready
    .then((worker) =>
      worker.showNotification(say("reminder.summary"), { body: say("reminder.description"), tag: "remind" }),
    )
    .catch(() => undefined);
}

/** Looks each half minute, as long as the app is open. */
export function beginReminding(): void {
  setInterval(look, 30_000);
}
