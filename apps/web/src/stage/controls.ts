// What fingers, mouse and keys do on the stage: turn, shift, come nearer, and touch a hand.
import type { Eye } from "./camera.ts";

const degreesPerPixel = 0.35;
const tapPixels = 8;
const tapMs = 450;
const keySteps: Record<string, (eye: Eye) => void> = {
  ArrowLeft: (eye) => eye.turn(-8, 0),
  ArrowRight: (eye) => eye.turn(8, 0),
  ArrowUp: (eye) => eye.turn(0, 6),
  ArrowDown: (eye) => eye.turn(0, -6),
  "+": (eye) => eye.zoom(0.88),
  "=": (eye) => eye.zoom(0.88),
  "-": (eye) => eye.zoom(1.14),
};

/** Listens on an element. `moved` is called after each change of the eye, `tapped` with a place in shares of the
 * element, from its upper left corner. Returns what stops it. */
export function control(
  element: HTMLElement,
  eye: Eye,
  { moved, tapped }: { moved: () => void; tapped: (x: number, y: number) => void },
): () => void {
  const held = new Map<number, { x: number; y: number; startX: number; startY: number; since: number }>();
  let alone = true;
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(kind: K, react: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(kind, react, { signal: stop.signal, passive: false });

  on("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    alone = held.size === 0;
    const { clientX: x, clientY: y } = event;
    held.set(event.pointerId, { x, y, startX: x, startY: y, since: event.timeStamp });
  });
  on("pointermove", (event) => {
    const own = held.get(event.pointerId);
    if (!own) return;
    const [dx, dy] = [event.clientX - own.x, event.clientY - own.y];
    const still = Math.hypot(event.clientX - own.startX, event.clientY - own.startY) < tapPixels;
    if (alone && still && event.timeStamp - own.since < tapMs) return;
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const height = Math.max(1, element.clientHeight);
      const apart = Math.hypot(own.x - other.x, own.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (apart > 0 && now > 0) eye.zoom(apart / now);
      eye.shift((0.5 * dx) / height, (-0.5 * dy) / height);
    } else if (event.shiftKey || event.buttons === 4) {
      eye.shift(dx / Math.max(1, element.clientHeight), -dy / Math.max(1, element.clientHeight));
    } else {
      eye.turn(-degreesPerPixel * dx, degreesPerPixel * dy);
    }
    [own.x, own.y] = [event.clientX, event.clientY];
    moved();
  });
  const release = (event: PointerEvent, cancelled: boolean) => {
    const own = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (!own || cancelled || !alone) return;
    const far = Math.hypot(event.clientX - own.startX, event.clientY - own.startY);
    if (far >= tapPixels || event.timeStamp - own.since >= tapMs) return;
    const box = element.getBoundingClientRect();
    tapped((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  on("pointerup", (event) => release(event, false));
  on("pointercancel", (event) => release(event, true));
  on("wheel", (event) => {
    event.preventDefault();
    eye.zoom(Math.exp(0.0011 * event.deltaY));
    moved();
  });
  on("keydown", (event) => {
    const step = keySteps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(eye);
    moved();
  });
  return () => stop.abort();
}
