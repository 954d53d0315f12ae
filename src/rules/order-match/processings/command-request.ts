import type { Command } from '../../../domain/documents.generated.ts';
import type { ProcessingAction, ProcessingRequest } from './processing.ts';

/** What an action asks for, wherever it comes from: the command line, a command file, a screen. */
export type AskedProcessing = Pick<Command, 'action' | 'lines' | 'order' | 'product' | 'reason'>;

/** The request of an action. `by`: as the audit writes who asks. */
export function commandRequest(asked: AskedProcessing, by: string): ProcessingRequest {
  const { action, lines = [], order, product, reason } = asked;
  return {
    action: action.slice('invoice-'.length) as ProcessingAction,
    lines,
    ...(order === undefined ? {} : { order }),
    ...(product === undefined ? {} : { product }),
    by,
    reason,
  };
}
