/** FHIR's JSON, R4 and R5, as far as results need it. Every field is what a file may hold, so every field may be absent or wrong. */

export type Json = unknown;

/** Stands before each line in JSON text sequences (RFC 7464). */
export const RECORD_SEPARATOR = '\u001e';

export interface Resource {
  readonly [name: string]: Json;
}

export function asObject(value: Json): Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Resource) : {};
}

/** A list; one thing alone, as DSTU2 and STU3 wrote some, is a list of one. */
export function asList(value: Json): readonly Resource[] {
  if (Array.isArray(value)) return value.map(asObject);
  return value === undefined || value === null ? [] : [asObject(value)];
}

export function asText(value: Json): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A resource and where it stands in its file. */
export interface Found {
  readonly resource: Resource;
  readonly place: number | string;
  /** What other resources may call it. */
  readonly names: readonly string[];
}

/** JSON with the numbers of `value` left as they were written: 5.60 is not 5.6 to a laboratory. */
function parse(text: string): Json {
  return JSON.parse(text.replace(/("value"\s*:\s*)(-?\d[\d.eE+-]*)(?=\s*[,}\]])/g, '$1"$2"'));
}

/** Every resource of a file, also within bundles, parameters and `contained`; lines that are no JSON are given back. */
export function resourcesOf(text: string): {
  readonly found: readonly Found[];
  readonly broken: readonly { readonly line: number; readonly text: string }[];
} {
  const found: Found[] = [];
  const broken: { line: number; text: string }[] = [];
  try {
    collect(parse(text), '', found, '');
    return { found, broken };
  } catch {
    // Not one document: a resource a line.
  }
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    const line = written.replaceAll(RECORD_SEPARATOR, '').trim();
    if (line === '') return;
    try {
      collect(parse(line), index + 1, found, '');
    } catch {
      broken.push({ line: index + 1, text: line.slice(0, 80) });
    }
  });
  return { found, broken };
}

function collect(value: Json, place: number | string, found: Found[], fullUrl: string): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => collect(each, typeof place === 'number' ? place : `${place}[${index}]`, found, ''));
    return;
  }
  const resource = asObject(value);
  const type = asText(resource.resourceType);
  if (type === '') return;
  const id = asText(resource.id);
  const here =
    typeof place === 'number' ? place : [place, id === '' ? type : `${type}/${id}`].filter(Boolean).join(' ');
  found.push({
    resource,
    place: here,
    names: [
      fullUrl,
      id === '' ? '' : `${type}/${id}`,
      id === '' ? '' : `#${id}`,
      id === '' ? '' : `urn:uuid:${id}`,
    ].filter(Boolean),
  });
  asList(resource.entry).forEach((entry, index) =>
    collect(entry.resource, typeof place === 'number' ? place : `entry[${index}]`, found, asText(entry.fullUrl)),
  );
  asList(resource.parameter).forEach((parameter, index) =>
    collect(parameter.resource, typeof place === 'number' ? place : `parameter[${index}]`, found, ''),
  );
  asList(resource.contained).forEach((inner, index) =>
    collect(inner, typeof place === 'number' ? place : `${here} contained[${index}]`, found, ''),
  );
}

/** The words of a CodeableConcept: its text, else what its codes are called, else a code. */
export function conceptText(value: Json): string {
  const concept = asObject(value);
  const codings = asList(concept.coding);
  return (
    asText(concept.text) ||
    codings.map(({ display }) => asText(display)).find(text => text !== '') ||
    codings.map(({ code }) => asText(code)).find(text => text !== '') ||
    // R5's CodeableReference.
    (concept.concept === undefined ? '' : conceptText(concept.concept))
  );
}

/** The LOINC code of a CodeableConcept, where it states one. */
export function loincOf(value: Json): string {
  const coding = asList(asObject(value).coding).find(({ system }) => /loinc/i.test(asText(system)));
  const code = asText(coding?.code);
  return /^\d{1,6}-\d$/.test(code) ? code : '';
}
