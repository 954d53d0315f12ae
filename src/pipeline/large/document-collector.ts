import type { Finding, ReadDocument, ReadResult } from '../../domain/decision.ts';
import { FileFindings } from '../../domain/file-findings.ts';
import type { InboxName } from '../../domain/settings.generated.ts';
import { RepeatedKeys } from '../../mapping/canonical/repeated-keys.ts';
import type { DocumentSink } from '../../mapping/canonical/understand-record.ts';
import { onlyInTheirFolder, onlyTakenIn } from '../taken-here.ts';
import { DocumentPacker, type PackedParts } from './pack-documents.ts';

/** What a large file was read into, as it crosses between threads. */
export interface PackedRead extends Omit<ReadResult, 'documents'> {
  documents: PackedParts;
}

/** Collects the documents of a large file, packed, and what is found in it: the same that a small file gives. */
export class DocumentCollector implements DocumentSink {
  readonly #channel: InboxName;
  readonly #packer = new DocumentPacker();
  readonly #keys = new RepeatedKeys();
  readonly #findings = new FileFindings();
  /** Of keys that stand more than once. */
  readonly #repeated = new FileFindings();
  /** Positions of documents that no rule decides, and of those in the wrong folder, with what is said of each. */
  readonly #undecided = new Map<number, Finding>();
  readonly #misplaced = new Map<number, Finding>();

  constructor(channel: InboxName) {
    this.#channel = channel;
  }

  document(document: ReadDocument): void {
    const repeated = this.#keys.note(document);
    if (repeated !== undefined) this.#repeated.add(repeated);
    const [undecided] = onlyTakenIn([document]).findings;
    const [misplaced] = onlyInTheirFolder(this.#channel, [document]).findings;
    if (undecided !== undefined) this.#undecided.set(this.#packer.count, undecided);
    else if (misplaced !== undefined) this.#misplaced.set(this.#packer.count, misplaced);
    this.#packer.add(document);
  }

  finding(finding: Finding): void {
    this.#findings.add(finding);
  }

  /** Nothing was found at all. */
  get isEmpty(): boolean {
    return this.#packer.count === 0 && this.#findings.isEmpty;
  }

  /** All that was collected, read by this mapping. */
  result(mapping: ReadResult['mapping']): PackedRead {
    this.#findings.join(this.#repeated);
    const undecided = new Map([...this.#once(this.#undecided)].reverse().map((one) => [one.message, one]));
    const misplaced = new FileFindings();
    for (const finding of this.#once(this.#misplaced)) misplaced.add(finding);
    const documents = this.#packer.parts(this.#leftOut());
    return { mapping, documents, findings: [...this.#findings.list(), ...undecided.values(), ...misplaced.list()] };
  }

  /** Nothing of the file counts, for this reason: it stands behind what was found before. */
  refusal(mapping: ReadResult['mapping'], finding: Finding): PackedRead {
    return packedRefusal(mapping, [...this.#findings.list(), finding]);
  }

  *#once(found: ReadonlyMap<number, Finding>): Generator<Finding> {
    for (const [index, finding] of found) if (!this.#keys.isRepeated(index)) yield finding;
  }

  *#leftOut(): Generator<number> {
    yield* this.#undecided.keys();
    yield* this.#misplaced.keys();
    for (let index = 0; index < this.#packer.count; index += 1) if (this.#keys.isRepeated(index)) yield index;
  }
}

/** A file of which nothing counts. */
export function packedRefusal(mapping: ReadResult['mapping'], findings: Finding[]): PackedRead {
  return { mapping, documents: new DocumentPacker().parts([]), findings };
}

/** What a file that was read as a whole gave. */
export function packedWhole({ documents, ...rest }: ReadResult): PackedRead {
  const packer = new DocumentPacker();
  for (const document of documents) packer.add(document);
  return { ...rest, documents: packer.parts([]) };
}
