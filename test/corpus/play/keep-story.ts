import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalFile, type WorldDocument } from '../../support/base-world.ts';
import type { Verdict } from '../judge/judge-document.ts';
import type { Story } from '../story.ts';
import { masterData } from '../world/dropped.ts';
import type { Answers } from './answers.ts';

/** Writes a story with everything that is needed to play it alone: master data, orders, invoices, the truth, the answers, the verdict. */
export async function keepStory(
  folder: string,
  story: Story,
  answers: Answers,
  verdicts: readonly Verdict[],
): Promise<void> {
  const own = join(folder, story.id);
  await mkdir(own, { recursive: true });
  const write = (name: string, content: string) => writeFile(join(own, name), content);
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  await write('1-master-data.json', canonicalFile(onlyWhatIsUsed(story)));
  await write('2-orders.json', canonicalFile(story.dropped.flatMap(({ documents }) => [...documents])));
  for (const document of story.documents) await write(document.file, document.text);
  const truths = story.documents.map(({ file, draft, expected }) => ({ file, truth: draft.truth, expected }));
  await write('truth.json', json({ story: story.id, className: story.className, documents: truths }));
  const results = story.documents.flatMap(({ file }) => {
    const key = answers.acknowledgements.get(file)?.[0]?.documents[0]?.key;
    return key === undefined ? [] : (answers.results.get(key) ?? []);
  });
  await write('results.json', json(results));
  await write('verdicts.json', json(verdicts));
}

/** The supplier, and the products that the orders have: the whole catalogue would hide the case. */
function onlyWhatIsUsed({ supplier, orders, documents }: Story): WorldDocument[] {
  const ordered = new Set(orders.flatMap(({ lines }) => lines.map(({ product }) => product)));
  const said = new Set(documents.flatMap(({ draft }) => draft.spec.lines.flatMap(({ sku, gtin }) => [sku, gtin])));
  const products = supplier.products.filter((one) => ordered.has(one) || said.has(one.sku) || said.has(one.gtin));
  return masterData([{ ...supplier, products }]);
}
