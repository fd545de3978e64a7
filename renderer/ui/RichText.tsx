import type { ReactNode } from 'react';

const TAG = /<(\/?)(i|b|sub|sup|span)(?: [^<>]*)?>/g;

/** A text with CSL's markup, set as it reads: "10<sup>9</sup>/L" must not become "109/L". */
export function RichText({ text }: { readonly text: string }) {
  const open: { readonly name: string; readonly inside: ReactNode[] }[] = [{ name: '', inside: [] }];
  const close = () => {
    const { name, inside } = open.pop() as { name: string; inside: ReactNode[] };
    const into = open.at(-1)?.inside as ReactNode[];
    const Name = name as 'i';
    into.push(<Name key={into.length}>{inside}</Name>);
  };
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    const [tag, slash, name = ''] = found;
    open.at(-1)?.inside.push(text.slice(from, found.index));
    from = found.index + tag.length;
    if (slash === '') open.push({ name, inside: [] });
    else if (open.at(-1)?.name === name) close();
  }
  open.at(-1)?.inside.push(text.slice(from));
  while (open.length > 1) close();
  return <>{open[0]?.inside}</>;
}
