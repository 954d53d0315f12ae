import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/service/new-id.ts';

describe('a new id', () => {
  it('is 16 characters that every file system takes, and never the same', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(ids.every((id) => /^[a-z2-7]{16}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('rises with time', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      ids.push(newId());
      await delay(2);
    }
    expect([...ids].sort()).toEqual(ids);
  });
});
