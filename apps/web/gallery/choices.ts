// The form of the gallery: choices as radio buttons, zones and points as lists one can step through.

/** Adds a group of which one is chosen. */
export function choice<T extends string>(
  form: HTMLElement,
  legend: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  react: (value: T) => void,
): void {
  const set = group(form, legend);
  const row = set.appendChild(document.createElement("div"));
  row.className = "row";
  for (const [value, words] of options) {
    const label = row.appendChild(document.createElement("label"));
    const input = label.appendChild(document.createElement("input"));
    Object.assign(input, { type: "radio", name: legend, value, checked: value === chosen });
    input.addEventListener("change", () => react(value));
    label.appendChild(document.createElement("span")).textContent = words;
  }
}

/** Adds a list with steps to the one before and the next. Returns what chooses one from elsewhere. */
export function list(
  form: HTMLElement,
  legend: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  react: (value: string) => void,
): (value: string) => void {
  const set = group(form, legend);
  const row = set.appendChild(document.createElement("div"));
  row.className = "pick";
  const select = document.createElement("select");
  select.setAttribute("aria-label", legend);
  for (const [value, words] of options) select.add(new Option(words, value, false, value === chosen));
  const step = (words: string, sign: string, by: number) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: sign });
    button.setAttribute("aria-label", words);
    button.addEventListener("click", () => {
      select.selectedIndex = (select.selectedIndex + by + options.length) % options.length;
      react(select.value);
    });
    return button;
  };
  row.append(step(`${legend}: the one before`, "‹", -1), select, step(`${legend}: the next`, "›", 1));
  select.addEventListener("change", () => react(select.value));
  return (value) => {
    select.value = value;
  };
}

/** Adds colours of which one is chosen. */
export function swatches(
  form: HTMLElement,
  legend: string,
  colours: readonly string[],
  chosen: number,
  react: (index: number) => void,
): void {
  choice(
    form,
    legend,
    colours.map((_, i) => [String(i), ""] as const),
    String(chosen),
    (value) => react(Number(value)),
  );
  const row = form.lastElementChild!.querySelector(".row")!;
  row.classList.add("tones");
  row.querySelectorAll("label").forEach((label, i) => {
    label.style.setProperty("--tone", colours[i]!);
    label.querySelector("input")!.setAttribute("aria-label", `${legend} ${i + 1}`);
  });
}

function group(form: HTMLElement, legend: string): HTMLFieldSetElement {
  const set = form.appendChild(document.createElement("fieldset"));
  set.appendChild(document.createElement("legend")).textContent = legend;
  return set;
}
