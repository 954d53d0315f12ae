import type { Reason } from '../../domain/decision.ts';
import type { LedgerTransaction } from '../../pipeline/ledger-port.ts';
import type { Path } from '../../pipeline/path.ts';
import { type CommittedWork, commitTogether, type PlannedWork } from '../../pipeline/steps/commit-together.ts';
import { sendOut } from '../../pipeline/steps/send-out.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** Not an outcome: it undoes the transaction, so that a refusal writes nothing at all. */
class Refused extends Error {
  readonly refused: Refusal['refused'];
  constructor(refused: Refusal['refused']) {
    super('refused');
    this.refused = refused;
  }
}

/**
 * Does an operator's action in one transaction with its outputs staged in it, as for a file: a kill at any moment leaves
 * it done once or not at all. Gives what was committed, after it was handed over, or the reasons of the refusal.
 */
export async function inOneCommit(
  path: Path,
  work: (transaction: LedgerTransaction, planned: PlannedWork) => Promise<Refusal | undefined>,
): Promise<CommittedWork | { refused: readonly Reason[] }> {
  try {
    const committed = await commitTogether(path, async (transaction, planned) => {
      const refusal = await work(transaction, planned);
      if (refusal !== undefined) throw new Refused(refusal.refused);
    });
    await sendOut(path, committed);
    return committed;
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refused };
    throw error;
  }
}
