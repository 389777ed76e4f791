/// <reference types="svelte" />
/// <reference types="vite/client" />
declare module "virtual:words" {
  /** The words that the first screen needs. */
  const words: Record<string, string>;
  export default words;
}
declare module "virtual:languages" {
  /** Other languages by their codes. */
  export const others: Record<
    string,
    { name: string; url: string; early: () => Promise<{ default: Record<string, string> }> }
  >;
}
declare module "virtual:fonts.css";
