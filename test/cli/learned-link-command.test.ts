import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { inTransaction } from '../../src/pipeline/in-transaction.ts';
import { putLearnedLink } from '../../src/rules/order-match/learned/put-learned-link.ts';
import { newId } from '../../src/service/new-id.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { learnedLink } from '../rules/learned/learned-world.ts';
import { commandInProcess } from '../support/command-in-process.ts';
import { siteWithWorld } from '../support/run-in-process.ts';

const KEY = '50001/sellers-item-id/x-1/C/1';

async function siteWithLink() {
  const site = await siteWithWorld();
  const clock = systemClock(null);
  const ledger = await openLedger({ file: join(site.dir, 'state', 'ledger.db'), clock, newId });
  await inTransaction(ledger, (transaction) =>
    transaction.apply([putLearnedLink(learnedLink())], 'user:kari', clock.now(), null),
  );
  await ledger.close();
  return async (...words: string[]) => {
    const { code, stdout } = await commandInProcess([...words, '--json'], { site: site.dir });
    return { code, ...(JSON.parse(stdout) as Record<string, unknown>) };
  };
}

describe('learned links from the command line', () => {
  it('are listed, shown by a beginning of their key, confirmed and revoked with a reason', async () => {
    const ordrebro = await siteWithLink();
    expect(await ordrebro('list', 'learned-link')).toMatchObject({
      code: 0,
      data: [{ key: KEY, party: '50001', number: 'X-1', status: 'unconfirmed' }],
    });
    expect(await ordrebro('show', 'learned-link', '50001/sellers')).toMatchObject({
      code: 0,
      data: { key: KEY, content: { productNo: 'C' }, touched: { total: 0, newest: [] } },
    });
    expect(await ordrebro('learned-link', 'revoke', KEY)).toMatchObject({
      code: 2,
      fault: { code: 'REASON_REQUIRED' },
    });
    const why = ['--reason', 'asked the supplier', '--user', 'kari'];
    expect(await ordrebro('learned-link', 'confirm', KEY, ...why)).toMatchObject({ code: 0 });
    expect(await ordrebro('learned-link', 'revoke', KEY, ...why)).toMatchObject({
      code: 0,
      data: { message: expect.stringContaining('No invoice has used it') },
    });
    expect(await ordrebro('list', 'learned-link', 'status:revoked')).toMatchObject({ data: [{ key: KEY }] });
    expect(await ordrebro('learned-link', 'confirm', KEY, ...why)).toMatchObject({
      code: 1,
      ok: false,
      fault: { code: 'ACTION_REFUSED' },
    });
  });
});
