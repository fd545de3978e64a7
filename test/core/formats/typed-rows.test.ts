import { expect, it } from 'vitest';
import { endnoteXml } from '../../../core/formats/endnote-xml/index.ts';

const again = (item: object) =>
  endnoteXml.read(endnoteXml.write?.([{ id: 'k', item: { id: 'k', ...item } as never }]) ?? '').references[0]!.item;

it('the ISSN of proceedings in a series is no ISBN', () => {
  const xml =
    '<xml><records><record><ref-type name="Conference Proceedings">10</ref-type><titles><title>T</title></titles><isbn>0302-9743</isbn></record></records></xml>';
  expect(endnoteXml.read(xml).references[0]?.item).toMatchObject({ ISSN: '0302-9743' });
  expect(endnoteXml.read(xml).references[0]?.item).not.toHaveProperty('ISBN');
});

it('ISBN and ISSN stand in one field and are told apart', () => {
  const both = { ISBN: '978-3-16-148410-0', ISSN: '0302-9743' };
  expect(again({ type: 'book', title: 'T', ...both })).toMatchObject(both);
});

it('the number of proceedings is their issue, or counts in their series', () => {
  expect(again({ type: 'paper-conference', title: 'T', issue: '3' })).toMatchObject({ issue: '3' });
  const inSeries = { 'collection-title': 'Wells', 'collection-number': '9' };
  expect(again({ type: 'paper-conference', title: 'T', ...inSeries })).toMatchObject(inSeries);
});
