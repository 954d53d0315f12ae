import { createHash } from 'node:crypto';

/** The hash that mappings are given for their versions. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
