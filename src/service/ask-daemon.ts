import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { Fault } from '../domain/fault.ts';
import { controlAddress } from './control-address.ts';
import type { ActionOutcome, ActionRequest } from './operator-action.ts';

/**
 * Asks the daemon of a site to do an action; undefined where no daemon listens. From the moment that one has taken
 * the call, the action may be done: whatever breaks after it, nobody may do it once more without looking. Rejects
 * with the fault `NOT_REACHABLE` when the call breaks before the answer.
 */
export function askDaemon(site: string, request: ActionRequest): Promise<ActionOutcome | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(controlAddress(site));
    let connected = false;
    socket.on('error', (cause) => {
      if (connected) reject(interrupted(cause));
      else resolve(undefined);
    });
    socket.once('connect', () => {
      connected = true;
      socket.write(`${JSON.stringify(request)}\n`);
      const lines = createInterface(socket);
      lines.on('error', () => undefined); // readline repeats the socket's error, which is dealt with above
      lines.once('line', (line) => {
        try {
          resolve(JSON.parse(line) as ActionOutcome);
        } catch (cause) {
          reject(interrupted(cause)); // half an answer: the daemon ended while it wrote
        }
        socket.end();
      });
      socket.once('close', () => reject(interrupted(undefined)));
    });
  });
}

function interrupted(cause: unknown): Fault {
  return new Fault('NOT_REACHABLE', 'The daemon ended before it answered.', {
    hint: 'Start it again and look with `ordrebro show` whether the action was done: it is, or it is not, never half.',
    cause,
  });
}
