import { useLayoutEffect, useRef } from 'react';
import type { Drawing, Target } from '../../../../core/timeline/drawing/types.ts';
import type { Described } from './describe.ts';

/** What is known of the thing looked at, beside it; what it says is also said by the list. */
export function TargetCard(props: {
  readonly described: Described;
  readonly target: Target;
  readonly drawing: Drawing;
  readonly assetUrl: (asset: string) => string;
}) {
  const { described, target, drawing, assetUrl } = props;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const middle = target.of === 'point' ? (target.left + target.right) / 2 : Math.min(target.left + 24, target.right);
    const left = Math.max(4, Math.min(middle + 10, drawing.width - width - 4));
    const isBelow = target.bottom + 8 + height <= drawing.height || target.top - height - 8 < 0;
    element.style.left = `${left}px`;
    element.style.top = `${isBelow ? target.bottom + 8 : target.top - height - 8}px`;
  });
  return (
    <div ref={card} className="course-card" aria-hidden="true">
      {described.asset && <img src={assetUrl(described.asset)} alt="" />}
      <b>{described.title}</b>
      {described.lines.map(line => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
