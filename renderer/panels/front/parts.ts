/** Language and abstracts of a report: changes that reach both its data and its text, as one undo step. */
import { Transforms } from 'slate';
import type { AbstractKey } from '../../../core/report/document.ts';
import { emptyPart } from '../../../core/report/parts.ts';
import type { Language } from '../../../core/report/types.ts';
import { partsOf } from '../../editor/types.ts';
import type { Session } from '../../session/types.ts';

function indexOf({ editor }: Session, key: AbstractKey): number {
  return partsOf(editor).findIndex(part => part.key === key);
}

/** Abstracts stand behind the title; the editor puts them into their order. */
const BEHIND_TITLE = [1];

function addPart(session: Session, key: AbstractKey): void {
  Transforms.insertNodes(session.editor, emptyPart(key), { at: BEHIND_TITLE });
}

export function addAbstract(session: Session, language: Language, label: string): void {
  if (indexOf(session, `abstract:${language}`) >= 0) return;
  session.transact(label, () => addPart(session, `abstract:${language}`));
}

/** Only an abstract in another language than the report's can go. */
export function removeAbstract(session: Session, language: Language, label: string): void {
  const index = indexOf(session, `abstract:${language}`);
  if (index < 0 || language === session.store.getState().report.language) return;
  session.transact(label, () => Transforms.removeNodes(session.editor, { at: [index] }));
}

/** The language the report is written in; its abstract comes first from then on, and is added where there was none. */
export function changeLanguage(session: Session, language: Language, label: string): void {
  if (session.store.getState().report.language === language) return;
  session.transact(label, () => {
    session.dispatch([{ set: 'language', value: language }], label);
    const index = indexOf(session, `abstract:${language}`);
    if (index < 0) addPart(session, `abstract:${language}`);
    else if (index !== BEHIND_TITLE[0]) Transforms.moveNodes(session.editor, { at: [index], to: BEHIND_TITLE });
  });
}
