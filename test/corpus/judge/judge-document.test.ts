import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/domain/decimal.ts';
import type { Story, StoryDocument } from '../story.ts';
import { tellStory } from '../world/tell-story.ts';
import { makeWorld } from '../world/make-world.ts';
import { answersOf, perfectAnswer } from './answers-in-words.ts';
import { judgeDocument } from './judge-document.ts';

/** The corpus is worth what its judge sees: every mistake that is planted here must be found. */

/** One honest invoice for one order of two lines and another order line that looks like the first. */
function honest(change: (story: Story) => void = () => undefined): { story: Story; document: StoryDocument } {
  const row = {
    name: 'ordinary',
    scenarios: [],
    wish: { orders: 1, deliveries: 1, whole: true, noHabits: true, supplier: 'lenient', writing: { plain: true } },
  } as const;
  const wish = { ...row.wish, order: { lines: 2, repeats: 'none', discounts: false } } as const;
  const story = tellStory({ ...row, wish }, 'S1', 11, makeWorld(1));
  const [order] = story.orders;
  const [first] = order?.lines ?? [];
  const [document] = story.documents;
  if (order === undefined || first === undefined || document === undefined) throw new RangeError('no story');
  order.lines.push({ ...first, lineNo: 90 }, { ...first, lineNo: 91, project: 'P-9' });
  change(story);
  return { story, document };
}

type Answer = ReturnType<typeof perfectAnswer>;
type Transaction = NonNullable<Answer['receipt']>['productTransactions'][number];

const changed = (answer: Answer, change: Partial<Transaction>, link: Partial<Answer['links'][number]> = {}): Answer => {
  const [first, ...rest] = answer.receipt?.productTransactions ?? [];
  const [one, ...links] = answer.links;
  if (first === undefined || one === undefined) throw new RangeError('nothing was received');
  const productTransactions = [{ ...first, ...change }, ...rest];
  return {
    ...answer,
    links: [{ ...one, ...link }, ...links],
    receipt: { receiptId: 'r-1', date: '', productTransactions },
  };
};

function falseAccepts(of: (answer: Answer) => Answer): string[] {
  const { story, document } = honest();
  return judgeDocument(story, document, answersOf(document, of(perfectAnswer(story, document)))).falseAccepts;
}

describe('the judge', () => {
  it('finds nothing in a perfect answer, nor in one that took an order line like the true one', () => {
    expect(falseAccepts((answer) => answer)).toEqual([]);
    expect(falseAccepts((answer) => changed(answer, { orderLineNo: 90 }, { orderLineNo: 90 }))).toEqual([]);
  });

  it('finds the wrong line, be it of another project only', () => {
    expect(falseAccepts((answer) => changed(answer, { orderLineNo: 91 }, { orderLineNo: 91 }))).not.toEqual([]);
    expect(falseAccepts((answer) => changed(answer, {}, { orderLineNo: 91 }))).not.toEqual([]);
  });

  it('finds wrong money and wrong quantities, and lets pass what is inside the tolerance', () => {
    const more = (answer: Answer, factor: string) => {
      const [first] = answer.receipt?.productTransactions ?? [];
      return decimal(first?.amount ?? '0')
        .times(factor)
        .toFixed(2);
    };
    expect(falseAccepts((answer) => changed(answer, { amount: more(answer, '1.5') })).join()).toContain('Wrong money');
    expect(falseAccepts((answer) => changed(answer, { quantity: '900' })).join()).toContain('Wrong quantity');
    expect(falseAccepts((answer) => changed(answer, { amount: '0.00' })).join()).toContain('Wrong money');
  });

  it('finds money that is booked nowhere, or twice', () => {
    const fee = { orderNo: '', kind: 'fee', productNo: null, amount: '1.00', text: '' } as const;
    expect(falseAccepts((answer) => ({ ...answer, createdLines: [fee] })).join()).toMatch(/Wrong charge.*Booked/);
    expect(falseAccepts((answer) => changed(answer, { amount: '1.00' })).join()).toContain('Booked');
  });

  it('finds a second receipt', () => {
    const { story, document } = honest();
    const once = perfectAnswer(story, document);
    const again = { ...once, receipt: { receiptId: 'r-2', date: '', productTransactions: [] } };
    expect(judgeDocument(story, document, answersOf(document, once, again)).falseAccepts.join()).toContain('2 times');
  });

  it('finds anything that was received where nothing may be', () => {
    const { story, document } = honest();
    const expected = { statuses: [4], reasons: ['OUTSIDE_TOLERANCE'] };
    const answers = answersOf(document, perfectAnswer(story, document));
    expect(judgeDocument(story, { ...document, expected }, answers).falseAccepts).toHaveLength(1);
  });

  it('finds what was received from a file that cannot be read, and a file that was taken instead of refused', () => {
    const { story, document } = honest();
    const refused = { ...document, expected: { statuses: [], reasons: [], outcome: 'rejected' } as const };
    const verdict = judgeDocument(story, refused, answersOf(document, perfectAnswer(story, document)));
    expect(verdict.falseAccepts).toHaveLength(1);
    expect(verdict.unexpected).toEqual(['The file is accepted, not rejected.']);
  });

  it('says what is other than the class promises, which is no false accept', () => {
    const { story, document } = honest();
    const held = { ...perfectAnswer(story, document), receipt: null, status: { code: 8, name: 'awaiting' } };
    const verdict = judgeDocument(story, document, answersOf(document, held));
    expect(verdict).toMatchObject({ falseAccepts: [], unexpected: ['Status 8, not 1.'], touchless: false });
    const silent = judgeDocument(story, document, { acknowledgements: new Map(), results: new Map() });
    expect(silent.unexpected).toEqual(['The file was not answered.']);
  });
});
