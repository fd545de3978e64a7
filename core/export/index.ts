/**
 * The formats that a manuscript is written in without a machine's help. Those that need one (PDF) are in
 * `host/export/exporters.ts`, which lists them all.
 */
import { html } from './html/exporter.ts';
import { jats } from './jats/exporter.ts';
import { latex } from './latex/exporter.ts';
import { markdown } from './markdown/exporter.ts';
import { text } from './text/exporter.ts';
import type { Exporter } from './types.ts';

export const exporters: readonly Exporter[] = [html, jats, latex, markdown, text];
