import type { Finding } from '../domain/decision.ts';
import type { Place } from '../domain/documents.generated.ts';
import type { InboxName } from '../domain/settings.generated.ts';

/**
 * What each inbox takes: canonical JSON everywhere (contract 2), invoices as UBL in their own folder. What reads
 * refusals and commands comes with a later version.
 */
export const CHANNEL_CONTENTS: Readonly<Record<InboxName, readonly ('xml' | 'json')[]>> = {
  invoices: ['xml', 'json'],
  visma: ['json'],
  epack: ['json'],
  bank: ['json'],
  'visma-refusals': [],
  commands: [],
};

const TAKES = {
  xml: 'invoices and credit notes in UBL (EHF 2.0, PEPPOL BIS 2.0, PEPPOL BIS Billing 3.0)',
  json: 'canonical JSON documents (*.json or *.ndjson)',
} as const;

/** The finding for a file that nobody claims in its channel. */
export function notTakenHere(channel: InboxName): Finding {
  return {
    code: 'UNKNOWN_DOCUMENT',
    severity: 'error',
    message: `Nobody claims this file in inbox/${channel}.`,
    hint: `inbox/${channel} takes ${CHANNEL_CONTENTS[channel].map((content) => TAKES[content]).join(', and ') || 'nothing yet'}.`,
    at: { line: 1, column: 1 },
  };
}

/** The finding for a good document in the wrong folder. */
export function wrongChannel(what: string, folder: InboxName, at: Place): Finding {
  return {
    code: 'WRONG_CHANNEL',
    severity: 'error',
    message: `${what} belongs in inbox/${folder}.`,
    hint: `Drop the file in inbox/${folder}.`,
    at,
  };
}
