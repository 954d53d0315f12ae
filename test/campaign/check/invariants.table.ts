import { answeredOnce, answersKeepTheirWord, inOrderOfKey, oneOutputEach, sameBytesDecidedOnce } from './answers.ts';
import { failedHaveReports, filesInOnePlace, nothingWaits } from './files-in-one-place.ts';
import { deliveriesAgree, filesAgree, ledgerIsSound } from './ledger-agrees.ts';
import type { SiteFacts } from './site-facts.ts';

/** What must hold of a site at rest. Each check gives one sentence for each violation, with the invariant's id. */
export const INVARIANTS: readonly { id: string; says: string; check: (facts: SiteFacts) => string[] }[] = [
  { id: 'I1', says: 'every complete drop is in exactly one place', check: filesInOnePlace },
  { id: 'I1', says: 'what was refused has a report', check: failedHaveReports },
  { id: 'I1', says: 'every file is answered exactly once', check: answeredOnce },
  { id: 'I2', says: 'nothing visible is partial', check: (facts) => facts.unreadable },
  { id: 'I3', says: 'at most one output for each document, key and revision', check: oneOutputEach },
  { id: 'I3', says: 'the same bytes are decided once', check: sameBytesDecidedOnce },
  { id: 'I4', says: 'what an answer speaks of was delivered', check: answersKeepTheirWord },
  { id: 'I5', says: 'the ledger is sound', check: ledgerIsSound },
  { id: 'I5', says: 'the ledger agrees with the originals', check: filesAgree },
  { id: 'I5', says: 'the ledger agrees with the outputs', check: deliveriesAgree },
  { id: 'I6', says: 'at rest nothing waits', check: nothingWaits },
  { id: 'I8', says: 'outputs of a key leave in order', check: inOrderOfKey },
];
