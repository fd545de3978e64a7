/** Template files of older versions, brought up to this one step by step. Data that is no template passes through unchanged. */
import { STANDARD_HEADINGS, STANDARD_LABELS, STANDARD_NUMBERING, STANDARD_ORDER, STANDARD_PAGE } from './standard.ts';
import { TEMPLATE_VERSION } from './types.ts';

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Version 1 had `confirmed: true | false` on limits, and statements without where they are written. */
function fromVersion1(data: Data): Data {
  const { limits, statements } = data;
  return {
    ...data,
    version: 2,
    ...(isList(limits) ? { limits: limits.map(limitOf) } : {}),
    ...(isList(statements)
      ? {
          statements: statements.map(value =>
            typeof value === 'string' ? { value, source: '', read: '', confidence: 'not confirmed' } : value,
          ),
        }
      : {}),
  };
}

function limitOf(limit: unknown): unknown {
  if (!isData(limit) || !('confirmed' in limit)) return limit;
  const { confirmed, ...rest } = limit;
  return { ...rest, confidence: confirmed === true ? 'confirmed' : 'not confirmed' };
}

/** What a file leaves out is as usual; headings and page may be given in part. */
function completed(data: Data): Data {
  const over = (usual: object, own: unknown) => (own === undefined ? usual : isData(own) ? { ...usual, ...own } : own);
  return {
    order: STANDARD_ORDER,
    statements: [],
    limits: [],
    title: {},
    figures: {},
    manuscript: {},
    files: {},
    abstract: { also: [], structure: [] },
    ...data,
    page: over(STANDARD_PAGE, data.page),
    numbering: over(STANDARD_NUMBERING, data.numbering),
    headings: over(STANDARD_HEADINGS, data.headings),
    labels: over(STANDARD_LABELS, data.labels),
  };
}

/** The data of a template file in the shape of this version, complete; not validated. */
export function migrated(data: unknown): unknown {
  if (!isData(data)) return data;
  const current = data.version === undefined || data.version === 1 ? fromVersion1(data) : data;
  return completed(current);
}

/** Whether the file was written by a later Casewright. */
export const isFromLater = (data: unknown): boolean =>
  isData(data) && typeof data.version === 'number' && data.version > TEMPLATE_VERSION;
