import { Fault } from '../../domain/fault.ts';
import type { LineColumn } from '../text/line-index.ts';
import { RECORD_LIMITS } from './record-limits.table.ts';

/** No line of honest files is as long. */
export function lineTooLong(at: LineColumn): never {
  const most = RECORD_LIMITS.lineCharacters.toLocaleString('en');
  throw new Fault('FILE_TOO_LARGE', `A line has more than ${most} characters, which is the limit.`, {
    hint: 'Look at what kind of file it is: its lines have no ends.',
    at,
  });
}
