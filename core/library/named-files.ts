/** The files that an entry of another program's export names, as it writes them: not looked for here. */

/** Kinds of files that are articles; pages saved from the net are left where they are. */
const ARTICLE = /\.(?:pdf|epub|djvu)$/i;

/** "C:" and "/Users…" belong together: a colon parts fields only elsewhere. */
function withDrives(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && /^[a-z]$/i.test(before) && /^[/\\]/.test(piece))
      joined[joined.length - 1] = `${before}:${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Cut where a sign stands that no backslash takes its meaning from. */
const cut = (text: string, sign: ';' | ':'): readonly string[] =>
  (text.match(sign === ';' ? /(?:\\.|[^\\;])+/gs : /(?:\\.|[^\\:])*(?=:|$)/gs) ?? []).map(piece => piece.trim());

/**
 * Paths in BibTeX's `file`: one or several, parted by ";", each alone (Better BibTeX), or between a title and a type
 * ("Full Text:files/12/a.pdf:application/pdf", Zotero, JabRef; ":home/ana/a.pdf:pdf", Mendeley). A backslash before a sign takes its
 * meaning away; a name may be written as LaTeX.
 */
function pathsOfField(field: string): readonly string[] {
  const plain = field.replace(/\$\\backslash\$|\{?\\textbackslash(?:\{\})?\}?/g, '\\');
  return cut(plain, ';').flatMap(part => {
    const pieces = withDrives(cut(part, ':').map(piece => piece.replace(/\\([^\p{L}\p{N}])/gu, '$1')));
    const files = pieces.filter(piece => ARTICLE.test(piece));
    const path = files.find(piece => /[/\\]/.test(piece)) ?? files.at(-1);
    return path === undefined ? [] : [path];
  });
}

function parsed(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(path => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/** The paths named in the kept fields of an entry, once each, absolute or from where the export lies. */
export function namedFiles(kept: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.entries(kept).flatMap(([name, value]) =>
    /^(?:bibtex|biblatex):file$/i.test(name)
      ? pathsOfField(value)
      : name === 'zotero:files'
        ? parsed(value).filter(path => ARTICLE.test(path))
        : [],
  );
  return [...new Set(paths)];
}
