import type { Acknowledgement } from '../../domain/documents.generated.ts';
import type { Output } from '../../domain/decision.ts';
import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';
import { renumberedOutput, type WrittenOutput, writeOutput } from '../output-bytes.ts';
import type { OutputForms } from '../output-form.ts';
import { acknowledgementName, outputName } from '../output-names.ts';
import type { Path } from '../path.ts';
import type { PlannedDelivery } from './planned-delivery.ts';

/** What planning needs of the path. */
export type PlansOutputs = Pick<Path, 'settings' | 'mappings' | 'newId'>;

/** Gives an output its delivery id, sequence, name and bytes. The id stands inside the content too. */
export async function planOutput(
  path: PlansOutputs,
  output: Output,
  fileId: string | null,
  sequence: number,
  now: string,
): Promise<PlannedDelivery> {
  const id = path.newId();
  const written = await writeOutput(output.content, id, formsOf(path));
  const name = outputName(sequence, output.document, output.key, id, written.ending);
  const { folder, document, key, revision } = output;
  return planned({ id, sequence, folder, name, document, key, revision, fileId, now }, written);
}

/** Gives an acknowledgement its delivery id, name and bytes. `attempt` counts up when it is written anew. */
export async function planAcknowledgement(
  path: PlansOutputs,
  content: Acknowledgement,
  file: FileRecord,
  attempt: number,
  now: string,
): Promise<PlannedDelivery> {
  const id = path.newId();
  const written = await writeOutput(content, id, formsOf(path));
  const name = acknowledgementName(file.name, file.id, written.ending);
  const about = { key: file.id, revision: attempt, fileId: file.id, now };
  return planned({ id, sequence: 0, folder: 'acknowledgements', name, document: content.document, ...about }, written);
}

/**
 * The same content once more, under a new delivery id and a name that ends in `.r2` (contract 6), in the form that its
 * document has now. Throws the `Fault` of a document that does not fit its mapping (any more).
 */
export async function planResend(
  path: PlansOutputs,
  of: DeliveryRecord,
  kept: Buffer,
  sequence: number,
  now: string,
): Promise<PlannedDelivery> {
  const id = path.newId();
  const written = await renumberedOutput(of.document, kept, of.id, id, formsOf(path));
  if (written.fault !== undefined) throw written.fault;
  const { ending } = written;
  const name =
    of.folder === 'acknowledgements'
      ? of.name.replace(/\.ack\.\w+$/, `.${id}.r2.ack.${ending}`)
      : outputName(sequence, of.document, of.key, id, ending).replace(/\.(\w+)$/, '.r2.$1');
  const { folder, document, key, revision, fileId } = of;
  return planned({ id, sequence, folder, name, document, key, revision, fileId, now }, written);
}

/** The settings and the mappings of one moment: they change between two files, never inside one. */
function formsOf(path: PlansOutputs): OutputForms {
  const { outputs, site } = path.settings();
  return { outputs, set: path.mappings().set, timeZone: site.timeZone };
}

type Planned = Pick<
  DeliveryRecord,
  'id' | 'sequence' | 'folder' | 'name' | 'document' | 'key' | 'revision' | 'fileId'
> & { now: string };

/** What could not be written as it should is planned as stopped: kept, never handed over, sent again once it is repaired. */
function planned({ now, ...about }: Planned, { bytes, canonical, fault }: WrittenOutput): PlannedDelivery {
  return {
    bytes,
    ...(canonical === undefined ? {} : { canonical }),
    record: {
      ...about,
      status: fault === undefined ? 'staged' : 'stopped',
      sha256: '',
      bytes: 0,
      bundle: '',
      stagedAt: now,
      deliveredAt: null,
      attempts: 0,
      nextAttemptAt: null,
      lastError: fault === undefined ? null : `${fault.message} ${fault.hint}`,
    },
  };
}
