import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadMappingFiles, readMappingFiles } from './read-mapping-files.ts';

/** In the repository the folder `mappings` lies beside `src`; the build puts a copy of it into `dist`. */
const ABOVE = extname(import.meta.filename) === '.ts' ? '../../../' : '../../';

/** The folder that holds the program's own `mappings`. */
export const SHIPPED_FOLDER: string = fileURLToPath(new URL(ABOVE, import.meta.url));

let read: Promise<ReadMappingFiles> | undefined;

/** The program's own mapping files: read once, for they change with the program only. */
export function shippedMappingFiles(): Promise<ReadMappingFiles> {
  read ??= readMappingFiles(SHIPPED_FOLDER, true);
  return read;
}
