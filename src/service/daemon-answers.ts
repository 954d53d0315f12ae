import { createConnection } from 'node:net';
import { controlAddress } from './control-address.ts';

/** Does a daemon work on this site? Its lock is not touched: only the door is knocked on. `site`: its absolute path. */
export function daemonAnswers(site: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(controlAddress(site));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
