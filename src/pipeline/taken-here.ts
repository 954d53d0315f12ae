import type { Finding, ReadDocument } from '../domain/decision.ts';
import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { Place } from '../domain/documents.generated.ts';
import type { InboxName } from '../domain/settings.generated.ts';

/**
 * What each inbox takes: canonical JSON everywhere (contract 2), invoices as UBL in their own folder, commands in
 * theirs. What reads refusals comes with a later version.
 */
export const CHANNEL_CONTENTS: Readonly<Record<InboxName, readonly ('xml' | 'json')[]>> = {
  invoices: ['xml', 'json'],
  visma: ['json'],
  epack: ['json'],
  bank: ['json'],
  'visma-refusals': [],
  commands: ['json'],
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

/**
 * The documents of a file that are in the right folder, with a finding for each that is not: commands come through their
 * own channel only, which an administrator switches on, and nothing else comes through it.
 */
export function onlyInTheirFolder(
  channel: InboxName,
  documents: readonly ReadDocument[],
): { documents: ReadDocument[]; findings: Finding[] } {
  const right = ({ kind }: ReadDocument) => (kind === 'command') === (channel === 'commands');
  return {
    documents: documents.filter(right),
    findings: documents.filter((one) => !right(one)).map(({ kind, at }) => misplaced(kind, at)),
  };
}

function misplaced(kind: DocumentKind, at: Place): Finding {
  if (kind === 'command') return wrongChannel('A command', 'commands', at);
  return wrongChannel(`A document of the type "${kind}"`, 'visma', at);
}
