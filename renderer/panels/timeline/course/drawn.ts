/** The timeline of a report as it is drawn in the window: by the same drawing as on paper, in the colours of the theme. */
import { useMemo } from 'react';
import type { CaseReport } from '../../../../core/report/types.ts';
import { drawTimeline } from '../../../../core/timeline/drawing/draw.ts';
import { imageMarks } from '../../../../core/timeline/drawing/of-block.ts';
import { SCREEN } from '../../../../core/timeline/drawing/style.ts';
import type { Drawing, ImageMark } from '../../../../core/timeline/drawing/types.ts';
import { useSession } from '../../../session/context.tsx';
import { useLanguage } from '../../../words/index.ts';
import { shownLanes, type View } from './view.ts';

export type Course = Pick<CaseReport, 'series' | 'treatments' | 'events' | 'stays' | 'phases' | 'time'> &
  Pick<CaseReport, 'patient'>;

/** What of the report stands in the timeline. */
export function useCourse(): Course {
  const series = useSession(({ report }) => report.series);
  const treatments = useSession(({ report }) => report.treatments);
  const events = useSession(({ report }) => report.events);
  const stays = useSession(({ report }) => report.stays);
  const phases = useSession(({ report }) => report.phases);
  const patient = useSession(({ report }) => report.patient);
  const time = useSession(({ report }) => report.time);
  return useMemo(
    () => ({ series, treatments, events, stays, phases, time, ...(patient && { patient }) }),
    [series, treatments, events, stays, phases, patient, time],
  );
}

/** Panels of the figures that have a day, named as the text does. */
export function useImages(): readonly ImageMark[] {
  const figures = useSession(({ report }) => report.figures);
  const floats = useSession(({ numbering }) => numbering.floats);
  return useMemo(() => imageMarks(figures, id => floats.get(id)?.number), [figures, floats]);
}

/** The drawing at a width (pixels); null before the width is known. */
export function useDrawing(course: Course, images: readonly ImageMark[], view: View, width: number): Drawing | null {
  const language = useLanguage();
  const { span, breaks, log, hidden } = view;
  return useMemo(
    () =>
      width === 0
        ? null
        : drawTimeline({
            ...course,
            series: course.series.filter(({ id }) => !hidden.includes(id)),
            images,
            language,
            width,
            style: SCREEN,
            axisApart: true,
            settings: {
              lanes: shownLanes({ hidden }),
              layout: 'lanes',
              log,
              breaks: breaks ? 'long-gaps' : 'none',
            },
            ...(span && { span }),
          }),
    [course, images, language, width, span, breaks, log, hidden],
  );
}
