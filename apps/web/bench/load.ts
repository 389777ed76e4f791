// npm run bench:load: a million requests to the server by wrk (apt install wrk), none of them wrong.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Served } from "../tests/served.ts";

const wanted = 1_000_000;
const served = await Served.start();
// Not waited for in one go: whoever does not read what the server tells of each request holds it up.
const run = promisify(execFile);

async function load(path: string, ...more: string[]): Promise<[text: string, requests: number, wrong: string]> {
  const address = new URL(`api/v1/${path}`, served.address).href;
  const { stdout } = await run("wrk", ["-t1", "-c8", "-d5s", "--latency", ...more, address]).catch((error: unknown) => {
    throw new Error("wrk did not run: apt install wrk", { cause: error });
  });
  served.log.length = 0;
  const wrong = /Non-2xx.*|Socket errors.*/.exec(stdout)?.[0] ?? "";
  return [stdout.trim(), Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0), wrong];
}

const script = (name: string) => ["-s", fileURLToPath(new URL(name, import.meta.url))];
let [requests, wrong] = [0, ""];
for (const [path, ...more] of [
  ["hello", ...script("rate.lua")],
  ["entries", ...script("rate.lua")],
  ["entries"],
  ["hello"],
  ["entries", ...script("write.lua")],
] as const) {
  const [text, made, fault] = await load(path, ...more);
  console.log(more.length > 0 ? `${more[1]!.split("/").at(-1)}: ${text}` : text);
  [requests, wrong] = [requests + made, wrong + fault];
}
for (let times = 0; times < 40 && requests < wanted && wrong === ""; ++times) {
  const [, made, fault] = await load("hello");
  [requests, wrong] = [requests + made, wrong + fault];
}
console.log(`${requests} requests; ${wrong === "" ? "none was wrong" : wrong}`);
await served.stop();
if (requests < wanted || wrong !== "") process.exit(1);
