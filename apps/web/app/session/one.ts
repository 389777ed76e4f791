// One window gives a massage at a time.
const lock = "thenar.session";

/** Holds the session for this window until the function is called that it gives; none where another window has it. */
export async function holdSession(): Promise<(() => void) | null> {
  // Without it (an address that is not encrypted) windows do not know of each other.
  if (!("locks" in navigator)) return () => undefined;
  return new Promise((resolve) => {
    void navigator.locks.request(lock, { ifAvailable: true }, (got) => {
      if (got) return new Promise<void>((release) => resolve(release));
      resolve(null);
      return Promise.resolve();
    });
  });
}

/** Whether another window gives a massage. */
export async function isElsewhere(): Promise<boolean> {
  if (!("locks" in navigator)) return false;
  const { held } = await navigator.locks.query();
  return (held ?? []).some(({ name }) => name === lock);
}
