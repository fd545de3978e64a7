/** What must hold of the document whatever was done to it; written apart from the normaliser that upholds it. */
import type { Block, DocumentElement, DocumentNode, Part } from '../../../core/report/document.ts';
import { partOrder } from '../../../core/report/parts.ts';
import type { CaseEditor } from '../../../renderer/editor/types.ts';

const INLINE = ['link', 'citation', 'cross-reference', 'value'];
const SECTIONS = ['introduction', 'observation', 'discussion', 'conclusion'];
const MARKS = ['bold', 'italic', 'underline', 'sup', 'sub'];

const isText = (node: DocumentNode) => 'text' in node;

function faultsOfLine(where: string, children: readonly DocumentNode[], voids: boolean): string[] {
  const faults: string[] = [];
  if (children.length === 0) faults.push(`${where}: no children`);
  for (const child of children) {
    if ('text' in child) {
      const strange = Object.entries(child).filter(
        ([key, value]) => key !== 'text' && !(MARKS.includes(key) && value === true),
      );
      if (strange.length > 0) faults.push(`${where}: ${JSON.stringify(strange)}`);
    } else if (!INLINE.includes(child.type)) faults.push(`${where}: ${child.type} in a line`);
    else if (child.type !== 'link' && !voids) faults.push(`${where}: ${child.type} where it may not be`);
    else if (child.type === 'link' && child.children.some(inner => !isText(inner)))
      faults.push(`${where}: link in link`);
  }
  return faults;
}

function faultsOfBlock(part: Part, block: DocumentNode, where: string): string[] {
  if (isText(block)) return [`${where}: loose text`];
  const element = block as DocumentElement;
  const section = SECTIONS.includes(part.key);
  const declaration = !section && part.key !== 'title' && !part.key.startsWith('abstract');
  const voids = section || declaration;
  switch (element.type) {
    case 'paragraph':
      return faultsOfLine(where, element.children, voids);
    case 'heading':
      if (part.key === 'title' || declaration) return [`${where}: heading`];
      return faultsOfLine(where, element.children, voids);
    case 'list':
      if (!voids) return [`${where}: list`];
      if (element.children.length === 0) return [`${where}: empty list`];
      return element.children.flatMap((item, index) => faultsOfItem(part, item, `${where}.${index}`));
    case 'table':
    case 'figure':
    case 'chart':
    case 'lab-table': {
      if (!section) return [`${where}: ${element.type}`];
      const [first, ...rest] = element.children as DocumentElement[];
      if (first?.type !== 'caption') return [`${where}: no caption`];
      const faults = faultsOfLine(`${where}.caption`, first.children as DocumentNode[], true);
      if (element.type !== 'table') return rest.length > 0 ? [...faults, `${where}: more than a caption`] : faults;
      if (rest.length === 0) faults.push(`${where}: no rows`);
      const widths = new Set(rest.map(row => row.children.length));
      if (widths.size > 1) faults.push(`${where}: not rectangular`);
      for (const row of rest) {
        if (row.type !== 'table-row') faults.push(`${where}: ${row.type} among rows`);
        for (const cell of row.children as DocumentElement[]) {
          if (cell.type !== 'table-cell') faults.push(`${where}: ${cell.type} among cells`);
          else faults.push(...faultsOfLine(`${where}.cell`, cell.children, true));
        }
      }
      return faults;
    }
    default:
      return [`${where}: ${element.type}`];
  }
}

function faultsOfItem(part: Part, item: DocumentElement, where: string): string[] {
  if (item.type !== 'list-item') return [`${where}: ${item.type} in a list`];
  const [first, second, ...rest] = item.children as DocumentElement[];
  if (first?.type !== 'paragraph') return [`${where}: ${first?.type} first in an item`];
  if (rest.length > 0 || (second && second.type !== 'list')) return [`${where}: item of ${JSON.stringify(item)}`];
  return [first, ...(second ? [second] : [])].flatMap((child, index) =>
    faultsOfBlock(part, child as Block, `${where}.${index}`),
  );
}

/** Everything wrong with a document, in words. */
export function faultsOf(editor: CaseEditor): string[] {
  const value = editor.children as Part[];
  const faults: string[] = [];
  const keys = value.map(part => part.key);
  const optional = `abstract:${editor.language === 'fr' ? 'en' : 'fr'}`;
  const wanted = partOrder(editor.language).filter(key => key !== optional || keys.includes(key));
  if (JSON.stringify(keys) !== JSON.stringify(wanted)) faults.push(`parts: ${keys.join(' ')}`);
  for (const part of value) {
    if (part.children.length === 0) faults.push(`${part.key}: empty`);
    if (part.key === 'title' && part.children.length !== 1) faults.push(`title of ${part.children.length}`);
    part.children.forEach((block, index) => {
      faults.push(...faultsOfBlock(part, block, `${part.key}.${index}`));
    });
  }
  const ids: string[] = [];
  const walk = (node: DocumentNode): void => {
    if ('text' in node) return;
    if ('id' in node) ids.push(node.id);
    for (const child of node.children) walk(child as DocumentNode);
  };
  for (const part of value) walk(part);
  if (new Set(ids).size !== ids.length) faults.push(`ids doubled: ${ids.filter((id, at) => ids.indexOf(id) !== at)}`);
  return faults;
}
