import { safeName } from '../domain/safe-name.ts';

/** `<sequence, 10 digits>_<document>_<key, <= 60 characters>_<delivery id>.<ending>`: order by it (contract 2). */
export function outputName(
  sequence: number,
  document: string,
  key: string,
  deliveryId: string,
  ending: string,
): string {
  return `${String(sequence).padStart(10, '0')}_${document}_${safeName(key, 60)}_${deliveryId}.${ending}`;
}

/** `<original name, made safe>.<file id>.ack.json`, or as the form of acknowledgements ends. */
export function acknowledgementName(originalName: string, fileId: string, ending: string): string {
  return `${safeName(originalName, 120)}.${fileId}.ack.${ending}`;
}

/** Where an original rests: `archive/<channel>/<date>/…`, or `failed/<channel>/…` with a report beside it. */
export function restingPlace(file: {
  id: string;
  name: string;
  channel: string;
  outcome: string | null;
  processedAt: string | null;
  receivedAt: string;
}): string {
  const name = `${safeName(file.name, 120)}.${file.id}`;
  if (file.outcome === 'rejected') return `failed/${file.channel}/${name}`;
  return `archive/${file.channel}/${(file.processedAt ?? file.receivedAt).slice(0, 10)}/${name}`;
}
