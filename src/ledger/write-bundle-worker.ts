import { type CarriedFault, carryFault } from '../domain/carried-fault.ts';
import { Fault } from '../domain/fault.ts';
import { type BundleToWrite, writeBundle } from './write-bundle.ts';

/** Writes a bundle on the thread that writes; gives what failed, as it can cross, or null. */
export async function writeBundleElsewhere(bundle: BundleToWrite): Promise<CarriedFault | null> {
  try {
    await writeBundle(bundle);
    return null;
  } catch (error) {
    if (error instanceof Fault) return carryFault(error);
    throw error;
  }
}
