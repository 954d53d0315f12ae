import type { FaultCode } from '../domain/fault.table.ts';

/** What an errno means to people: the fault's code while writing and while reading, and what to do. */
interface ErrnoRow {
  writing: FaultCode;
  reading: FaultCode;
  hint: string;
}

const RIGHTS: ErrnoRow = {
  writing: 'FOLDER_NOT_ACCESSIBLE',
  reading: 'READ_FAILED',
  hint: 'Give the account that Ordrebro runs under read and write rights on this path. It goes on by itself then.',
};
const MISSING: ErrnoRow = {
  writing: 'FOLDER_NOT_ACCESSIBLE',
  reading: 'READ_FAILED',
  hint: 'Mount or restore the folder that this path lies in. It goes on by itself then.',
};
const FULL: ErrnoRow = {
  writing: 'DISK_FULL',
  reading: 'DISK_FULL',
  hint: 'Free space, inodes or quota on this disk. The intake waits, and goes on by itself.',
};
const DESCRIPTORS: ErrnoRow = {
  writing: 'WRITE_FAILED',
  reading: 'READ_FAILED',
  hint: 'Too many files are open: raise the limit of open files of the service (LimitNOFILE), or look for what else opens them.',
};
const LOCKED: ErrnoRow = {
  writing: 'WRITE_FAILED',
  reading: 'READ_FAILED',
  hint: 'Another program holds this file. It is tried again; when it lasts, exclude the folder from virus scanners and indexers.',
};
const NETWORK: ErrnoRow = {
  writing: 'FOLDER_NOT_ACCESSIBLE',
  reading: 'READ_FAILED',
  hint: 'The file server does not answer as it should. Check the network share; it goes on by itself when the share is back.',
};

/** Every errno that has a repair of its own. One that is not here is `OTHER_ERRNO`. */
export const ERRNO_FAULTS: Readonly<Record<string, ErrnoRow>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: {
    ...RIGHTS,
    hint: 'The disk is mounted read-only: look for the reason in the system log, then mount it for writing.',
  },
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  ELOOP: { ...MISSING, hint: 'A link stands where a file or folder was expected: remove it.' },
  EXDEV: {
    ...MISSING,
    hint: 'The folders lie on different disks: a channel folder and what is inside it must be on one file system.',
  },
  ESTALE: NETWORK,
  ENOTCONN: NETWORK,
  EHOSTDOWN: NETWORK,
  EHOSTUNREACH: NETWORK,
  ETIMEDOUT: NETWORK,
  EBUSY: LOCKED,
  EMFILE: DESCRIPTORS,
  ENFILE: DESCRIPTORS,
};

/** EIO and everything rare: the disk or its driver failed. */
export const OTHER_ERRNO: ErrnoRow = {
  writing: 'WRITE_FAILED',
  reading: 'READ_FAILED',
  hint: 'It is tried again. When it lasts, check the disk and the system log for this path.',
};
