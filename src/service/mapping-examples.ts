import type { RunExamples } from './mappings-gate.ts';
export const runExamples: RunExamples = async () => [];
