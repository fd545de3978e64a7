/** The submission package: what a journal is sent, planned before anything is made. */
import type { Finding } from '../checks/types.ts';
import type { Enclosure, PackageFile, Template } from '../template/types.ts';

/** What an author chooses to send. */
export const PACKAGE_ROLES = [
  'manuscript',
  'anonymous',
  'titlePage',
  'coverLetter',
  'consent',
  'figure',
  'table',
  'references',
  'checklist',
  'data',
] as const satisfies readonly (PackageFile | Enclosure)[];
export type PackageRole = (typeof PACKAGE_ROLES)[number];

/** What goes in where nothing was chosen: a checklist where the template asks for it, values of a patient never. */
export const usualRoles = ({ enclosures = [] }: Pick<Template, 'enclosures'>): readonly PackageRole[] =>
  PACKAGE_ROLES.filter(
    role => role !== 'data' && (role !== 'checklist' || enclosures.some(({ value }) => value === role)),
  );

export type FileRole = PackageRole | 'manifest' | 'checksums';

/** Documents of a package that are set like a report. */
export type PackageDocument = Extract<
  PackageRole,
  'manuscript' | 'anonymous' | 'titlePage' | 'coverLetter' | 'consent' | 'checklist'
>;

/** Formats in which a figure can be encoded; EPS is not among them. */
export type ImageFormat = 'tiff' | 'jpeg' | 'png';
export type DrawingFormat = ImageFormat | 'pdf' | 'svg';

/** Values and course as tables, and the values as other programs read them. */
export type DataFile = 'values' | 'course' | 'fhir';

/** A file of the package and what it is made of. `name` is its path inside the package. */
export type PlannedFile = { readonly role: FileRole; readonly name: string } & (
  | { readonly make: 'document'; readonly document: PackageDocument; readonly format: 'docx' | 'pdf' }
  /** A table in a file of its own, by its anchor. */
  | { readonly make: 'table'; readonly anchor: string; readonly format: 'docx' | 'pdf' }
  /** A photograph; never enlarged, so `dpi` is what is written in the file. */
  | { readonly make: 'image'; readonly asset: string; readonly format: ImageFormat; readonly dpi: number }
  | { readonly make: 'chart'; readonly anchor: string; readonly format: DrawingFormat; readonly dpi: number }
  | { readonly make: 'references'; readonly format: 'bibtex' | 'ris' }
  | { readonly make: 'data'; readonly of: DataFile }
);

export interface PackagePlan {
  /** In the order in which they are listed; the manifest and the checksums come on top of these. */
  readonly files: readonly PlannedFile[];
  /** What does not fit the template, and what has still to be filled in: read before anything is written. */
  readonly findings: readonly Finding[];
}
