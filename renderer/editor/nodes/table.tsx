/** A table of the author's: its rows know whether they are headers, whatever was put in above them. */
import { createContext, use } from 'react';
import type { RenderElementProps } from 'slate-react';
import type { Table, TableCell, TableRow } from '../../../core/report/document.ts';
import { FloatTools } from './FloatTools.tsx';
import { Owner } from './owner.ts';

type Props<T> = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: T };

/** A row is not drawn anew when its table changes: it follows the table from here. */
const OwnTable = createContext<Table | null>(null);
const InHeader = createContext(false);

export function TableNode({ attributes, children, element }: Props<Table>) {
  const [caption, ...rows] = children as React.ReactNode[];
  return (
    <Owner value={element.id}>
      <OwnTable value={element}>
        <figure {...attributes} className="fig table">
          <FloatTools element={element} />
          {caption}
          <div className="table-scroll">
            <table className="rules">
              <tbody>{rows}</tbody>
            </table>
          </div>
        </figure>
      </OwnTable>
    </Owner>
  );
}

export function RowNode({ attributes, children, element }: Props<TableRow>) {
  const table = use(OwnTable);
  // The caption comes first, so that the first row is number 1.
  const isHeader = table !== null && table.children.indexOf(element) <= table.headerRows;
  return (
    <InHeader value={isHeader}>
      <tr {...attributes}>{children}</tr>
    </InHeader>
  );
}

export function CellNode({ attributes, children, element }: Props<TableCell>) {
  const inHeader = use(InHeader);
  return inHeader || element.header ? (
    <th {...attributes} scope={inHeader ? 'col' : 'row'}>
      {children}
    </th>
  ) : (
    <td {...attributes}>{children}</td>
  );
}
