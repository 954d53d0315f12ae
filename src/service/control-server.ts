import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Low } from 'lowdb';
import { controlAddress } from './control-address.ts';
import type { DeskRecords } from './desk.ts';
import { doAction } from './do-action.ts';
import type { ActionOutcome, ActionRequest } from './operator-action.ts';
import type { SiteSession } from './site-session.ts';

/** The daemon's ear for commands of the same machine: one JSON line in, one JSON line out. */
export interface ControlServer {
  close(): Promise<void>;
}

/** Opens it. Only the account that runs the daemon (and root) can write to the socket. */
export async function openControlServer(
  site: string,
  session: SiteSession,
  desk: Low<DeskRecords>,
): Promise<ControlServer> {
  const address = controlAddress(site);
  if (process.platform !== 'win32') await rm(address, { force: true }); // the lock is ours, so whoever left it is gone
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const lines = createInterface(socket);
    lines.on('error', () => undefined); // readline repeats the socket's error: a caller that breaks off must not end the daemon
    lines.once('line', (line) => {
      answer(session, desk, line).then(
        (outcome) => socket.end(`${JSON.stringify(outcome)}\n`),
        (error: Error) => socket.end(`${JSON.stringify({ done: false, code: 'DEFECT', message: error.message })}\n`),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (process.platform !== 'win32') await chmod(address, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

async function answer(session: SiteSession, desk: Low<DeskRecords>, line: string): Promise<ActionOutcome> {
  const request = JSON.parse(line) as ActionRequest;
  return doAction(session, desk, request.action, request.actor, request.language);
}
