import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The long campaigns and the bench have commands of their own: `npm run campaign`, `npm run bench`.
export const config = defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    // Real daemons, real disks: a slow machine is no failure, and no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

export { config as default };
