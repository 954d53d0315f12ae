import type { Decision, ReadDocument } from '../domain/decision.ts';
import type { Command } from '../domain/documents.generated.ts';
import { dateInZone } from '../domain/plain-date.ts';
import type { MappingSet } from '../mapping/language/mapping-set.ts';
import { decide } from '../pipeline/decide.ts';
import { type Facts, gatherFacts } from '../pipeline/facts/gather-facts.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { outputEnding } from '../pipeline/output-form.ts';
import { outputName } from '../pipeline/output-names.ts';
import { previewCommand } from './preview-command.ts';
import type { WhatIf } from './what-if.ts';

/** A document that is only looked at has no id yet. */
export const PREVIEW_ID = 'preview';
/** Whatever is in the ledger came before a file that is dropped now: a lower number would hide duplicates. */
const LATEST = Number.MAX_SAFE_INTEGER;

/** What a document would be decided like. Names of outputs stand with the number 0 and the delivery id `preview`. */
export interface PreviewedDecision {
  document: string;
  key: string;
  outcome: Decision['outcome'];
  status: string | null;
  reasons: Decision['reasons'];
  outputs: { document: string; folder: string; name: string; content: unknown }[];
}

/** What a decision is previewed with: the settings, what the supplier would have of its own, the instant, and the mappings. */
export interface PreviewConditions extends Pick<WhatIf, 'settings' | 'supplier'> {
  now: string;
  /** The mappings that outputs leave by. */
  set: MappingSet;
}

/**
 * Decides a document on today's facts and writes nothing. One that is kept already is decided as if it came now: what
 * was decided before, and what it holds of its orders itself, does not count.
 */
export async function previewDecision(
  document: ReadDocument,
  ledger: LedgerReader,
  { settings, supplier, now, set }: PreviewConditions,
): Promise<PreviewedDecision> {
  const decision =
    document.kind === 'command'
      ? await previewCommand(ledger, settings, document.content as Command, now)
      : await decidedAsNew(document, ledger, { settings, supplier, now, set });
  const { kind, key, outcome, status, reasons } = decision;
  const forms = { outputs: settings.outputs, set };
  const outputs = decision.outputs.map((output) => ({
    document: output.document,
    folder: output.folder,
    name: outputName(0, output.document, output.key, PREVIEW_ID, outputEnding(output.document, forms)),
    content: output.content,
  }));
  return { document: kind, key, outcome, status, reasons, outputs };
}

async function decidedAsNew(
  document: ReadDocument,
  ledger: LedgerReader,
  { settings, supplier, now }: PreviewConditions,
): Promise<Decision> {
  const facts = await gatherFacts(document, ledger, settings, async () => LATEST);
  const today = dateInZone(now, settings.site.timeZone);
  const context = { fileId: PREVIEW_ID, fileSequence: LATEST, now, today };
  return decide(document, asNew(facts, supplier, document.key), settings, context);
}

function asNew(facts: Facts, supplier: PreviewConditions['supplier'], key: string): Facts {
  if (facts.kind !== 'order-match') return facts;
  const { previous: _, byHand: __, ...rest } = facts;
  const suppliers = facts.orderMatch.suppliers.map((one) => ({ ...one, ...supplier }));
  const links = facts.orderMatch.links.filter(({ documentId }) => documentId !== key);
  return { ...rest, orderMatch: { ...facts.orderMatch, suppliers, links } };
}
