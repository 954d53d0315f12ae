import type { Finding } from '../../domain/decision.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** The oldest Node that this program is tested with; older ones lack what the settings and the ledger stand on. */
const OLDEST_NODE = [26, 10] as const;

/** Is this the runtime that was tested? */
export const CHECK_NODE: DoctorCheck = {
  name: 'Node',
  look: async (): Promise<Finding[]> => nodeFindings(process.versions.node),
};

/** `version` as `process.versions.node` gives it: "26.10.0". */
export function nodeFindings(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return [];
  return [
    found(
      'NODE_TOO_OLD',
      'error',
      `Node ${version} runs this, and ${OLDEST_NODE.join('.')} is needed.`,
      'Run "npm ci" in the folder of the program: it brings the right Node along.',
    ),
  ];
}
