import { FAULTS, type FaultCode } from '../../domain/fault.table.ts';
import { type OperatorAction, performAction } from '../../service/operator-actions.ts';
import { askActor } from '../ask-actor.ts';
import { PROCESSING_ACTIONS } from '../../rules/order-match/processings/allowed-processings.ts';
import type { ProcessingAction } from '../../rules/order-match/processings/processing.ts';
import { exitOfFault } from '../exit-code.table.ts';
import { argument, flagOption, listOption, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';

/** The action that each command asks for: the only thing in which they differ. */
const ACTIONS: Readonly<Record<string, (input: CommandInput) => OperatorAction>> = {
  'channel pause': (input) => ({ action: 'channel-pause', channel: argument(input, 'NAME') }),
  'channel resume': (input) => ({
    action: 'channel-resume',
    channel: argument(input, 'NAME'),
    acceptNewOutbox: flagOption(input, 'accept-new-outbox'),
  }),
  'alert mute': (input) => ({ action: 'alert-mute', key: argument(input, 'ID') }),
  'file replay': (input) => ({ action: 'file-replay', key: argument(input, 'KEY') }),
  'file handle': (input) => ({ action: 'file-handle', key: argument(input, 'KEY') }),
  'delivery resend': (input) => ({ action: 'delivery-resend', key: argument(input, 'KEY') }),
  'delivery handle': (input) => ({ action: 'delivery-handle', key: argument(input, 'KEY') }),
  ...Object.fromEntries(PROCESSING_ACTIONS.map((action) => [`invoice ${action}`, invoiceAction(action)])),
  'learned-link confirm': (input) => ({ action: 'learned-link-confirm', key: argument(input, 'KEY') }),
  'learned-link revoke': (input) => ({ action: 'learned-link-revoke', key: argument(input, 'KEY') }),
};

function invoiceAction(action: ProcessingAction): (input: CommandInput) => OperatorAction {
  return (input) => {
    const [order, product] = [textOption(input, 'order'), textOption(input, 'product')];
    return {
      action: `invoice-${action}`,
      key: argument(input, 'KEY'),
      lines: [...listOption(input, 'line')],
      ...(order === undefined ? {} : { order }),
      ...(product === undefined ? {} : { product }),
      ...(flagOption(input, 'accept-duplicate') ? { acceptDuplicate: true } : {}),
    };
  };
}

/** An operator action: with its actor to the daemon, or done under the site's lock. A refusal ends `problems` with its code, a fault as it does elsewhere. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const action = ACTIONS[input.command];
  if (action === undefined) throw new Error(`no action is declared for the command ${input.command}`);
  const actor = await askActor(input);
  const outcome = await performAction(input.site, action(input), actor, input.now, input.language);
  if (outcome.done)
    return { exit: 'done', data: { message: outcome.message, result: outcome.data ?? null }, text: outcome.message };
  const code = outcome.code ?? 'ACTION_REFUSED';
  return {
    exit: isFaultCode(code) ? exitOfFault(code) : 'problems',
    data: null,
    text: '',
    refusal: { code, message: outcome.message, hint: `"ordrebro explain ${code}" tells more.` },
  };
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}
