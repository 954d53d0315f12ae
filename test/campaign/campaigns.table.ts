import type { Campaign } from './campaign.ts';
import { answerBeforeResult, everySyncALie, oneSyncRemoved, stagingSkipped } from './controls/controls.ts';
import { killedUnderLoad } from './f01-killed-under-load.ts';
import { powerCut } from './f05-power-cut.ts';
import { diskFull } from './f06-disk-full.ts';
import { hostileContent } from './f11-hostile-content.ts';
import { mutatedFiles } from './f12-mutated-files.ts';
import { callFails, killedAtCall } from './faults/at-every-call.ts';

/** Every campaign that there is. The ids are those of the promise that they test; C1 to C4 are negative controls. */
export const CAMPAIGNS: readonly Campaign[] = [
  {
    id: 'F1',
    title: 'killed at a random moment under load',
    runs: { full: 10_000, quick: 100 },
    needs: [],
    run: killedUnderLoad,
  },
  {
    id: 'F2',
    title: 'killed at the Nth durable system call',
    runs: { full: 1_800, quick: 60 },
    needs: ['strace'],
    run: killedAtCall,
  },
  {
    id: 'F3',
    title: 'the Nth system call fails once',
    runs: { full: 4_800, quick: 80 },
    needs: ['strace'],
    run: callFails,
  },
  {
    id: 'F5',
    title: 'the power is cut',
    runs: { full: 2_000, quick: 15 },
    needs: ['mount', 'loop', 'perl'],
    run: powerCut,
  },
  { id: 'F6', title: 'a disk is full, then has room', runs: { full: 200, quick: 4 }, needs: ['mount'], run: diskFull },
  { id: 'F11', title: 'hostile content', runs: { full: 100_000, quick: 2_000 }, needs: [], run: hostileContent },
  {
    id: 'F12',
    title: 'mappings and settings are mutated under load',
    runs: { full: 500, quick: 20 },
    needs: [],
    run: mutatedFiles,
  },
  {
    id: 'C1',
    title: 'control: every sync is a lie',
    runs: { full: 40, quick: 6 },
    needs: ['mount', 'loop', 'perl', 'eatmydata'],
    caughtBy: ['I1', 'I2'],
    run: everySyncALie,
  },
  {
    id: 'C2',
    title: 'control: one sync removed',
    runs: { full: 40, quick: 6 },
    needs: ['mount', 'loop', 'perl'],
    caughtBy: ['I1', 'I2'],
    run: oneSyncRemoved,
  },
  {
    id: 'C3',
    title: 'control: acknowledgement before result',
    runs: { full: 100, quick: 10 },
    needs: [],
    caughtBy: ['I4'],
    run: answerBeforeResult,
  },
  {
    id: 'C4',
    title: 'control: staging skipped',
    runs: { full: 200, quick: 25 },
    needs: [],
    caughtBy: ['I2', 'I3'],
    run: stagingSkipped,
  },
];

/** Campaigns that the promise names and that are not written yet: a run that is silent about them would not be honest. */
export const NOT_WRITTEN: readonly { id: string; title: string }[] = [
  { id: 'F4', title: 'a call fails for ten seconds' },
  { id: 'F7', title: 'the clock jumps' },
  { id: 'F8', title: 'hostile writers (a short form is in the tests of the channels)' },
  { id: 'F9', title: 'watching fails' },
  { id: 'F10', title: 'the ledger is damaged' },
  { id: 'F13', title: 'a day of soak' },
];
