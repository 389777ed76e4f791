// Keeps the screen on, and lets the keys of headsets and lock screens speak to the session.
import type { CommandKind } from "../../src/engine/engine.ts";

let lock: WakeLockSentinel | null = null;

async function hold(): Promise<void> {
  try {
    if (document.visibilityState === "visible") lock = await navigator.wakeLock.request("screen");
  } catch {
    lock = null; // none on this device, or its battery is low
  }
}

/** Holds the screen until the returned function is called. */
export function keepAwake(): () => void {
  if (!("wakeLock" in navigator)) return () => undefined;
  void hold();
  const again = () => void hold();
  document.addEventListener("visibilitychange", again);
  return () => {
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
    lock = null;
  };
}

const actions: readonly [MediaSessionAction, CommandKind][] = [
  ["play", "resume"],
  ["pause", "pause"],
  ["nexttrack", "next"],
  ["previoustrack", "back"],
];

export function listenToHeadset(give: (command: CommandKind) => void): () => void {
  const { mediaSession } = navigator;
  if (!mediaSession) return () => undefined;
  const set = (action: MediaSessionAction, react: (() => void) | null) => {
    try {
      mediaSession.setActionHandler(action, react);
    } catch {
      // The device has no such key.
    }
  };
  for (const [action, command] of actions) set(action, () => give(command));
  return () => actions.forEach(([action]) => set(action, null));
}

export function tellHeadset(title: string, artist: string, playing: boolean): void {
  const { mediaSession } = navigator;
  if (!mediaSession) return;
  mediaSession.metadata = new MediaMetadata({ title, artist, album: "Thenar" });
  mediaSession.playbackState = playing ? "playing" : "paused";
}
