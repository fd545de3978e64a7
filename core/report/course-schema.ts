/** Validators of the clinical course and of a chart's settings. */
import '../contract/jitless.ts';
import * as z from 'zod';
import { type ChartSettings, LANE_KINDS } from './chart-settings.ts';
import {
  type ClinicalEvent,
  type Dose,
  type DoseChange,
  EVENT_KINDS,
  type Patient,
  type Phase,
  type Stay,
  type Treatment,
} from './course.ts';
import { idSchema, momentSchema, short } from './fields.ts';

const dose = z.strictObject({
  amount: z.number().nonnegative(),
  unit: short,
  per: z.enum(['kg', 'm2']).optional(),
}) as unknown as z.ZodType<Dose>;

const change = z.strictObject({
  id: idSchema,
  at: momentSchema,
  dose: dose.optional(),
  frequency: short.optional(),
  route: short.optional(),
}) as unknown as z.ZodType<DoseChange>;

export const treatmentSchema = z.strictObject({
  id: idSchema,
  name: short,
  dose: dose.optional(),
  route: short.optional(),
  frequency: short.optional(),
  start: momentSchema,
  stop: momentSchema.optional(),
  changes: z.array(change).max(10_000),
  given: z.array(momentSchema).max(10_000).optional(),
  note: short.optional(),
}) as unknown as z.ZodType<Treatment>;

export const eventSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(EVENT_KINDS),
  label: short,
  at: momentSchema,
  note: short.optional(),
}) as unknown as z.ZodType<ClinicalEvent>;

export const staySchema = z.strictObject({
  id: idSchema,
  label: short,
  start: momentSchema,
  stop: momentSchema.optional(),
}) as unknown as z.ZodType<Stay>;

export const phaseSchema = z.strictObject({
  id: idSchema,
  name: short,
  start: momentSchema,
  stop: momentSchema.optional(),
}) as unknown as z.ZodType<Phase>;

export const patientSchema = z.strictObject({
  weight: z.number().positive().max(1000).optional(),
  height: z.number().positive().max(300).optional(),
}) as unknown as z.ZodType<Patient>;

export const chartSettingsSchema = z.strictObject({
  lanes: z.array(z.enum(LANE_KINDS)).max(LANE_KINDS.length).optional(),
  treatments: z.array(idSchema).max(10_000).optional(),
  log: z.array(idSchema).max(10_000).optional(),
  bothUnits: z.literal(true).optional(),
  breaks: z.enum(['none', 'long-gaps']).optional(),
  style: z.enum(['colour', 'grey']).optional(),
  width: z.enum(['column', 'page', 'text']).optional(),
  layout: z.enum(['panels', 'lanes']).optional(),
  time: z.enum(['days', 'weeks', 'dates']).optional(),
  zero: momentSchema.optional(),
}) as unknown as z.ZodType<ChartSettings>;
