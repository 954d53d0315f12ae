/**
 * The layers of src/, lowest first (architecture 2). A folder imports from lower levels only: never from a higher one,
 * and never from another folder of its own level.
 */
export const LAYERS = [
  { level: 0, folder: 'domain', words: 'words: values, types and tables', pure: true },
  { level: 1, folder: 'rules', words: 'decisions', pure: true },
  { level: 1, folder: 'texts', words: 'what people are told', pure: true },
  { level: 2, folder: 'formats', words: 'bytes to trees and back', pure: true },
  { level: 2, folder: 'disk', words: 'what the file system does for us', pure: false },
  { level: 3, folder: 'mapping', words: 'declarations', pure: true },
  { level: 4, folder: 'settings', words: 'settings: read and check', pure: false },
  { level: 5, folder: 'pipeline', words: 'the path of a file', pure: false },
  { level: 6, folder: 'channels', words: 'doors: inboxes and outboxes', pure: false },
  { level: 6, folder: 'ledger', words: 'memory', pure: false },
  { level: 7, folder: 'service', words: 'life: start, stop, recover, act', pure: false },
  { level: 8, folder: 'dashboard', words: 'screens', pure: false },
  { level: 8, folder: 'cli', words: 'commands', pure: false },
] as const satisfies readonly { level: number; folder: string; words: string; pure: boolean }[];
