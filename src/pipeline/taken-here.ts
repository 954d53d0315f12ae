import type { Finding } from '../domain/decision.ts';
import type { Place } from '../domain/documents.generated.ts';
import type { InboxName } from '../domain/settings.generated.ts';

/** What each inbox takes: invoices as UBL, the others canonical JSON (contract 2). Refusals and commands come with a later version. */
export const CHANNEL_CONTENTS = {
  invoices: 'xml',
  visma: 'json',
  epack: 'json',
  bank: 'json',
  'visma-refusals': 'nothing',
  commands: 'nothing',
} as const satisfies Record<InboxName, 'xml' | 'json' | 'nothing'>;

const TAKES = {
  xml: 'invoices and credit notes in UBL: EHF 2.0, PEPPOL BIS 2.0, PEPPOL BIS Billing 3.0',
  json: 'canonical JSON documents: *.json or *.ndjson',
  nothing: 'nothing yet',
} as const;

/** The finding for a file that nobody claims in its channel. */
export function notTakenHere(channel: InboxName): Finding {
  return {
    code: 'UNKNOWN_DOCUMENT',
    severity: 'error',
    message: `Nobody claims this file in inbox/${channel}.`,
    hint: `inbox/${channel} takes ${TAKES[CHANNEL_CONTENTS[channel]]}.`,
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
