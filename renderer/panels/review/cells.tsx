/** Rows, columns and tables of a change, as cells. */
import type { Change } from '../../../core/roundtrip/review.ts';
import { useWords } from '../../words/index.ts';

/** Of a column each cell is a row of its own. */
function rowsOf(text: string, what: Change['place']['what']): readonly (readonly string[])[] {
  if (text === '') return [];
  return what === 'column' ? text.split('\t').map(cell => [cell]) : text.split('\n').map(row => row.split('\t'));
}

/** Those that the other has not: of a table made from many values only some rows differ. */
const apart = (rows: readonly (readonly string[])[], others: readonly (readonly string[])[]) => {
  const known = new Set(others.map(row => row.join('\t')));
  return rows.filter(row => !known.has(row.join('\t')));
};

export function Cells({ change }: { readonly change: Change }) {
  const say = useWords('review');
  const {
    before,
    after,
    place: { what },
  } = change;
  const [was, is] = [rowsOf(before, what), rowsOf(after, what)];
  return (
    <>
      <Rows name={say('removed')} look="removed" rows={apart(was, is)} />
      <Rows name={say('added')} look="added" rows={apart(is, was)} />
    </>
  );
}

function Rows(props: {
  readonly name: string;
  readonly look: 'added' | 'removed';
  readonly rows: readonly (readonly string[])[];
}) {
  const { name, look, rows } = props;
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map(row => row.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="review-cells" data-look={look} aria-label={name} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and their order is what they are.
            <tr key={at}>
              {row.map((cell, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have none either.
                  key={index}
                  {...(row.length === 1 && width > 1 ? { colSpan: width } : {})}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
