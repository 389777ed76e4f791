// Other languages: their words take the place of the built-in ones.
import { others } from "virtual:languages";

/** Languages that the practice has words of, by their codes, and how they call themselves. */
export const languages: Record<string, string> = {
  en: "English",
  ...Object.fromEntries(Object.entries(others).map(([code, { name }]) => [code, name])),
};

/** The language of the device where there are words of it. */
export function languageOfDevice(): string {
  const wished = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  return wished.find((code) => code in languages) ?? "en";
}

/** All words of a language (thenar.words/1); none: the built-in ones are right. */
export async function wordsIn(language: string): Promise<object | undefined> {
  const other = others[language];
  return other ? await (await fetch(new URL(other.url, document.baseURI))).json() : undefined;
}

/** The words of the app alone, which are needed before the engine is there. */
export async function earlyWordsIn(language: string): Promise<Record<string, string> | null> {
  return (await others[language]?.early())?.default ?? null;
}
