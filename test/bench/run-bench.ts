import { cp } from 'node:fs/promises';
import { unmet } from '../campaign/needs.table.ts';
import { makeSite, removeSite } from '../support/site.ts';
import { ASSIGNMENT_CASES } from './assignment-case.table.ts';
import type { BenchOrder } from './bench-order.ts';
import { atLeast, atMost, type BenchRow, benchTable, figure } from './bench-table.ts';
import { newFolder, removeFolders } from './bench-folders.ts';
import { takeInWorld } from './bench-world.ts';
import { type Contestant, floorWith, ordrebroOn } from './contestants.ts';
import { fillLedger } from './fill-ledger.ts';
import { fillOrders } from './fill-orders.ts';
import { largeFileRows } from './large-file-rows.ts';
import { measureCost } from './measure-cost.ts';
import { measureLatency } from './measure-latency.ts';
import { measureLineAssignment } from './measure-line-assignment.ts';
import { measureLongInvoice } from './measure-long-invoice.ts';
import { measureMapping } from './measure-mapping.ts';
import { measureMemory } from './measure-memory.ts';
import { measureThroughput } from './measure-throughput.ts';
import { median, percentile } from './statistics.ts';
import { floorSystemCalls } from './system-calls.ts';

/** The sites that rounds are copied from, and what Ordrebro's outputs weigh. */
interface Ground {
  order: BenchOrder;
  empty: string;
  sizes: { result: number; answer: number };
}

/** Runs the parts that are asked for, prints the table, and gives the exit code: 1 when a target is missed. */
export async function runBench(order: BenchOrder): Promise<number> {
  const site = await makeSite();
  say(`orders 1 to ${order.files} are taken in ...`);
  await takeInWorld(site, 1, order.files);
  const first = await measureThroughput(ordrebroOn('first look', site.dir), Math.min(200, order.files));
  const ground = { order, empty: site.dir, sizes: { result: first.resultBytes, answer: first.answerBytes } };
  say(`a result has ${first.resultBytes} bytes, an acknowledgement ${first.answerBytes}`);
  const rows: BenchRow[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (order.only !== null && !order.only.includes(name)) continue;
    rows.push(...(await part(ground)));
  }
  await removeSite(site);
  await removeFolders();
  process.stdout.write(`${benchTable(rows)}\n`);
  return rows.some((row) => row.target?.kept === false) ? 1 : 0;
}

const PARTS: Record<string, (ground: Ground) => Promise<BenchRow[]>> = {
  throughput,
  latency,
  history,
  memory,
  large,
  long,
  assignment,
  'order-lines': orderLines,
  mapping,
};

/** What a mapping costs beside the reading that every program has to do. */
async function mapping({ order }: Ground): Promise<BenchRow[]> {
  const costs = await measureMapping(Math.max(order.rounds, 5));
  return costs.map(({ what, mapped, read }) =>
    atMost(`${what}: read and mapped, against read`, mapped, read, 'ms of a processor', 1.5),
  );
}

async function throughput({ order, empty, sizes }: Ground): Promise<BenchRow[]> {
  const [ours = [], floors = []] = await rates([ordrebroOn('Ordrebro', empty), floorWith(sizes)], order);
  const row = atLeast(
    `files/s, ${order.files} invoices of 10 kB, all durable, against the floor`,
    median(ours),
    median(floors),
    'files/s',
    0.5,
  );
  const missing = unmet(['strace']);
  if (missing.length > 0) say(`system calls of the floor: not counted, ${missing.join('; ')}`);
  else
    say(
      `system calls of the floor per file: ${JSON.stringify(await floorSystemCalls(sizes), (_key, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value))}`,
    );
  return [row];
}

async function latency({ order, empty, sizes }: Ground): Promise<BenchRow[]> {
  const contestants = [ordrebroOn('Ordrebro', empty), floorWith(sizes)];
  const times: number[][] = contestants.map(() => []);
  for (let round = 1; round <= order.rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const measured = await measureLatency(contestant, Math.ceil(order.loneFiles / order.rounds));
      times[index]?.push(...measured);
      say(`latency, round ${round}, ${contestant.name}: median ${median(measured).toFixed(1)} ms`);
    }
  }
  const [ours = [], floors = []] = times;
  return [
    atMost(`latency of a lone file, median of ${ours.length}`, median(ours), median(floors), 'ms', 5),
    {
      ...atMost(`latency of a lone file, 99th percentile`, percentile(ours, 99), percentile(floors, 99), 'ms', 5),
      target: null,
    },
  ];
}

async function history({ order, empty }: Ground): Promise<BenchRow[]> {
  const filled = await newFolder();
  await cp(empty, filled, { recursive: true });
  say(`${order.documents} documents are put into a ledger ...`);
  await fillLedger(filled, order.documents);
  const [full = [], none = []] = await rates(
    [ordrebroOn(`${order.documents} documents`, filled), ordrebroOn('no documents', empty)],
    order,
  );
  return [
    atLeast(
      `files/s with ${order.documents} documents in the ledger, against an empty one`,
      median(full),
      median(none),
      'files/s',
      0.9,
    ),
  ];
}

async function memory({ order, empty }: Ground): Promise<BenchRow[]> {
  const peak = await measureMemory(ordrebroOn('Ordrebro', empty), order.waiting, Math.min(3_000, order.waiting));
  return peak === null ? [] : [figure(`peak memory with ${order.waiting} files waiting`, peak, 'MB', 300)];
}

function large({ order, empty }: Ground): Promise<BenchRow[]> {
  return largeFileRows(ordrebroOn('Ordrebro', empty), order.largeOrders, say);
}

async function long({ order, empty }: Ground): Promise<BenchRow[]> {
  const ms = await measureLongInvoice(ordrebroOn('Ordrebro', empty), order.longLines);
  return [figure(`one invoice of ${order.longLines} lines, drop to answer`, ms, 'ms', null)];
}

async function assignment({ order }: Ground): Promise<BenchRow[]> {
  return ASSIGNMENT_CASES.map((given) => {
    const { matching, reading } = measureLineAssignment(given, order.rounds);
    return atMost(given.what, matching, reading, 'ms', given.target);
  });
}

/** The few stored order lines stand beside the orders of the invoices in both sites. */
async function orderLines({ order, empty }: Ground): Promise<BenchRow[]> {
  const sizes = [order.orderLines, Math.ceil(order.orderLines / 1000)];
  const contestants: Contestant[] = [];
  for (const size of sizes) {
    const filled = await newFolder();
    await cp(empty, filled, { recursive: true });
    say(`${size} order lines are put into a ledger ...`);
    await fillOrders(filled, size);
    contestants.push(ordrebroOn(`${size} order lines`, filled));
  }
  const costs: number[][] = contestants.map(() => []);
  for (let round = 1; round <= order.rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const cost = await measureCost(contestant, Math.floor(order.files / 1.1));
      if (cost === null) return [];
      costs[index]?.push(cost);
      say(`cost, round ${round} of ${order.rounds}, ${contestant.name}: ${cost.toFixed(2)} ms an invoice`);
    }
  }
  const [many = [], few = []] = costs;
  const what = `processor time of an invoice with ${sizes[0]} stored order lines, against ${sizes[1]}`;
  return [atMost(what, median(many), median(few), 'ms', 1.2)];
}

/** Rounds, interleaved: what disturbs the machine disturbs all contestants alike. Files a second of each. */
async function rates(contestants: readonly Contestant[], order: BenchOrder): Promise<number[][]> {
  const measured: number[][] = contestants.map(() => []);
  for (let round = 1; round <= order.rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const { filesPerSecond } = await measureThroughput(contestant, order.files);
      measured[index]?.push(filesPerSecond);
      say(`throughput, round ${round} of ${order.rounds}, ${contestant.name}: ${filesPerSecond.toFixed(0)} files/s`);
    }
  }
  return measured;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
