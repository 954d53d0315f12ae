import type { Command } from '../../../domain/documents.generated.ts';
import type { ProcessingAction, ProcessingRequest } from './processing.ts';

/** What an action asks for, wherever it comes from: the command line, a command file, a screen. */
export interface AskedProcessing extends Pick<Command, 'lines' | 'order' | 'product' | 'acceptDuplicate' | 'reason'> {
  action: `invoice-${ProcessingAction}`;
}

/** The request of an action. `by`: as the audit writes who asks. */
export function commandRequest(asked: AskedProcessing, by: string): ProcessingRequest {
  const { action, lines = [], order, product, acceptDuplicate, reason } = asked;
  return {
    action: action.slice('invoice-'.length) as ProcessingAction,
    lines,
    ...(order === undefined ? {} : { order }),
    ...(product === undefined ? {} : { product }),
    ...(acceptDuplicate === undefined ? {} : { acceptDuplicate }),
    by,
    reason,
  };
}

/** Is it a processing of a supplier invoice, or the correction of a link? */
export function isProcessing(command: Command): command is Command & AskedProcessing {
  return command.action.startsWith('invoice-');
}
