import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { StoredDocument } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { Synchronous } from './sql.ts';

/** Master data: asked for with every invoice, changed seldom. */
const REMEMBERED: ReadonlySet<DocumentKind> = new Set(['supplier', 'product', 'delivery-alternative', 'customer']);
/** Answers that are remembered at most; then all are forgotten, and the busy ones are soon back. */
const MAX_ANSWERS = 20_000;

type LookUps = Synchronous<Pick<LedgerReader, 'documents' | 'documentsByIndex'>>;

/** Look-ups that remember, and the way to make them forget. */
export interface KnownDocuments {
  lookUps: LookUps;
  /** A document of this kind was written. */
  forget(kind: DocumentKind): void;
  /** Something was undone: what was seen meanwhile may never have been. */
  forgetAll(): void;
}

/**
 * Remembers what was found of master data, on the one connection that writes: nobody else can change it, so an answer
 * holds until a document of its kind is written or a transaction is undone. A third of the look-ups of an invoice,
 * and the parsing of what they found, cost nothing any more.
 */
export function knownDocuments(reader: LookUps): KnownDocuments {
  const answers = new Map<DocumentKind, Map<string, StoredDocument[]>>();
  let count = 0;
  const remember = (kind: DocumentKind, question: string, ask: () => StoredDocument[]): StoredDocument[] => {
    const ofKind = answers.get(kind) ?? new Map<string, StoredDocument[]>();
    answers.set(kind, ofKind);
    const known = ofKind.get(question);
    if (known !== undefined) return known;
    const found = ask();
    if (count >= MAX_ANSWERS) forgetAll();
    ofKind.set(question, found);
    count += 1;
    return found;
  };
  const forgetAll = (): void => {
    answers.clear();
    count = 0;
  };
  return {
    lookUps: {
      documents: (kind, keys) =>
        REMEMBERED.has(kind)
          ? remember(kind, `key\n${keys.join('\n')}`, () => reader.documents(kind, keys))
          : reader.documents(kind, keys),
      documentsByIndex: (kind, index, values) =>
        REMEMBERED.has(kind)
          ? remember(kind, `${index}\n${values.join('\n')}`, () => reader.documentsByIndex(kind, index, values))
          : reader.documentsByIndex(kind, index, values),
    },
    forget: (kind) => {
      answers.delete(kind);
    },
    forgetAll,
  };
}
