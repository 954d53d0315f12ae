import { lastWords, runOnce } from '../support/daemon.ts';
import { type Chance, chance } from '../support/random.ts';
import { makeSite, removeSite } from '../support/site.ts';
import { ublTemplate } from '../support/ubl-template.ts';
import { type CampaignOrder, type CampaignOutcome, campaignSettings } from './campaign.ts';
import { checkSite } from './check-site.ts';
import { runHostileContent } from './hostile-content.ts';
import { type Drop, drop } from './load/drop.ts';
import { startReader } from './load/reader.ts';

/** Of so many contents that are only read, one goes the whole path through a site. */
const READ_PER_DROPPED = 20;
const FILES_PER_SITE = 50;

/**
 * F11: hostile content. Most of it is read only, which is where it can do harm, and thousands a second can be
 * tried; a sample goes the whole path, and every file of it must be answered, none of it as an invoice.
 */
export async function hostileContent(order: CampaignOrder): Promise<CampaignOutcome> {
  const read = await runHostileContent(order.runs, order.seed);
  order.say(`F11 ${read.runs} contents read, ${read.violations.length} violations`);
  const outcome: CampaignOutcome = { runs: read.runs, violations: [...read.violations], notes: [] };
  const files = Math.max(FILES_PER_SITE, Math.floor(order.runs / READ_PER_DROPPED));
  for (let done = 0; done < files; done += FILES_PER_SITE) {
    outcome.violations.push(...(await wholePath(order.seed + done)));
    order.say(`F11 ${done + FILES_PER_SITE} files through the whole path, ${outcome.violations.length} violations`);
  }
  outcome.runs += files;
  outcome.notes.push(`${read.runs} contents read, ${files} dropped into a site`);
  return outcome;
}

async function wholePath(seed: number): Promise<string[]> {
  const choice = chance(seed);
  const site = await makeSite({ settings: campaignSettings() });
  const drops: Drop[] = [];
  for (let number = 0; number < FILES_PER_SITE; number += 1) {
    const { ending, content } = choice.pick(HOSTILE)(choice, number);
    drops.push(
      await drop(site, { channel: choice.pick(['invoices', 'visma']), name: `hostile-${number}.${ending}`, content }),
    );
  }
  const { code, stderr, timedOut } = await runOnce(site);
  const reader = startReader(site, null);
  await reader.stop();
  const accepted = reader.taken.flatMap(({ answer }) =>
    answer === null || answer.outcome === 'rejected' || answer.outcome === 'duplicate' ? [] : [answer],
  );
  const violations = [
    ...(code === 0 || code === 1
      ? []
      : [`I11: the run ended with ${timedOut ? 'a timeout' : code}: ${lastWords(stderr)}`]),
    ...accepted.map((answer) => `I12: ${answer.fileName} was taken as whole and ${answer.outcome}`),
    ...reader.violations,
    ...(await checkSite({ site, drops, taken: reader.taken })),
  ];
  if (violations.length === 0) await removeSite(site);
  return violations.map((text) => `${text} [seed ${seed}, ${site.dir}]`);
}

const INVOICE = ublTemplate({
  family: 'peppol-bis-3',
  kind: 'invoice',
  lines: [{ sku: 'A-100', quantity: '10', price: '100.00' }],
});

type Hostile = (choice: Chance, number: number) => { ending: string; content: string | Uint8Array };

/** Kinds of content of which none may ever be taken for a whole document. */
const HOSTILE: readonly Hostile[] = [
  (choice, number) => {
    const whole = INVOICE(`H-${number}`, '1001');
    return { ending: 'xml', content: whole.slice(0, choice.between(0, whole.length - 12)) };
  },
  (_, number) => ({
    ending: 'xml',
    content: INVOICE(`H-${number}`, '1001')
      .replace('?>', '?><!DOCTYPE i [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
      .replace('1001', '&e;'),
  }),
  (choice, number) => {
    const bytes = Buffer.from(INVOICE(`H-${number}`, '1001'));
    bytes[bytes.indexOf('Bod') + 3] = choice.pick([0, 0xff, 0xc0]);
    return { ending: 'xml', content: bytes };
  },
  (_, number) => ({ ending: 'xml', content: `${'<a>'.repeat(20_000)}${number}${'</a>'.repeat(20_000)}` }),
  (_, number) => ({ ending: 'xml', content: `${INVOICE(`H-${number}`, '1001')}<Invoice/>` }),
  (_, number) => ({ ending: 'json', content: `{"document":"product","productNo":"${number}","__proto__":{"x":1}}` }),
  (_, number) => ({ ending: 'json', content: `${'['.repeat(50_000)}${number}` }),
  (_, number) => ({ ending: 'json', content: `{"document":"product","productNo":"${number}","productNo":"twice"}` }),
  (_, number) => ({ ending: 'json', content: Buffer.from([0, number, 0xfe, 0xff, 0]) }),
  (_, number) => ({ ending: 'ndjson', content: `{"document":"product","productNo":"${number}"}\n{"document":"produ` }),
  (choice, number) => ({
    ending: choice.pick(['txt', 'csv', 'xml', 'json']),
    content: `${number}${'\u0000'.repeat(choice.between(1, 2000))}`,
  }),
];
