/** Every format that a report is exported in, in the order in which they are offered. */
import { exporters } from '../../core/export/index.ts';
import type { Exporter } from '../../core/export/types.ts';
import { createPdfExporter } from './pdf.ts';
import { createWordExporter } from './word.ts';

export interface ExportersConfig {
  readonly templatesFolder: string;
  readonly fontFolder?: string;
}

/** The list; its parts are made when first used. */
export function createExporters(config: ExportersConfig): readonly Exporter[] {
  return [createPdfExporter(config), createWordExporter(config), ...exporters];
}
