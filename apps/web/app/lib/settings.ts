// What a person set on this device.
import { languageOfDevice, languages } from "./languages.ts";
import { days, type Day } from "./days.ts";
import type { Tone } from "../../src/stage/swatches.ts";

export interface Settings {
  language: string;
  theme: "device" | "light" | "dark";
  large: boolean;
  calm: boolean;
  tone: Tone;
  hand_length_mm: number | null;
  voice: boolean;
  voice_rate: number;
  beat: boolean;
  loudness: number;
  vibration: boolean;
  forces: boolean;
  person: string;
  remind: { at: string; days: Day[]; notify: boolean };
}

const usual: Settings = {
  language: "en",
  theme: "device",
  large: false,
  calm: false,
  tone: 4,
  hand_length_mm: null,
  voice: true,
  voice_rate: 1,
  beat: true,
  loudness: 0.7,
  vibration: false,
  forces: false,
  person: "",
  remind: { at: "18:00", days: [], notify: false },
};
const key = "thenar.settings";

/** Those that were kept; what is none counts as the usual. */
export function kept(): Settings {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, unknown>;
    const fits = (name: string) =>
      name in read && (typeof read[name] === typeof usual[name as keyof Settings] || name === "hand_length_mm");
    if (!isRemind(read["remind"])) delete read["remind"];
    const own = Object.fromEntries(Object.entries(read).filter(([name]) => name in usual && fits(name)));
    const settings = { ...usual, language: languageOfDevice(), ...own };
    return settings.language in languages ? settings : { ...settings, language: usual.language };
  } catch {
    return { ...usual, language: languageOfDevice() };
  }
}

function isRemind(read: unknown): boolean {
  if (typeof read !== "object" || read === null) return false;
  const { at, days: chosen, notify } = read as Record<string, unknown>;
  const allDays = Array.isArray(chosen) && chosen.every((day) => (days as readonly unknown[]).includes(day));
  return typeof at === "string" && /^\d\d:\d\d$/.test(at) && allDays && typeof notify === "boolean";
}

export function keep(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // A private window: it holds until the page is left.
  }
}
