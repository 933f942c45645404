// parking — `parking.ts WASM N MEMORY`: boots a machine with N sleeping processes; prints what it holds.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { boot } from "quire";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const [wasm = "", count = "0", memory = "512M"] = process.argv.slice(2);
await using machine = await boot({ memory });
const parked = await machine.spawn(new Uint8Array(readFileSync(wasm)), [count]);
const reader = parked.stdout.getReader();
const { value } = await reader.read();
if (new TextDecoder().decode(value) !== "ready\n") throw new Error("the program did not get ready");
collect();
const { live, framesUsed } = machine.statistics();
const flatPages = machine.inspect().processes.reduce((sum, process) => sum + process.flatPages, 0);
console.log(JSON.stringify({ rss: process.memoryUsage.rss(), live, framesUsed, flatPages }));
await parked.stdin.close();
const status = await parked.exit;
if (status.code !== 0) throw new Error(`the program ended with ${status.signal ?? status.code}`);
