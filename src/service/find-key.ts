import { Fault } from '../domain/fault.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { AmbiguousInvoice, invoiceCandidates } from './ambiguous-key.ts';
import type { ShowKind } from './show-kind.table.ts';

/** Matches that an ambiguous key names: enough to choose from, and one more to know that there are more. */
const MATCHES_SHOWN = 8;

/** Above every character that a key can hold: the end of a range of keys with the same beginning. */
const AFTER_ALL_CHARACTERS = '\u{10FFFF}';

/**
 * The key that is meant (contract 1, Keys): an exact match wins, then `supplierNo/invoiceNo` of a supplier invoice,
 * then a beginning that fits one key only. Throws `NOT_FOUND`, or `AMBIGUOUS_KEY` with the matches. For reading
 * commands; an action takes the whole key, since a beginning can fit another one tomorrow.
 */
export async function findKey(ledger: LedgerReader, kind: ShowKind, asked: string): Promise<string> {
  const exact = await keysWhere(ledger, kind, [{ field: 'key', comparison: '=', value: asked }]);
  if (exact.length > 0) return asked;
  const byNumber = kind === 'supplier-invoice' ? await invoicesByNumber(ledger, asked) : [];
  const found = byNumber.length > 0 ? byNumber : await keysThatBegin(ledger, kind, asked);
  const [only, another] = found;
  if (only === undefined) {
    throw new Fault('NOT_FOUND', `there is no ${kind} with the key "${asked}"`, {
      hint: `"ordrebro list ${kind}" shows the keys.`,
    });
  }
  if (another !== undefined) {
    const shown = found.slice(0, MATCHES_SHOWN);
    if (kind === 'supplier-invoice')
      throw new AmbiguousInvoice(asked, await invoiceCandidates(ledger, shown), found.length > MATCHES_SHOWN);
    throw new Fault(
      'AMBIGUOUS_KEY',
      `"${asked}" fits more than one ${kind}: ${shown.join(', ')}${found.length > MATCHES_SHOWN ? ', …' : ''}`,
      {
        hint: 'Write more of the key.',
      },
    );
  }
  return only;
}

type Conditions = Parameters<LedgerReader['list']>[0]['conditions'];

async function keysWhere(ledger: LedgerReader, kind: ShowKind, conditions: Conditions): Promise<string[]> {
  const page = await ledger.list({ kind, conditions, limit: MATCHES_SHOWN + 1, offset: 0 });
  return page.rows.map((row) => String(row['key']));
}

async function keysThatBegin(ledger: LedgerReader, kind: ShowKind, beginning: string): Promise<string[]> {
  const keys = await keysWhere(ledger, kind, [
    { field: 'key', comparison: '>=', value: beginning },
    { field: 'key', comparison: '<', value: `${beginning}${AFTER_ALL_CHARACTERS}` },
  ]);
  return keys.filter((key) => key.startsWith(beginning));
}

/** `50001/F-1`: the supplier's number, then the invoice's, which may hold slashes itself. */
async function invoicesByNumber(ledger: LedgerReader, asked: string): Promise<string[]> {
  const slash = asked.indexOf('/');
  if (slash <= 0) return [];
  return keysWhere(ledger, 'supplier-invoice', [
    { field: 'party', comparison: '=', value: asked.slice(0, slash) },
    { field: 'number', comparison: '=', value: asked.slice(slash + 1) },
  ]);
}
