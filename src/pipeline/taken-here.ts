import type { Finding, ReadDocument } from '../domain/decision.ts';
import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { Place } from '../domain/documents.generated.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import { isCanonicalKind } from '../mapping/canonical/canonical-document.table.ts';
import { notTakenIn } from '../mapping/canonical/understand-record.ts';
import type { InMapping, MappingSet } from '../mapping/language/mapping-set.ts';

/**
 * What each inbox takes: canonical JSON everywhere (contract 2), invoices as UBL in their own folder, commands in
 * theirs, and what a mapping claims. What reads refusals comes with a later version.
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

/** More mappings than this in one hint help nobody: the rest is counted. */
const MOST_NAMED = 8;

/** The finding for a file that nobody claims in its channel; it names the mappings there, with what they claim. */
export function notTakenHere(channel: InboxName, set: MappingSet): Finding {
  const contents = CHANNEL_CONTENTS[channel].map((content) => TAKES[content]);
  return withClaims(channel, set, {
    code: 'UNKNOWN_DOCUMENT',
    severity: 'error',
    message: `Nobody claims this file in inbox/${channel}.`,
    hint: `inbox/${channel} takes ${contents.join(', and ') || 'nothing yet'}.`,
    at: { line: 1, column: 1 },
  });
}

/** The same finding, where it is about a file that nobody claims, with the mappings of the channel and what they claim. */
export function withClaims(channel: InboxName, set: MappingSet, finding: Finding): Finding {
  if (finding.code !== 'UNKNOWN_DOCUMENT') return finding;
  // What the site itself has written is what was meant, if any is.
  const mappings = set.in
    .filter(({ claims }) => claims.channel === channel)
    .toSorted((a, b) => Number(a.shipped) - Number(b.shipped));
  const named = mappings.slice(0, MOST_NAMED).map((mapping) => `${mapping.file} claims ${claimText(mapping)}.`);
  const more = mappings.length > MOST_NAMED ? [`${mappings.length - MOST_NAMED} more mappings do not fit either.`] : [];
  return { ...finding, hint: [finding.hint, ...named, ...more].join(' ') };
}

/** What a mapping claims, in words: `names SO_*.xml with the root SalesOrders`. */
function claimText({ claims, source }: InMapping): string {
  const { name, root, header, begins, where } = claims;
  const names = name === undefined ? [] : [name].flat();
  const parts = [
    names.length === 0 ? `${source.format} files` : `names ${names.join(' or ')}`,
    root === undefined ? undefined : `with the root ${root}`,
    header === undefined ? undefined : `with the columns ${header.join(', ')}`,
    begins === undefined ? undefined : `that begin like ${begins}`,
    where === undefined
      ? undefined
      : `where ${Object.entries(where)
          .map((pair) => pair.join(' is like '))
          .join(' and ')}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
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

/** The documents that a rule decides; of those that a mapping makes and none does, one finding a type says so. */
export function onlyTakenIn(documents: readonly ReadDocument[]): { documents: ReadDocument[]; findings: Finding[] } {
  const taken = ({ kind }: ReadDocument) => kind === 'supplier-invoice' || isCanonicalKind(kind);
  const first = new Map<string, Finding>();
  for (const one of documents)
    if (!taken(one) && !first.has(one.kind)) first.set(one.kind, { ...notTakenIn(one.kind), at: one.at });
  return { documents: documents.filter(taken), findings: [...first.values()] };
}
