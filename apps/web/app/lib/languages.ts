// Other languages: the words of the practice, laid over the built-in ones.
import { others } from "virtual:languages";

/** Languages that the practice has words of, by their codes, and how they call themselves. */
export const languages: Record<string, string> = {
  en: "English",
  ...Object.fromEntries(Object.entries(others).map(([code, { name }]) => [code, name])),
};

/** The practice in a language; none: the built-in one is right. */
export async function practiceIn(language: string): Promise<object | undefined> {
  const other = others[language];
  return other ? await (await fetch(new URL(other.url, document.baseURI))).json() : undefined;
}
