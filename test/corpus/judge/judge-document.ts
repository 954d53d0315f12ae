import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import type { Answers } from '../play/answers.ts';
import type { Story, StoryDocument } from '../story.ts';
import { wrongLinks } from './wrong-links.ts';
import { wrongMoney } from './wrong-money.ts';

/** What became of an invoice, and what of that is wrong. */
export interface Verdict {
  story: string;
  file: string;
  className: string;
  /** The status, or the outcome of a file without one. */
  status: string;
  touchless: boolean;
  /** Is it right that it passes by itself? */
  mayPass: boolean;
  /** Codes of all reasons. */
  reasons: readonly string[];
  /** Received on the wrong line, with wrong money, or at all where nobody may. */
  falseAccepts: string[];
  /** Not what the class promises, and harmless. */
  unexpected: string[];
}

/** Compares what came out with what is true. Nothing of the rules is used for it. */
export function judgeDocument(story: Story, document: StoryDocument, answers: Answers): Verdict {
  const { file, className, expected } = document;
  const [answer, ...more] = answers.acknowledgements.get(file) ?? [];
  const mayPass = expected.statuses[0] === 1;
  const verdict = {
    story: story.id,
    file,
    className,
    mayPass,
    touchless: false,
    reasons: [],
    falseAccepts: [],
    unexpected: [],
  };
  if (answer === undefined) return { ...verdict, status: 'none', unexpected: ['The file was not answered.'] };
  const twice = more.length > 0 ? ['The file was answered more than once.'] : [];
  const results = answers.results.get(answer.documents[0]?.key ?? '') ?? [];
  if (expected.outcome !== undefined) {
    const other =
      answer.outcome === expected.outcome ? [] : [`The file is ${answer.outcome}, not ${expected.outcome}.`];
    const taken = expected.outcome === 'rejected' && results.some(({ receipt }) => receipt !== null);
    return {
      ...verdict,
      status: answer.outcome,
      falseAccepts: taken ? ['Received, although the file cannot be read.'] : [],
      unexpected: [...twice, ...other],
    };
  }
  const last = results.at(-1);
  if (last === undefined) return { ...verdict, status: answer.outcome, unexpected: [...twice, 'There is no result.'] };
  return {
    ...verdict,
    status: String(last.status.code),
    touchless: last.status.code === 1,
    reasons: [...new Set(last.reasons.map(({ code }) => code))],
    falseAccepts: falseAccepts(story, document, results),
    unexpected: [...twice, ...otherThanExpected(document, last)],
  };
}

function falseAccepts(story: Story, document: StoryDocument, results: readonly OrderMatchResult[]): string[] {
  const last = results.at(-1);
  const received = results.filter(({ receipt, status }) => receipt !== null || status.code === 1);
  if (last === undefined || received.length === 0) return [];
  if (!document.expected.statuses.includes(1)) {
    return [
      `Received, but ${document.expected.statuses.join(' or ')} is right (${document.expected.reasons.join(', ')}).`,
    ];
  }
  const receipts = new Set(received.flatMap(({ receipt }) => receipt?.receiptId ?? []));
  const doubled = receipts.size > 1 ? [`Received ${receipts.size} times.`] : [];
  return [...doubled, ...wrongLinks(story, document, last), ...wrongMoney(story, document, last)];
}

function otherThanExpected({ expected }: StoryDocument, result: OrderMatchResult): string[] {
  const { code } = result.status;
  const codes = new Set<string>(result.reasons.map((reason) => reason.code));
  const missing = expected.reasons.filter((reason) => !codes.has(reason));
  return [
    ...(expected.statuses.includes(code) ? [] : [`Status ${code}, not ${expected.statuses.join(' or ')}.`]),
    ...missing.map((reason) => `The reason ${reason} is missing.`),
  ];
}
