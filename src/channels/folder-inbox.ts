import { join, resolve } from 'node:path';
import PQueue from 'p-queue';
import type { ChannelSettings, InboxName } from '../domain/settings.generated.ts';
import type { Candidate, ClaimedFile, Clock, Inbox, InboxElsewhere, NewId, ScanResult } from '../pipeline/ports.ts';
import { adoptOriginal } from './adopt-original.ts';
import { archiveBeginning, archiveBytes, archiveClaim, requireOriginal } from './archive-claim.ts';
import type { ChannelLog } from './channel-log.ts';
import { claimFiles } from './claim-files.ts';
import { claimPieces } from './claim-pieces.ts';
import { ClaimFolders } from './claim-folders.ts';
import { claimsOnDisk } from './claims-on-disk.ts';
import { Detection } from './detection.ts';
import { isDistant, noteDistance } from '../disk/distant-folders.ts';
import { errnoOf, lstat } from '../disk/file-calls.ts';
import { FolderContents } from './folder-contents.ts';
import { FolderWatch } from './folder-watch.ts';
import { HeldFiles } from './held-files.ts';
import { inWaves } from '../disk/in-waves.ts';
import { removeMarker } from './marker.ts';
import { readClaim } from './read-claim.ts';
import { RestingFolders } from './resting-folder.ts';
import { ReturnToInbox } from './return-to-inbox.ts';
import { fingerprintOf } from './sighting.ts';
import { syncClaims } from './sync-claims.ts';
import { worldFault } from '../disk/world-fault.ts';

/** Candidates that one scan gives at most; the rest keeps its place in the order. */
const MAX_CANDIDATES = 1_000;

/** What an inbox is opened with. `settings` are asked for at each scan: they may change while it runs. */
export interface InboxOptions {
  site: string;
  siteId: string;
  channel: InboxName;
  settings: () => ChannelSettings;
  clock: Clock;
  once: boolean;
  log: ChannelLog;
  maxCandidates?: number;
}

/**
 * Opens `inbox/<channel>` of a site. The folder is made where it never was; when it cannot be made, or goes
 * missing later, each scan says so with `FOLDER_NOT_ACCESSIBLE` until it is back.
 */
export async function openInbox(options: InboxOptions): Promise<Inbox> {
  const inbox = new FolderInbox(options);
  await inbox.arrive();
  await noteDistance(join(resolve(options.site), 'inbox', options.channel));
  return inbox;
}

/**
 * One inbox folder.
 *
 * A file is listed, looked at until it is complete, claimed by a rename, made durable, read, and archived or put
 * back. What lies where is on the disk only; what is kept here (the list with what each look found out) may be
 * lost at any moment and is found again. Scans and claims happen one after the other, so that a claim never
 * moves a file under a scan; everything after the claim happens side by side.
 */
class FolderInbox implements Inbox {
  readonly channel: InboxName;
  readonly #options: InboxOptions;
  readonly #folder: string;
  readonly #folders: ClaimFolders;
  readonly #contents: FolderContents;
  readonly #watch: FolderWatch;
  readonly #detection: Detection;
  readonly #held: HeldFiles;
  readonly #returns: ReturnToInbox;
  readonly #resting: RestingFolders;
  readonly #turns = new PQueue({ concurrency: 1 });

  constructor(options: InboxOptions) {
    const { clock, once, log } = options;
    const site = resolve(options.site);
    this.#options = options;
    this.channel = options.channel;
    this.#folder = join(site, 'inbox', options.channel);
    this.#folders = new ClaimFolders(this.#folder, options.siteId);
    this.#contents = new FolderContents(this.#folder);
    this.#watch = new FolderWatch(this.#folder, log);
    const maxCandidates = options.maxCandidates ?? MAX_CANDIDATES;
    const context = { folder: this.#folder, contents: this.#contents, clock, once, maxCandidates, log };
    this.#detection = new Detection(context, this.#watch);
    this.#held = new HeldFiles(this.#folder, log);
    this.#returns = new ReturnToInbox(this.#folder, this.#folders, this.#contents, log);
    this.#resting = new RestingFolders(site);
  }

  /** Makes the folders; what stands against it is said by the first scan. */
  async arrive(): Promise<void> {
    await this.#detection
      .arrive()
      .then(() => this.#folders.makeBase())
      .catch(() => undefined);
  }

  scan(): Promise<ScanResult> {
    return this.#turns.add(() => this.#scanNow());
  }

  async #scanNow(): Promise<ScanResult> {
    await this.#returns.again();
    return this.#detection.scan(this.#options.settings());
  }

  claim(candidates: readonly Candidate[], newId: NewId, now: string): Promise<ClaimedFile[]> {
    return this.#turns.add(() => this.#claimNow(candidates, newId, now));
  }

  async #claimNow(candidates: readonly Candidate[], newId: NewId, now: string): Promise<ClaimedFile[]> {
    const { clock, log, settings } = this.#options;
    const context = { folder: this.#folder, channel: this.channel, folders: this.#folders, contents: this.#contents };
    const { claimed, changed, leftOut, fault } = await claimFiles(context, candidates, newId, now);
    for (const file of changed) await this.#returns.soon(file);
    if (settings().markers) await inWaves(claimed, (file) => removeMarker(join(this.#folder, file.name)));
    const heldTooLong = this.#held.note(leftOut, clock.monotonicMs(), settings().stuckMs);
    const trouble = fault ?? heldTooLong;
    if (trouble !== null && claimed.length === 0) throw trouble;
    if (fault !== null)
      log('warn', 'inbox-file-not-claimed', { path: fault.at?.file, code: fault.code, error: fault.message });
    return claimed;
  }

  syncClaims(claims: readonly ClaimedFile[]): Promise<void> {
    return syncClaims(this.#folder, this.#folders.base, claims);
  }

  /** A share that hangs holds the thread that waits for it: the one that others need must not be that thread. */
  elsewhere(): InboxElsewhere | null {
    if (isDistant(this.#folder)) return null;
    return { folder: this.#folder, claims: this.#folders.base, maxBytes: this.#options.settings().maxBytes };
  }

  async adopt(id: string, name: string, archivedAs: string, now: string): Promise<ClaimedFile> {
    const original = this.#resting.locate(archivedAs);
    await requireOriginal(original);
    return adoptOriginal(this.#folders, { id, channel: this.channel, name, claimedAt: now }, original);
  }

  claimed(): Promise<ClaimedFile[]> {
    return claimsOnDisk(this.#folder, this.channel, this.#folders);
  }

  read(claim: ClaimedFile): Promise<Buffer> {
    return readClaim(claim, this.#options.settings().maxBytes);
  }

  pieces(claim: ClaimedFile): AsyncIterable<Uint8Array> {
    return claimPieces(claim, this.#options.settings().maxBytes);
  }

  async fingerprint(claim: ClaimedFile): Promise<string> {
    try {
      return fingerprintOf(await lstat(claim.path));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 'gone';
      throw worldFault(error, 'reading', claim.path);
    }
  }

  putBack(claim: ClaimedFile): Promise<void> {
    return this.#returns.now(claim);
  }

  async requireOriginal(archivedAs: string): Promise<void> {
    return requireOriginal(this.#resting.locate(archivedAs));
  }

  archive(claim: ClaimedFile, to: string, report: string | null): Promise<void> {
    return archiveClaim({ folders: this.#folders, resting: this.#resting }, claim, to, report);
  }

  archiveBytes(bytes: Buffer, to: string, report: string | null): Promise<void> {
    return archiveBytes(this.#resting, bytes, to, report);
  }

  archiveBeginning(
    claim: ClaimedFile,
    decided: { bytes: number; sha256: string },
    to: string,
    report: string | null,
  ): Promise<boolean> {
    return archiveBeginning(this.#resting, claim, decided, to, report);
  }

  onHint(callback: () => void): void {
    if (!this.#options.once) this.#watch.onHint(callback);
  }

  async close(): Promise<void> {
    await this.#watch.close();
    await this.#turns.onIdle();
    await this.#folders.clear();
  }
}
