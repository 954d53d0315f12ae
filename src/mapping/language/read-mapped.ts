import type { ReadMapped } from './mapping-set.ts';
export const readMapped: ReadMapped = () => undefined;
