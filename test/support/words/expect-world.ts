import { expect } from 'vitest';
import type { ShownSupplierInvoice } from '../../../src/service/show-supplier-invoice.ts';
import { onlyKeys } from './only-keys.ts';
import type { Play } from './play-scenario.ts';
import type { Told, ToldMap } from './scenario.ts';
import { documentOfFile, toldAcks, toldOutbox } from './told-outputs.ts';
import { toldInvoice } from './told-result.ts';

type Expectation = (play: Play, told: Told, where: string) => Promise<void>;

/** What can be expected of the world after a step. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  acks: async ({ site }, told, where) => expect(await toldAcks(site), where).toMatchObject(told as ToldMap),
  invoices: each(expectInvoice),
  orders: each(expectOrder),
  outbox: each(async ({ site }, folder, told, where) => expect(await toldOutbox(site, folder), where).toEqual(told)),
  alerts: async (play, told, where) => {
    const alerts = (await shown(play, ['list', 'alert'])) as { code: string; clearedAt: string | null }[];
    const open = alerts.filter(({ clearedAt }) => clearedAt === null);
    expect(open.map(({ code }) => code).sort(), where).toEqual(told);
  },
  listed: each(async (play, query, told, where) => {
    const rows = (await shown(play, ['list', ...query.split(' ')])) as unknown[];
    expect(String(rows.length), where).toEqual(told);
  }),
  shown: each(async (play, what, told, where) => {
    expect(asText(await shown(play, ['show', ...what.split(' ')])), where).toMatchObject(told as ToldMap);
  }),
};

/** Compares what is expected, part by part, with what the site shows, has sent and has answered. */
export async function expectWorld(play: Play, told: ToldMap, where: string): Promise<void> {
  onlyKeys(told, Object.keys(EXPECTATIONS), where);
  for (const [name, part] of Object.entries(told)) await EXPECTATIONS[name]?.(play, part, `${where}, ${name}`);
}

async function expectInvoice(play: Play, file: string, told: Told, where: string): Promise<void> {
  const { has, ...words } = told as ToldMap;
  const invoice = await shown(play, ['show', 'supplier-invoice', await documentOfFile(play.site, file)]);
  const said: Record<string, unknown> = toldInvoice(invoice as ShownSupplierInvoice);
  onlyKeys(words, Object.keys(said), where);
  for (const [name, part] of Object.entries(words)) {
    const own = said[name];
    // A list that is too long to write is counted.
    const actual = Array.isArray(own) && typeof part === 'string' ? String(own.length) : own;
    expect(actual, `${where} ${name}`).toEqual(part);
  }
  if (has !== undefined) expect(asText(invoice), where).toMatchObject(has as ToldMap);
}

async function expectOrder(play: Play, orderNo: string, told: Told, where: string): Promise<void> {
  const order = asText(await shown(play, ['show', 'purchase-order', orderNo])) as ToldMap;
  const lines = Object.fromEntries((order['lines'] as ToldMap[]).map((line) => [String(line['lineNo']), line]));
  expect({ ...order, lines }, where).toMatchObject(told as ToldMap);
}

function each(one: (play: Play, name: string, told: Told, where: string) => Promise<void>): Expectation {
  return async (play, told, where) => {
    for (const [name, part] of Object.entries(told as ToldMap)) await one(play, name, part, `${where} ${name}`);
  };
}

async function shown(play: Play, words: readonly string[]): Promise<unknown> {
  const { ok, data, fault } = await play.command(words);
  expect({ ok, fault }, words.join(' ')).toMatchObject({ ok: true });
  return data;
}

/** Numbers of JSON as the scenarios write them. */
function asText(value: unknown): Told {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'number' ? String(one) : one,
  ) as Told;
}
