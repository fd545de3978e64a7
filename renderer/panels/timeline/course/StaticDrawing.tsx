import { useMemo } from 'react';
import type { Series, TimeSettings } from '../../../../core/report/types.ts';
import { drawTimeline } from '../../../../core/timeline/drawing/draw.ts';
import { SCREEN } from '../../../../core/timeline/drawing/style.ts';
import { useLanguage } from '../../../words/index.ts';
import { useWidth } from './useWidth.ts';

/** Series as they will be drawn, to look at only. */
export function StaticDrawing({ series, time }: { readonly series: readonly Series[]; readonly time: TimeSettings }) {
  const language = useLanguage();
  const [frame, width] = useWidth(320);
  const drawing = useMemo(
    () =>
      width === 0 || series.length === 0
        ? null
        : drawTimeline({ series, time, language, width, style: SCREEN, settings: { layout: 'lanes' } }),
    [series, time, language, width],
  );
  return (
    <div ref={frame}>
      {drawing && (
        <div
          className="course-type"
          role="img"
          aria-label={drawing.alt}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG of our own making; its words are escaped where it is drawn
          dangerouslySetInnerHTML={{ __html: drawing.svg }}
        />
      )}
    </div>
  );
}
