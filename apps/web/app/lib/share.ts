// Wishes as an address that another phone opens: what is shared are wishes, for whoever opens them is screened anew.
import type { Wishes } from "../../src/engine/engine.ts";

export interface Shared {
  name: string;
  wishes: Wishes;
}

const format = "thenar.shared/1";

/** The same as the text of a file. */
export function fileOf(wishes: Wishes, name: string): string {
  return JSON.stringify({ format, name, wishes }, null, 1);
}

function isShared(read: { name?: unknown; wishes?: unknown }): read is Shared {
  return typeof read.name === "string" && isWishes(read.wishes);
}
/** Whether what is shown of wishes can be; all else of them the engine reads or refuses. */
function isWishes(read: unknown): read is Wishes {
  if (typeof read !== "object" || read === null) return false;
  const { minutes = 0, hands = [], goals = {} } = read as { minutes?: unknown; hands?: unknown; goals?: unknown };
  const known = Array.isArray(hands) && hands.every((hand) => hand === "left" || hand === "right");
  return typeof minutes === "number" && known && typeof goals === "object" && goals !== null && !Array.isArray(goals);
}

/** What a file holds: wishes that were saved, or those of a plan; none where it is something else. */
export function sharedOf(read: object): Shared | null {
  const file = read as { format?: string; name?: unknown; wishes?: unknown; request?: { wishes?: unknown } };
  if (file.format === format && isShared(file)) return { name: file.name.slice(0, mostName), wishes: file.wishes };
  const wishes = file.format === "thenar.plan/1" ? file.request?.wishes : null;
  return isWishes(wishes) ? { name: "", wishes } : null;
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes])
    .stream()
    .pipeThrough(stream as unknown as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** Packed into letters that an address may hold. */
export async function codeOf({ name, wishes }: Shared): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ name, wishes } satisfies Shared));
  const packed = await through(text, new CompressionStream("deflate-raw"));
  return btoa(String.fromCharCode(...packed))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

export async function addressOf(shared: Shared): Promise<string> {
  return `${location.href.split("#")[0]}#/open/${await codeOf(shared)}`;
}

/** Whether no other device can open addresses of this page. */
export function isOnlyHere(): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);
}

const mostBytes = 20_000;
const mostName = 60;

/** What such an address holds; none where it is damaged. Whether the wishes are any, the engine says. */
export async function sharedIn(code: string): Promise<Shared | null> {
  try {
    const packed = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
    const text = await through(packed, new DecompressionStream("deflate-raw"));
    if (text.length > mostBytes) return null;
    const read = JSON.parse(new TextDecoder().decode(text)) as Partial<Shared>;
    return isShared(read) ? { name: read.name.slice(0, mostName), wishes: read.wishes } : null;
  } catch {
    return null;
  }
}
