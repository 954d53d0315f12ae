import type { DocumentKind } from '../domain/document-kinds.table.ts';
import type { StoredDocument } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { type ChangeLog, changeLog } from './change-log.ts';
import type { IndexAnswers, IndexedDocument } from './document-index-reader.ts';
import { KnownAnswers } from './known-answers.ts';
import type { Synchronous } from './sql.ts';

/** Master data, and what was learned: asked for with every invoice, changed seldom. */
const REMEMBERED: readonly DocumentKind[] = ['supplier', 'product', 'delivery-alternative', 'customer', 'learned-link'];
/** Documents (and answers that found none) that are remembered at most, per kind by key, and as many by index. */
const MOST = 10_000;

type LookUps = Synchronous<Pick<LedgerReader, 'documents' | 'documentsByIndex'>>;

/** Look-ups that remember, and the way to make them forget. */
export interface KnownDocuments {
  lookUps: LookUps;
  /** A document of this kind was written. */
  written(kind: DocumentKind): void;
  log: ChangeLog;
}

interface KnownOfKind {
  byKey: KnownAnswers<StoredDocument>;
  byIndex: KnownAnswers<IndexedDocument>;
}

/**
 * Remembers what was found of master data, on the one connection that writes: nobody else can change it, so an answer
 * holds until a document of its kind is written, or such a write is undone. Each key and each value of an index is
 * a question of its own: lines of other invoices ask for other sets of the same products. A third of the look-ups of an
 * invoice, and the parsing of what they found, cost nothing any more.
 */
export function knownDocuments(reader: LookUps, indexAnswers: IndexAnswers, most: number = MOST): KnownDocuments {
  const known = new Map<DocumentKind, KnownOfKind>(
    REMEMBERED.map((kind) => [kind, { byKey: new KnownAnswers(most), byIndex: new KnownAnswers(most) }]),
  );
  const forget = (kind: DocumentKind): void => {
    known.get(kind)?.byKey.clear();
    known.get(kind)?.byIndex.clear();
  };
  const log = changeLog((kind) => forget(kind as DocumentKind));
  return {
    lookUps: {
      documents(kind, keys) {
        const ofKind = known.get(kind);
        if (ofKind === undefined) return reader.documents(kind, keys);
        return answered(ofKind.byKey, keys, '', (missing) =>
          Map.groupBy(reader.documents(kind, missing), ({ key }) => key),
        );
      },
      documentsByIndex(kind, index, values) {
        const ofKind = known.get(kind);
        if (ofKind === undefined) return reader.documentsByIndex(kind, index, values);
        const all = answered(ofKind.byIndex, values, index, (missing) => indexAnswers(kind, index, missing));
        return inOrder(all).map(({ document }) => document);
      },
    },
    written(kind) {
      if (!known.has(kind)) return;
      forget(kind);
      log.note(kind);
    },
    log,
  };
}

/** The answers to all values, each once; those that are not known are asked for together. */
function answered<Listed>(
  known: KnownAnswers<Listed>,
  values: readonly string[],
  index: string,
  ask: (missing: string[]) => ReadonlyMap<string, Listed[]>,
): Listed[] {
  // Names of indexes have no blanks: where the value begins is never in doubt.
  const all = [...new Set(values)].map((value) => ({ value, question: `${index} ${value}` }));
  const found = all.map(({ question }) => known.get(question));
  const missing = all.filter((_, place) => found[place] === undefined).map(({ value }) => value);
  const news = missing.length === 0 ? undefined : ask(missing);
  return all.flatMap(({ value, question }, place) => {
    const before = found[place];
    if (before !== undefined) return before;
    const answer = news?.get(value) ?? [];
    known.put(question, answer);
    return answer;
  });
}

/** As the ledger lists them: oldest first, each once. */
function inOrder(all: readonly IndexedDocument[]): IndexedDocument[] {
  if (all.length < 2) return [...all];
  return [...new Map(all.map((one) => [one.ordinal, one])).values()].sort((a, b) => a.ordinal - b.ordinal);
}
