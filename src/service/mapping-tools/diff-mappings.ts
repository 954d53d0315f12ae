import { Fault } from '../../domain/fault.ts';
import type { LedgerReader } from '../../pipeline/ledger-port.ts';
import { archivedOriginals } from './archived-originals.ts';
import { compareMappings, type MappingDifference } from './compare-mappings.ts';
import type { FoundMapping } from './found-mapping.ts';
import { listExamples } from './list-examples.ts';
import type { FileToRead } from './read-by-mapping.ts';

/** What a changed mapping would have made of the files of the last weeks. */
export interface MappingsDiff {
  /** `originals`: archived files. `examples`: of a mapping out, whose documents are not kept as files. */
  of: 'originals' | 'examples';
  looked: number;
  /** Files that come out otherwise, newest first. */
  files: ({ file: string; name: string; receivedAt: string | null } & MappingDifference)[];
}

/**
 * Replays the last originals that the old mapping read through both, and changes nothing. Mappings out are compared on
 * their examples. Throws `WRONG_USE` where the two cannot be compared. `onProgress` is told after each file.
 */
export async function diffMappings(
  { site, ledger }: { site: string; ledger: LedgerReader },
  [before, after]: readonly [FoundMapping, FoundMapping],
  { last, timeZone }: { last: number; timeZone: string },
  onProgress: (done: number, total: number) => void,
): Promise<MappingsDiff> {
  const [old, now] = [before.mapping, after.mapping];
  if (old.direction !== now.direction || old.document !== now.document) {
    throw new Fault(
      'WRONG_USE',
      `${old.name} is for ${old.document} ${old.direction}, ${now.name} for ${now.document} ${now.direction}.`,
      {
        hint: 'Give two mappings of the same direction and document.',
      },
    );
  }
  const files = old.direction === 'in' ? await originals({ site, ledger }, old, last) : await examples([before, after]);
  const diff: MappingsDiff = { of: old.direction === 'in' ? 'originals' : 'examples', looked: files.length, files: [] };
  for (const [index, { receivedAt, ...file }] of files.entries()) {
    const difference = compareMappings(old, now, file, timeZone);
    if (difference !== null) diff.files.push({ file: file.fileId, name: file.name, receivedAt, ...difference });
    onProgress(index + 1, files.length);
  }
  return diff;
}

type Compared = FileToRead & { fileId: string; receivedAt: string | null };

async function originals(...asked: Parameters<typeof archivedOriginals>): Promise<Compared[]> {
  const found = await archivedOriginals(...asked);
  return found.map(({ file: { id, name, receivedAt }, bytes }) => ({ fileId: id, name, at: name, bytes, receivedAt }));
}

/** Of both mappings, those at one place once. */
async function examples(both: readonly FoundMapping[]): Promise<Compared[]> {
  const files = new Map<string, Compared>();
  for (const { mapping, path } of both)
    for (const { folder, given } of await listExamples(path, mapping.file)) {
      if (given === undefined) continue;
      const at = `${folder}/${given.name}`;
      files.set(at, { fileId: at, name: at, at, bytes: given.bytes, receivedAt: null });
    }
  return [...files.values()];
}
