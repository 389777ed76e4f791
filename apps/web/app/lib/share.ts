// Wishes as an address that another phone opens: what is shared are wishes, for whoever opens them is screened anew.
import type { Wishes } from "../../src/engine/engine.ts";

interface Shared {
  name: string;
  wishes: Wishes;
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

export async function addressOf(wishes: Wishes, name: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ name, wishes } satisfies Shared));
  const packed = await through(text, new CompressionStream("deflate-raw"));
  const code = btoa(String.fromCharCode(...packed))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
  return `${location.href.split("#")[0]}#/open/${code}`;
}

const mostBytes = 20_000;

/** What such an address holds; none where it is damaged. Whether the wishes are any, the engine says. */
export async function sharedIn(code: string): Promise<Shared | null> {
  try {
    const packed = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
    const text = await through(packed, new DecompressionStream("deflate-raw"));
    if (text.length > mostBytes) return null;
    const read = JSON.parse(new TextDecoder().decode(text)) as Partial<Shared>;
    const good = typeof read.name === "string" && typeof read.wishes === "object" && read.wishes !== null;
    return good ? { name: read.name!.slice(0, 60), wishes: read.wishes! } : null;
  } catch {
    return null;
  }
}
