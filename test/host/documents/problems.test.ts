import { expect, it } from 'vitest';
import { noJournal, notKept } from '../../../host/documents/problems.ts';

const failing = (code: string) => Object.assign(new Error('system'), { code });

it('a full disk and a folder that may not be written to are told apart, and no code stands for either', () => {
  for (const say of [notKept, noJournal]) {
    expect(say(failing('ENOSPC'))?.message.en).toContain('disk is full');
    expect(say(failing('EROFS'))?.message.fr).toContain('lecture seule');
    expect(JSON.stringify(say(failing('EACCES')))).not.toContain('EACCES');
    // Of what is not known, the code is all that there is to tell.
    expect(say(failing('EIO'))?.message.en).toContain('EIO');
  }
});

it('a bug is no reason of the disk', () => {
  expect(noJournal(new TypeError('a bug'))).toBeNull();
  expect(noJournal(failing('ERR_INVALID_ARG_TYPE'))).toBeNull();
});
