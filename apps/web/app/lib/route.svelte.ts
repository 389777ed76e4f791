// Where one is: the part of the address behind #, so that any folder of any host will do.
export const places = [
  "today",
  "checkin",
  "plan",
  "paper",
  "prepare",
  "session",
  "after",
  "progress",
  "measure",
  "library",
  "settings",
  "open",
] as const;
export type PlaceName = (typeof places)[number];

class Route {
  place: PlaceName = $state("today");
  rest: string[] = $state.raw([]);

  constructor() {
    addEventListener("hashchange", () => this.#read());
    this.#read();
  }

  #read(): void {
    const [place = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/");
    this.place = places.find((each) => each === place) ?? "today";
    this.rest = rest.map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return "";
      }
    });
  }
}

export const route = new Route();

/** Goes to a place; `replace`: there is no way back to this one. */
export function go(place: PlaceName, rest: readonly string[] = [], replace = false): void {
  const hash = `#/${[place, ...rest].map(encodeURIComponent).join("/")}`;
  if (replace) location.replace(hash);
  else location.hash = hash;
}
