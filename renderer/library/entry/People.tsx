import { useState } from 'react';
import { initials, wholeFamily } from '../../../core/formats/names.ts';
import type { CslName } from '../../../core/references/csl.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';

/** Of more than so many the first are shown, until the others are asked for. */
const SHOWN = 12;

/** "Brandt E". */
function nameOf(name: CslName): string {
  if (name.literal) return name.literal;
  return [wholeFamily(name), initials(name.given ?? ''), name.suffix].filter(Boolean).join(' ');
}

/** Authors in a paragraph, each in the direction of its own letters. */
export function People({ names }: { readonly names: readonly CslName[] }) {
  const say = useWords('library');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  if (names.length === 0) return null;
  const shown = isWhole || names.length <= SHOWN ? names : names.slice(0, SHOWN - 2);
  return (
    <p className="second library-people">
      {shown.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two authors may have one name
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{nameOf(name)}</bdi>
        </span>
      ))}
      {shown.length < names.length && (
        <>
          {' '}
          <Button kind="link" onPress={() => setWhole(true)}>
            {say('moreAuthors', { formatted: format.number(names.length - shown.length) })}
          </Button>
        </>
      )}
    </p>
  );
}
