/**
 * The path of a dropped file, step by step: what kind of work it is, what happens, and why a kill right after it
 * loses nothing and doubles nothing (architecture 3). The reference page is made from this table.
 */
export const STEPS = {
  detect: {
    kind: 'io',
    happens: 'The folder is scanned; a file that is complete is a candidate.',
    killedRightAfter: 'The file lies where it lay and is seen again.',
  },
  claim: {
    kind: 'io',
    happens:
      'An atomic rename takes the file out of the inbox into a claim folder of its own; the claims of a batch are made durable; the file gets a hash and a sequence number.',
    killedRightAfter: 'Recovery adopts what lies among the claimed files without a row, name and all.',
  },
  identify: {
    kind: 'pure',
    happens: 'The channel and the content say what the file is and which mapping reads it.',
    killedRightAfter: 'It is run again on the same bytes, with the same answer.',
  },
  parse: {
    kind: 'pure',
    happens: 'Bytes become a tree that knows the line and column of everything.',
    killedRightAfter: 'It is run again on the same bytes, with the same answer.',
  },
  validate: {
    kind: 'pure',
    happens: 'The tree is checked; every finding has a place, and a hint.',
    killedRightAfter: 'It is run again on the same bytes, with the same answer.',
  },
  map: {
    kind: 'pure',
    happens: 'The tree becomes canonical documents.',
    killedRightAfter: 'It is run again on the same bytes, with the same answer.',
  },
  decide: {
    kind: 'ledger',
    happens:
      'Facts are read, the decision is made, and its changes, audit rows and outputs are written, inside one transaction with a savepoint of its own for each file.',
    killedRightAfter: 'Nothing has happened: the transaction was not committed.',
  },
  stage: {
    kind: 'io',
    happens: 'The bytes of the outputs are written to the staging folder and made durable.',
    killedRightAfter: 'Staged files without a row are swept away at the next start.',
  },
  commit: {
    kind: 'ledger',
    happens: 'The same transaction commits: state, audit, deliveries and the acknowledgement.',
    killedRightAfter: 'All of it has happened; delivery goes on at the next start.',
  },
  deliver: {
    kind: 'io',
    happens:
      'Each output is renamed from staging to its final name, and the folders are made durable; the row says delivered with the next commit.',
    killedRightAfter:
      'A staged row whose file is there is renamed now; one whose file is gone while the marker is intact has been delivered.',
  },
  archive: {
    kind: 'io',
    happens: 'The claimed original is moved to the archive, or among the failed ones with a report beside it.',
    killedRightAfter: 'It is moved at the next start.',
  },
} as const satisfies Record<string, { kind: 'io' | 'pure' | 'ledger'; happens: string; killedRightAfter: string }>;

export type StepName = keyof typeof STEPS;
