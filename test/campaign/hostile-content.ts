import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { ReadResult } from '../../src/domain/decision.ts';
import { readShipped } from '../support/shipped-mappings.ts';
import { chance } from '../support/random.ts';
import { type HostileCase, LARGE_CASES, SPOILS } from './hostile-case.table.ts';
import { type Good, goodFiles } from './hostile-material.ts';

/**
 * Campaign F11: hostile content. Files are spoiled and read in a worker thread, which reports as it goes; when it
 * falls silent, that is a hang. A violation is a throw, a beginning of a file that is understood, an invoice that
 * differs from the whole one, a refusal without code, place and repair, too much memory, and a hang.
 */
export interface HostileReport {
  runs: number;
  violations: string[];
}

const SILENCE_MS = 120_000;
const MOST_MEMORY_MB = 400;
const REPORT_EVERY = 100;
const LARGE_BYTES = 1_000_000;
const FULL_CAMPAIGN = 100_000;

/** Reads `count` hostile files, the same ones for the same seed, and the large ones besides. From 100,000 on, every cut is among them. */
export function runHostileContent(count: number, seed: number): Promise<HostileReport> {
  const worker = new Worker(import.meta.filename, { workerData: { hostileContent: { count, seed } } });
  const report: HostileReport = { runs: 0, violations: [] };
  return new Promise((resolve, reject) => {
    let silence: NodeJS.Timeout;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        report.violations.push(`a hang after ${report.runs} files (seed ${seed})`);
        void worker.terminate();
      }, SILENCE_MS);
    };
    listen();
    worker.on('message', (news: HostileReport) => {
      listen();
      report.runs = news.runs;
      report.violations.push(...news.violations);
    });
    worker.on('error', (error) => {
      clearTimeout(silence);
      reject(error);
    });
    worker.on('exit', () => {
      clearTimeout(silence);
      resolve(report);
    });
  });
}

/**
 * Two of three files are cut ones, visited by a stride that comes to every place once. A full campaign cuts every
 * file at every byte, which may be more than two of three.
 */
function* hostileCases(count: number, seed: number): Generator<HostileCase, void, undefined> {
  const { invoices, documents } = goodFiles();
  const all = [...invoices, ...documents];
  const places = all.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const random = chance(seed).fraction;
  const start = Math.floor(random() * places);
  const stride = strideFor(places);
  const spoiled = Math.floor(count / 3);
  const cuts = count >= FULL_CAMPAIGN ? Math.max(places, count - spoiled) : count - spoiled;
  for (let n = 0; n < Math.max(cuts, spoiled); n += 1) {
    if (n < cuts) yield cutAt(all, (start + n * stride) % places);
    if (n < spoiled) yield spoil(all, n, random);
  }
}

function spoil(all: readonly Good[], n: number, random: () => number): HostileCase {
  const ways = Object.entries(SPOILS);
  const [what, way] = ways[n % ways.length] as (typeof ways)[number];
  const good = all[Math.floor(random() * all.length)] as Good;
  return { what: `${what} in ${good.name}`, file: { ...good, bytes: way(good, random) } };
}

/** Near the golden section, and odd steps onwards until it shares no divisor with the number of places. */
function strideFor(places: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.floor(places * 0.618) | 1;
  while (divisor(stride, places) !== 1) stride += 2;
  return stride;
}

function cutAt(all: readonly Good[], place: number): HostileCase {
  let left = place;
  for (const good of all) {
    if (left < good.bytes.length)
      return {
        what: `${good.name} cut at byte ${left}`,
        file: { ...good, bytes: good.bytes.subarray(0, left) },
        cutFrom: good,
      };
    left -= good.bytes.length;
  }
  throw new Error('a place beyond all files');
}

/** Everything that is wrong with how a file was read. */
function violationsOf({ what, file, cutFrom }: HostileCase): string[] {
  let result: ReadResult;
  try {
    result = readShipped({ fileId: 'F', ...file });
  } catch (error) {
    return [`${what}: threw ${(error as Error).stack}`];
  }
  const { documents, findings } = result;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (documents.length === 0 && errors.length === 0) return [`${what}: neither a document nor an error`];
  const unclear = errors.filter(
    ({ code, message, hint, at }) => !(code && message && hint && (at?.line ?? 0) > 0 && (at?.column ?? 0) > 0),
  );
  if (unclear.length > 0) return [`${what}: an error without place or repair: ${JSON.stringify(unclear[0])}`];
  return cutFrom === undefined || documents.length === 0 ? [] : understoodCut(what, file, cutFrom, documents);
}

/** A cut file may be understood only where nothing but white space, comments and instructions was cut off, and then as the whole. */
function understoodCut(what: string, file: Good, whole: Good, documents: ReadResult['documents']): string[] {
  const lost = whole.bytes.subarray(file.bytes.length).toString('latin1').replace(/\0/g, '');
  if (!/^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*$/.test(lost))
    return [`${what}: understood, although it is only the beginning`];
  const same = isDeepStrictEqual(readShipped({ fileId: 'F', ...whole }).documents, documents);
  return same ? [] : [`${what}: understood otherwise than the whole file`];
}

function* allCases(count: number, seed: number): Generator<HostileCase, void, undefined> {
  yield* hostileCases(count, seed);
  for (const { what, name, bytes } of LARGE_CASES) {
    yield { what, file: { name, channel: name.endsWith('.xml') ? 'invoices' : 'visma', bytes: bytes() } };
  }
}

/** Memory that reading one file took beside the file itself. Garbage of earlier files is no part of it. */
function memoryOf(hostile: HostileCase, collectGarbage: () => void, run: () => void): string[] {
  if (hostile.file.bytes.length < LARGE_BYTES) {
    run();
    return [];
  }
  collectGarbage();
  const before = process.memoryUsage.rss();
  run();
  const megabytes = (process.memoryUsage.rss() - before + hostile.file.bytes.length) / 1_000_000;
  return megabytes > MOST_MEMORY_MB ? [`${hostile.what}: ${Math.round(megabytes)} MB of memory`] : [];
}

function work(count: number, seed: number): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  let runs = 0;
  let violations: string[] = [];
  for (const hostile of allCases(count, seed)) {
    violations.push(...memoryOf(hostile, collectGarbage, () => violations.push(...violationsOf(hostile))));
    runs += 1;
    if (runs % REPORT_EVERY !== 0 && hostile.file.bytes.length < LARGE_BYTES) continue;
    parentPort?.postMessage({ runs, violations } satisfies HostileReport);
    violations = [];
  }
  parentPort?.postMessage({ runs, violations } satisfies HostileReport);
}

if (!isMainThread && workerData?.hostileContent !== undefined)
  work(workerData.hostileContent.count, workerData.hostileContent.seed);
