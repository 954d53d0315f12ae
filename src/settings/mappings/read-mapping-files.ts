import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readWhole } from '../../disk/read-whole.ts';
import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import { textSource, wholeText } from '../../formats/text/text-source.ts';
import type { MappingSources } from '../../mapping/language/mapping-set.ts';
import { listMappingFiles } from './list-mapping-files.ts';
import { MAPPING_LIMITS } from './mapping-limits.ts';

/** The texts of a folder's mapping files and look-ups; what cannot be read is a finding. */
export interface ReadMappingFiles extends MappingSources {
  findings: Finding[];
}

/** Reads the mapping files below `<folder>/mappings`. `shipped`: the folder is the program's own. */
export async function readMappingFiles(folder: string, shipped: boolean): Promise<ReadMappingFiles> {
  const { mappings, lookups, findings } = await listMappingFiles(folder);
  const read: ReadMappingFiles = { files: [], lookups: [], findings };
  const room = { bytes: MAPPING_LIMITS.bytes };
  const files: { file: string; text: string; shipped: boolean }[] = [];
  for (const file of mappings) {
    const text = await textOf(folder, file, MAPPING_LIMITS.mappingBytes, room, findings);
    if (text !== undefined) files.push({ file, text, shipped });
  }
  const tables: { name: string; file: string; text: string }[] = [];
  for (const file of lookups) {
    const text = await textOf(folder, file, MAPPING_LIMITS.lookupBytes, room, findings);
    if (text !== undefined) tables.push({ name: basename(file, '.csv'), file, text });
  }
  return { ...read, files, lookups: tables };
}

/** Editors save marks, UTF-16 and CRLF: the text is the same. A file that has just been deleted is none. */
async function textOf(
  folder: string,
  file: string,
  most: number,
  room: { bytes: number },
  findings: Finding[],
): Promise<string | undefined> {
  try {
    const path = join(folder, file);
    const size = (await stat(path)).size;
    if (size > most) throw tooLarge(`The file has ${size} bytes; at most ${most} are read.`);
    room.bytes -= size;
    if (room.bytes < 0) throw tooLarge(`All mapping files together have more than ${MAPPING_LIMITS.bytes} bytes.`);
    const bytes = await readWhole(path);
    return bytes === undefined ? undefined : wholeText(textSource(bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (!(error instanceof Error)) throw error;
    findings.push(unreadable(file, error));
    return undefined;
  }
}

function tooLarge(message: string): Fault {
  return new Fault('MAPPING_INVALID', message, { hint: 'Split it, or remove what is not needed.' });
}

function unreadable(file: string, error: Error): Finding {
  const fault = error instanceof Fault ? error : undefined;
  const isEncoding = fault?.code === 'ENCODING_INVALID';
  const hint = isEncoding
    ? 'Save the file as UTF-8.'
    : (fault?.hint ?? 'Give the account of the daemon the right to read the file.');
  const at = { line: 1, column: 1, ...fault?.at, file };
  return { code: 'MAPPING_INVALID', severity: 'error', message: error.message, hint, at };
}
