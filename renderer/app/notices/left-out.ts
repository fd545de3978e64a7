/** Says which of the files that were let go over the window were not taken, and where each kind goes. */
import { say } from '../../words/index.ts';
import { notify } from './notices.ts';

/** So many are named; of more, how many there were is enough. */
const NAMED = 3;

/** Nothing is said where there are none. */
export function tellLeftOut(files: readonly File[]): void {
  const [first] = files;
  if (!first) return;
  const words = say('shell');
  const names = files.slice(0, NAMED).map(({ name }) => name);
  notify({
    severity: 'warning',
    title:
      files.length === 1
        ? words('leftOutOne', { name: first.name })
        : words('leftOut', { count: files.length, names: `${names.join(', ')}${files.length > NAMED ? '…' : ''}` }),
    hint: words('leftOutHint'),
  });
}
