import { describe, expect, it } from 'vitest';
import { placesOf, straceWith } from './faults/traced-calls.ts';

/** What strace writes with `-f -y`: the first thread is the main one, 12 is the pool's. */
const RECORD = `
11 openat(AT_FDCWD</home>, "/usr/lib/node.js", O_RDONLY) = 3</usr/lib/node.js>
11 openat(AT_FDCWD</home>, "/site/state/ledger.db", O_RDWR) = 4</site/state/ledger.db>
11 pwrite64(4</site/state/ledger.db>, "..."..., 4096, 0) = 4096
12 openat(AT_FDCWD</home>, "/site/inbox/a.xml", O_RDONLY <unfinished ...>
11 pwrite64(4</site/state/ledger.db>, "..."..., 4096, 4096) = 4096
12 <... openat resumed>) = 5</site/inbox/a.xml>
12 fsync(5</site/inbox/a.xml>) = 0
12 rename("/elsewhere/x", "/elsewhere/y") = 0
12 rename("/site/inbox/a.xml", "/site/inbox/.claimed/a.xml") = 0
12 close(5</site/inbox/a.xml>) = 0
`;

describe('the places at which faults are injected', () => {
  it('are the calls on the site, counted for each thread and call on its own', () => {
    expect(placesOf(RECORD, '/site')).toEqual([
      { call: 'openat', nth: 2, thread: 'any' },
      { call: 'pwrite64', nth: 1, thread: 'any' },
      { call: 'openat', nth: 1, thread: 'pool' },
      { call: 'pwrite64', nth: 2, thread: 'any' },
      { call: 'fsync', nth: 1, thread: 'any' },
      { call: 'rename', nth: 2, thread: 'any' },
    ]);
  });

  it('are handed to strace as the Nth call of a thread', () => {
    const options = straceWith('/record', { call: 'rename', nth: 7, thread: 'any' }, 'signal=KILL');
    expect(options).toContain('inject=rename:signal=KILL:when=7');
  });
});
