import type { InboxName, OutboxName } from '../domain/settings.generated.ts';

/**
 * What the path of a file needs from the world. `channels` and `ledger` implement these, `service` wires
 * them, and nothing above knows which implementation it talks to. No word of SQL or of node:fs here.
 */

/** Wall clock for what people read, monotonic clock for everything that is measured or waited for. */
export interface Clock {
  /** RFC 3339, UTC, milliseconds: "2026-11-21T18:17:00.000Z". */
  now(): string;
  monotonicMs(): number;
}

/** A new identifier: 16 characters of a-z2-7 that rise with time, half of them random, safe in every file name. */
export type NewId = () => string;

/** A file that an inbox holds and that is complete. */
export interface Candidate {
  name: string;
  bytes: number;
}

/** A file that was taken out of the inbox: nobody but us touches it any more (a writer with an open handle can; hence `fingerprint`). */
export interface ClaimedFile {
  id: string;
  channel: InboxName;
  name: string;
  /** Absolute path of the claimed file. */
  path: string;
  bytes: number;
  /** size, mtime, ctime and inode as one text: changed means that somebody wrote on. */
  fingerprint: string;
  claimedAt: string;
}

/** What a scan saw. `complete` in claim order: by the scan that first saw them, then by name. */
export interface ScanResult {
  complete: Candidate[];
  /** Files that are not complete yet, with the milliseconds after which looking again makes sense. */
  waiting: number;
  lookAgainInMs: number | null;
  /** Links, devices, names that are not UTF-8: never opened, reported once each. */
  refused: { name: string; code: 'NOT_A_FILE' | 'NAME_NOT_UTF8'; what: string }[];
}

/** One inbox folder. Every method throws `Fault` for what somebody can mend. */
export interface Inbox {
  readonly channel: InboxName;
  /** Looks at the folder. `hurry`: with `run --once`, what should close and does not is taken after settleMs. */
  scan(): Promise<ScanResult>;
  /** Moves the candidates, in order, among the claimed ones; one that cannot be moved yet (EBUSY, EPERM, gone) is left out. Not yet durable. */
  claim(candidates: readonly Candidate[], newId: NewId, now: string): Promise<ClaimedFile[]>;
  /** Makes the claims durable (claim folders, inbox folder); their bytes are when they have been read. */
  syncClaims(claims: readonly ClaimedFile[]): Promise<void>;
  /** What `read`, `pieces` and `syncClaims` need to do the same on another thread; null where it must be done here. */
  elsewhere(): InboxElsewhere | null;
  /** Puts a copy of an archived original (path from the site's folder) durably among the claimed files under this id, as if it had been claimed: a replay. Rejects as `requireOriginal` does. */
  adopt(id: string, name: string, archivedAs: string, now: string): Promise<ClaimedFile>;
  /** What lies among the claimed ones, oldest claim first: recovery's list. Empty claim folders are removed. */
  claimed(): Promise<ClaimedFile[]>;
  /** The bytes of a claimed file, which are durable when it resolves. `FILE_TOO_LARGE` beyond the channel's maxBytes. */
  read(claim: ClaimedFile): Promise<Buffer>;
  /** The same, piece by piece, for files of any size: durable when the last one was asked for, and each is overwritten by the next. */
  pieces(claim: ClaimedFile): AsyncIterable<Uint8Array>;
  /** The fingerprint now: to be compared before commit and before archiving. */
  fingerprint(claim: ClaimedFile): Promise<string>;
  /** Puts a claimed file back as a new file of the inbox (somebody wrote on after the claim), under its own name or, where taken, a name beside it. */
  putBack(claim: ClaimedFile): Promise<void>;
  /** Rejects with `READ_FAILED` where an archived original (path from the site's folder) is gone. */
  requireOriginal(archivedAs: string): Promise<void>;
  /** Moves a claimed original to `to` (path from the site's folder), writes the report beside it as `<to>.report.json` where there is one, and removes the claim folder. Repeatable. */
  archive(claim: ClaimedFile, to: string, report: string | null): Promise<void>;
  /** Writes bytes durably to `to` instead, and the report: when the claimed file no longer holds what was decided. */
  archiveBytes(bytes: Buffer, to: string, report: string | null): Promise<void>;
  /** The same with the first bytes of the claimed file, as many as were decided. False where they are not those of this hash any more: then nothing is written but the report. */
  archiveBeginning(
    claim: ClaimedFile,
    decided: { bytes: number; sha256: string },
    to: string,
    report: string | null,
  ): Promise<boolean>;
  /** Calls back soon after something may have changed in the folder. A hint, never the truth. */
  onHint(callback: () => void): void;
  close(): Promise<void>;
}

/** An inbox as another thread needs it, for `read`, `pieces` and `syncClaims` alone. */
export interface InboxElsewhere {
  /** Absolute paths: the inbox, and the folder of this site's claims in it. */
  folder: string;
  claims: string;
  maxBytes: number;
}

/** What lies in a staging folder at start. */
export interface StagingState {
  /** The marker: which site and epoch wrote here last; null where there is none. */
  marker: { siteId: string; epoch: number } | null;
  /** Delivery ids whose staged bytes lie there. */
  staged: ReadonlySet<string>;
  /** Names of half-written files: `.tmp`. */
  leftovers: readonly string[];
}

/** What lies in staging now: its SHA-256 in hexadecimal, and how many bytes it has. */
export interface StagedContent {
  sha256: string;
  bytes: number;
}

/** One outbox folder with its staging folder. Every method throws `Fault` for what somebody can mend. */
export interface Outbox {
  readonly folder: OutboxName;
  /** Looks at the staging folder; makes the folders where they are missing. */
  inspect(): Promise<StagingState>;
  /** Writes the marker durably. */
  writeMarker(marker: { siteId: string; epoch: number }): Promise<void>;
  /** Is the marker of this site and epoch there and readable now? */
  markerIntact(marker: { siteId: string; epoch: number }): Promise<boolean>;
  /** Writes the bytes (of a text, as UTF-8) to staging and syncs the file; the staging folder is synced by `syncStaging`. */
  stage(deliveryId: string, bytes: Buffer | string): Promise<StagedContent>;
  syncStaging(): Promise<void>;
  /** The staged bytes; undefined where they are gone. */
  staged(deliveryId: string): Promise<Buffer | undefined>;
  /** Renames staging to the final name. `gone`: the staged file is not there. Never overwrites an existing file of another content. */
  handOver(deliveryId: string, name: string): Promise<'handed-over' | 'gone'>;
  /** Makes hand-overs durable: staging folder and outbox folder. */
  syncHandOvers(): Promise<void>;
  /** Removes staged bytes or a leftover. Repeatable. */
  discard(nameInStaging: string): Promise<void>;
  /** Removes a delivered file that its receiver has not taken; false where it is gone. */
  takeBack(name: string): Promise<boolean>;
}

/** An output whose bytes are kept; of a text, as UTF-8. */
export interface KeptOutput {
  deliveryId: string;
  bytes: Uint8Array | string;
}

/** Keeps the bytes of outputs, compressed, for resend and evidence. */
export interface OutputArchive {
  /** Writes one bundle durably, and gives its path from the site's folder. */
  keep(outputs: readonly KeptOutput[], date: string, newId: NewId): Promise<string>;
  /** The bytes of one output; undefined where the bundle or the entry is gone. */
  find(bundle: string, deliveryId: string): Promise<Buffer | undefined>;
}
