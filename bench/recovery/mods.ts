/** What bibutils writes, MODS, as far as it is compared: the fields of CSL by roles and places of their own. */

import { decodeEntities } from '../../core/formats/entities.ts';
import type { CslItem, CslName } from '../../core/references/csl.ts';

const plain = (xml: string) => decodeEntities(xml.replace(/<[^<>]+>/g, '')).trim();

/** The text of the first element of a name; empty where there is none. */
const first = (xml: string, name: string, attributes = '') =>
  plain(new RegExp(`<${name}${attributes}[^<>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '');

function title(xml: string): string {
  const titles = [...xml.matchAll(/<titleInfo([^<>]*)>([\s\S]*?)<\/titleInfo>/g)];
  const full = titles.find(([, attributes]) => !attributes?.includes('abbreviated')) ?? titles[0];
  const parts = full?.[2] ?? '';
  const whole = [first(parts, 'nonSort'), first(parts, 'title')].filter(part => part !== '').join(' ');
  const sub = first(parts, 'subTitle');
  return sub === '' ? whole : `${whole}: ${sub}`;
}

function names(xml: string, role: RegExp): readonly CslName[] {
  return [...xml.matchAll(/<name\b[^<>]*>([\s\S]*?)<\/name>/g)]
    .map(([, name = '']) => name)
    .filter(name => role.test(name))
    .map(name => {
      const parts = [...name.matchAll(/<namePart(?: type="([^"]*)")?>([\s\S]*?)<\/namePart>/g)];
      const part = (type: string | undefined) =>
        parts
          .filter(([, kind]) => kind === type)
          .map(([, , text = '']) => plain(text))
          .join(' ');
      return part('family') === '' ? { literal: part(undefined) } : { family: part('family'), given: part('given') };
    });
}

/** An item of one `mods` record; without a type, which MODS has as words of its own. */
export function modsItem(xml: string): CslItem {
  const host = /<relatedItem type="host">[\s\S]*?<\/relatedItem>/.exec(xml)?.[0] ?? '';
  const own = xml.replace(/<relatedItem[\s\S]*?<\/relatedItem>/g, '');
  const extent = /<extent unit="pages?">([\s\S]*?)<\/extent>/.exec(xml)?.[1] ?? '';
  const date = first(xml, 'dateIssued') || first(/<part>[\s\S]*?<\/part>/.exec(xml)?.[0] ?? '', 'date');
  const detail = (type: string) =>
    first(new RegExp(`<detail type="${type}">[\\s\\S]*?</detail>`).exec(xml)?.[0] ?? '', 'number');
  const pages = [first(extent, 'start'), first(extent, 'end')].filter(page => page !== '').join('-');
  const said: Readonly<Record<string, unknown>> = {
    title: title(own),
    'container-title': title(host),
    author: names(own, />author</),
    editor: names(xml, />editor</),
    volume: detail('volume'),
    issue: detail('issue') || detail('number'),
    page: pages || first(extent, 'list') || first(extent, 'total'),
    DOI: first(xml, 'identifier', ' type="doi"'),
    ISSN: first(xml, 'identifier', ' type="issn"') || first(xml, 'identifier', ' type="isbn"'),
    publisher: first(xml, 'publisher'),
    'publisher-place': first(xml, 'placeTerm', ' type="text"'),
    issued:
      date === '' ? '' : { 'date-parts': [date.split('-').map(part => (/^\d+$/.test(part) ? Number(part) : part))] },
  };
  return { id: '', type: '', ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) };
}
