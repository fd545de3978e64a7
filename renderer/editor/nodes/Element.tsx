import type { RenderElementProps } from 'slate-react';
import type { Heading } from '../../../core/report/document.ts';
import { useSession } from '../../session/context.tsx';
import { CaptionNode, ChartNode, FigureNode, LabTableNode } from './floats.tsx';
import { PartNode } from './PartNode.tsx';
import { CellNode, RowNode, TableNode } from './table.tsx';
import { CitationNode, MentionNode, ValueNode } from './voids.tsx';

/** Every element of the document, each by its own component. */
export function ElementNode(props: RenderElementProps) {
  const { attributes, children, element } = props;
  switch (element.type) {
    case 'part':
      return (
        <PartNode attributes={attributes} element={element}>
          {children}
        </PartNode>
      );
    case 'paragraph':
      return <p {...attributes}>{children}</p>;
    case 'heading':
      return (
        <HeadingNode attributes={attributes} element={element}>
          {children}
        </HeadingNode>
      );
    case 'list':
      return element.ordered ? <ol {...attributes}>{children}</ol> : <ul {...attributes}>{children}</ul>;
    case 'list-item':
      return <li {...attributes}>{children}</li>;
    case 'link':
      return (
        <span {...attributes} className="weblink" title={element.url}>
          {children}
        </span>
      );
    case 'citation':
      return (
        <CitationNode attributes={attributes} element={element}>
          {children}
        </CitationNode>
      );
    case 'cross-reference':
      return (
        <MentionNode attributes={attributes} element={element}>
          {children}
        </MentionNode>
      );
    case 'value':
      return (
        <ValueNode attributes={attributes} element={element}>
          {children}
        </ValueNode>
      );
    case 'caption':
      return (
        <CaptionNode attributes={attributes} element={element}>
          {children}
        </CaptionNode>
      );
    case 'table':
      return (
        <TableNode attributes={attributes} element={element}>
          {children}
        </TableNode>
      );
    case 'table-row':
      return (
        <RowNode attributes={attributes} element={element}>
          {children}
        </RowNode>
      );
    case 'table-cell':
      return (
        <CellNode attributes={attributes} element={element}>
          {children}
        </CellNode>
      );
    case 'figure':
      return (
        <FigureNode attributes={attributes} element={element}>
          {children}
        </FigureNode>
      );
    case 'chart':
      return (
        <ChartNode attributes={attributes} element={element}>
          {children}
        </ChartNode>
      );
    case 'lab-table':
      return (
        <LabTableNode attributes={attributes} element={element}>
          {children}
        </LabTableNode>
      );
  }
}

type Props<T> = Pick<RenderElementProps, 'attributes' | 'children'> & { readonly element: T };

function HeadingNode({ attributes, children, element }: Props<Heading>) {
  const number = useSession(state => state.numbering.headings.get(element));
  const shown = (
    <>
      {number && <span contentEditable={false}>{number} </span>}
      {children}
    </>
  );
  return element.level === 1 ? <h3 {...attributes}>{shown}</h3> : <h4 {...attributes}>{shown}</h4>;
}
