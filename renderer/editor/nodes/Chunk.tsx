/** Chunks of the text: those out of sight are not laid out. */
import { cloneElement, type ReactElement } from 'react';
import type { RenderChunkProps } from 'slate-react';
import { isType } from '../structure/places.ts';

type RenderElement = (node: never, index: number, key?: unknown) => ReactElement<{ children: ReactElement }>;

const bare = new WeakMap<RenderElement, RenderElement>();

/**
 * Draws parts without the context in which Slate keeps an element for whoever asks below it. Nobody asks for a part, and after every
 * change of one React looks through all that stands in it for who does.
 */
function withoutPartContext(render: RenderElement): RenderElement {
  const known = bare.get(render);
  if (known) return known;
  const made: RenderElement = (node, index, key) => {
    const provider = render(node, index, key);
    return (isType(node, 'part') ? provider.props.children : provider) as typeof provider;
  };
  bare.set(render, made);
  return made;
}

/** A chunk; the lowest ones stand each in an edge of its own (see the style sheet for what that is for). */
export function Chunk({ attributes, lowest, children }: RenderChunkProps) {
  const { renderElement } = children.props as { renderElement: RenderElement };
  const inner = cloneElement(children, { renderElement: withoutPartContext(renderElement) });
  return lowest ? (
    <div {...attributes} className="chunk-edge">
      <div className="chunk">{inner}</div>
    </div>
  ) : (
    <div {...attributes}>{inner}</div>
  );
}
