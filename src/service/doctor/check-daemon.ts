import type { Finding } from '../../domain/decision.ts';
import { daemonAnswers } from '../daemon-answers.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** Is a daemon at work? Its lock is not touched: only the door is knocked on. */
export const CHECK_DAEMON: DoctorCheck = {
  name: 'Daemon',
  look: async ({ site }): Promise<Finding[]> => {
    if (await daemonAnswers(site)) return [];
    return [
      found(
        'NOT_REACHABLE',
        'note',
        'No daemon is running on this site.',
        'Start it with "ordrebro run", or as a service.',
      ),
    ];
  },
};
