// How far a session has come, for a page that is left: nothing else is written in time then. After a crash the journal
// knows, for this is written to the disk late.
const reachedKey = "thenar.reached";
let noted_ms = 0;

/** Once a second, for a crash comes unannounced; `now`: at once, where the page is left. Whether it was noted. */
export function noteReached(session: string, t_ms: number, now = false): boolean {
  if (!now && Math.abs(t_ms - noted_ms) < 1000) return false;
  noted_ms = t_ms;
  try {
    localStorage.setItem(reachedKey, JSON.stringify({ session, t_ms }));
  } catch {
    // A full or private device: it goes on from the last command.
  }
  return true;
}
export function reachedOf(session: string): number {
  try {
    const read = JSON.parse(localStorage.getItem(reachedKey) ?? "{}") as { session?: string; t_ms?: number };
    return read.session === session && Number.isFinite(read.t_ms) ? Math.floor(read.t_ms!) : 0;
  } catch {
    return 0;
  }
}
export function forgetReached(): void {
  try {
    localStorage.removeItem(reachedKey);
  } catch {
    // As above.
  }
}
