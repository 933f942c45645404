// vitest.config — the rings of tests, one project each; `test/run.ts` walks through them.
import { defineConfig } from "vitest/config";

interface Ring {
  readonly name: string;
  /** Milliseconds one test may take before it counts as hung. */
  readonly limit: number;
  /** Test files side by side: only where the tests start no machine of their own. */
  readonly parallel: boolean;
}

const rings: readonly Ring[] = [
  { name: "house", limit: 120_000, parallel: false },
  { name: "kernel", limit: 30_000, parallel: true },
  { name: "rewrite", limit: 120_000, parallel: true },
  { name: "host", limit: 60_000, parallel: false },
  { name: "guest", limit: 120_000, parallel: false },
  { name: "conformance", limit: 60_000, parallel: false },
  { name: "smp", limit: 300_000, parallel: false },
  { name: "browser", limit: 60_000, parallel: false },
];

export default defineConfig({
  test: {
    chaiConfig: { truncateThreshold: 0 },
    projects: rings.map(({ name, limit, parallel }) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        pool: "forks" as const,
        fileParallelism: parallel,
        testTimeout: limit,
        hookTimeout: limit,
      },
    })),
  },
});
