/**
 * Where a dropped file rests across a restart. A file without a row is `received`: it lies in the
 * inbox or among the claimed ones, and recovery takes it up again. An operator may replay it (take it in again from its
 * archived bytes) or handle it (mark it as dealt with) where it was not accepted; neither moves it (contract 6).
 */
export const FILE_STATUSES = {
  received: { final: false, replayable: false, handleable: false },
  read: { final: false, replayable: false, handleable: false },
  decided: { final: false, replayable: false, handleable: false },
  retrying: { final: false, replayable: false, handleable: false },
  completed: { final: true, replayable: false, handleable: false },
  held: { final: false, replayable: true, handleable: true },
  rejected: { final: true, replayable: true, handleable: true },
  duplicate: { final: true, replayable: false, handleable: false },
  stopped: { final: true, replayable: true, handleable: true },
} as const;
export type FileStatus = keyof typeof FILE_STATUSES;

/** The file statuses in which an operator may do this. */
export function filesThatAre(can: 'replayable' | 'handleable'): FileStatus[] {
  return (Object.keys(FILE_STATUSES) as FileStatus[]).filter((status) => FILE_STATUSES[status][can]);
}

/** `{ from, event, to, by, guard, effects }` of a file (architecture 4). */
export const FILE_TRANSITIONS = [
  { from: 'received', event: 'read', to: 'read', by: 'path', guard: null, effects: [] },
  { from: 'received', event: 'read-failed', to: 'retrying', by: 'path', guard: 'transient', effects: ['retry-later'] },
  { from: 'retrying', event: 'read', to: 'read', by: 'path', guard: null, effects: [] },
  { from: 'retrying', event: 'read-failed', to: 'retrying', by: 'path', guard: 'transient', effects: ['retry-later'] },
  {
    from: 'retrying',
    event: 'give-up',
    to: 'stopped',
    by: 'path',
    guard: 'attempts-used-up',
    effects: ['acknowledge', 'alert'],
  },
  { from: 'read', event: 'decide', to: 'decided', by: 'path', guard: null, effects: [] },
  { from: 'decided', event: 'accept', to: 'completed', by: 'path', guard: null, effects: ['stage', 'acknowledge'] },
  { from: 'decided', event: 'hold', to: 'held', by: 'path', guard: null, effects: ['stage', 'acknowledge'] },
  { from: 'held', event: 'settle', to: 'completed', by: 'path', guard: 'its-document-is-done', effects: [] },
  { from: 'decided', event: 'reject', to: 'rejected', by: 'path', guard: null, effects: ['acknowledge', 'report'] },
  { from: 'decided', event: 'recognise', to: 'duplicate', by: 'path', guard: null, effects: ['acknowledge'] },
] as const satisfies readonly Transition<FileStatus>[];

/** One row of a status table. */
export interface Transition<Status extends string> {
  from: Status;
  event: string;
  to: Status;
  by: string;
  guard: string | null;
  effects: readonly string[];
}
