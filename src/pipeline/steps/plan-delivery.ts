import type { Acknowledgement } from '../../domain/documents.generated.ts';
import type { Output } from '../../domain/decision.ts';
import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import { jsonText, outputBytes, renumberedBytes } from '../output-bytes.ts';
import { acknowledgementName, outputName } from '../output-names.ts';
import type { NewId } from '../ports.ts';
import type { PlannedDelivery } from './planned-delivery.ts';

/** Gives an output its delivery id, sequence, name and bytes. The id stands inside the content too. */
export async function planOutput(
  output: Output,
  fileId: string | null,
  sequence: number,
  newId: NewId,
  now: string,
): Promise<PlannedDelivery> {
  const id = newId();
  const name = outputName(sequence, output.document, output.key, id);
  const bytes = await outputBytes(output.content, id);
  return planned(id, sequence, output.folder, name, output.document, bytes, {
    key: output.key,
    revision: output.revision,
    fileId,
    now,
  });
}

/** Gives an acknowledgement its delivery id, name and bytes. `attempt` counts up when it is written anew. */
export function planAcknowledgement(
  content: Acknowledgement,
  file: FileRecord,
  attempt: number,
  newId: NewId,
  now: string,
): PlannedDelivery {
  const id = newId();
  const name = acknowledgementName(file.name, file.id);
  return planned(id, 0, 'acknowledgements', name, content.document, jsonText(content, id), {
    key: file.id,
    revision: attempt,
    fileId: file.id,
    now,
  });
}

/** The same content once more, under a new delivery id and a name that ends in `.r2` (contract 6). */
export function planResend(
  of: DeliveryRecord,
  bytes: Buffer,
  sequence: number,
  newId: NewId,
  now: string,
): PlannedDelivery {
  const id = newId();
  const name =
    of.folder === 'acknowledgements'
      ? of.name.replace(/\.ack\.json$/, `.${id}.r2.ack.json`)
      : outputName(sequence, of.document, of.key, id).replace(/\.(\w+)$/, '.r2.$1');
  return planned(id, sequence, of.folder, name, of.document, renumberedBytes(of.document, bytes, of.id, id), {
    key: of.key,
    revision: of.revision,
    fileId: of.fileId,
    now,
  });
}

function planned(
  id: string,
  sequence: number,
  folder: OutboxName,
  name: string,
  document: string,
  bytes: Buffer | string,
  of: { key: string; revision: number; fileId: string | null; now: string },
): PlannedDelivery {
  return {
    bytes,
    record: {
      id,
      sequence,
      folder,
      name,
      document,
      key: of.key,
      revision: of.revision,
      fileId: of.fileId,
      status: 'staged',
      sha256: '',
      bytes: 0,
      bundle: '',
      stagedAt: of.now,
      deliveredAt: null,
      attempts: 0,
      nextAttemptAt: null,
      lastError: null,
    },
  };
}
