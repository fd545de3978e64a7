/** CSL-JSON, as far as Casewright reads it; every other variable is kept as it is (CSL 1.0.2, csl-data schema). */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly raw?: string;
  readonly literal?: string;
  readonly season?: number | string;
  readonly circa?: boolean | number | string;
}

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly 'container-title'?: string;
  readonly 'container-title-short'?: string;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly URL?: string;
  readonly abstract?: string;
  readonly note?: string;
  readonly language?: string;
  readonly [variable: string]: unknown;
}
