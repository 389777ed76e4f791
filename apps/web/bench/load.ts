// npm run bench:load: a million requests to the server by wrk (apt install wrk), none of them wrong.
import { spawnSync } from "node:child_process";
import { Served } from "../tests/served.ts";

const wanted = 1_000_000;
const served = await Served.start();
let [requests, wrong] = [0, ""];
for (let run = 0; run < 20 && requests < wanted; ++run) {
  const wrk = spawnSync("wrk", ["-t1", "-c8", "-d5s", "--latency", new URL("api/v1/hello", served.address).href]);
  if (wrk.error) throw new Error("wrk is not installed: apt install wrk", { cause: wrk.error });
  const text = wrk.stdout.toString();
  requests += Number(/(\d+) requests in/.exec(text)?.[1] ?? 0);
  wrong += /Non-2xx.*|Socket errors.*/.exec(text)?.[0] ?? "";
  if (run === 0) console.log(text.trim());
}
console.log(`${requests} requests; ${wrong === "" ? "none was wrong" : wrong}`);
await served.stop();
if (requests < wanted || wrong !== "") process.exit(1);
