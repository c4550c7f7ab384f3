// Node 20 runs no TypeScript, so every command goes through Vite's own runner: the same transform as the page, no second compiler.
// Usage: node src/cli/run.mjs <command> [arguments]; a command is src/cli/<command>.ts with `export default (argv: string[]) => exit code`.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

// Vite takes its runner for a development server and would say so to every build started from here.
process.env.NODE_ENV ??= "production";

const [command = "", ...argv] = process.argv.slice(2);
const file = fileURLToPath(new URL(`./${command}.ts`, import.meta.url));
if (!/^[a-z]+$/.test(command) || !existsSync(file)) {
  console.error(`unknown command: ${command || "(none)"}; expected one of init, check, start, test, bench, layers, fonts, picture`);
  process.exit(2);
}
const { module } = await runnerImport(file, {
  configFile: false,
  root: fileURLToPath(new URL("../..", import.meta.url)),
  logLevel: "error",
});
process.exitCode = (await module.default(argv)) ?? 0;
