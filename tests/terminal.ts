import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";

/** A folder of the test's own, and the lines a command has said to either stream; empty again with each test. */
export let home = "";
export const out: string[] = [];
export const err: string[] = [];

/** Gives each test of a file its own folder, and hears what commands say in it. */
export function hear(): void {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "dateline-command-"));
    out.length = 0;
    err.length = 0;
    vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
    vi.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(home, { recursive: true });
  });
}
