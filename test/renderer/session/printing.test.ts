import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { blankReport } from '../../../core/report/blank.ts';
import { whenPrinting } from '../../../renderer/session/printing.ts';
import type { SessionState } from '../../../renderer/session/types.ts';

const report = blankReport({ id: 'r', language: 'en', template: 't' });

it('tells of references, numbers and citations, and of no letter and no keeping', () => {
  const store = createStore(() => ({ report, citations: {}, numbering: {}, template: {} }) as SessionState);
  let told = 0;
  const stop = whenPrinting(store)(() => told++);
  store.setState({ keeping: { state: 'sending', at: null }, findings: [] });
  store.setState({ report: { ...report, parts: [] } });
  expect(told).toBe(0);
  store.setState({ report: { ...report, references: [] } });
  store.setState({ citations: {} as SessionState['citations'] });
  store.setState({ numbering: {} as SessionState['numbering'] });
  store.setState({ template: {} as SessionState['template'] });
  expect(told).toBe(4);
  stop();
  store.setState({ template: {} as SessionState['template'] });
  expect(told).toBe(4);
});
