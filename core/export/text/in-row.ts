/** Raised and lowered letters where there is no typeface for them: 10⁹ and not 109. */

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−=()n'].map((letter, index) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'][index] as string]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−=()'].map((letter, index) => [letter, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][index] as string]),
);

/** Letters by their raised or lowered forms, where Unicode has one for each of them; else as they are. */
function shifted(text: string, forms: Readonly<Record<string, string>>): string {
  const letters = [...text].map(letter => forms[letter]);
  return letters.every(letter => letter !== undefined) ? letters.join('') : text;
}

/** The letters of a run as plain text. */
export const lettersInRow = ({
  text,
  sup,
  sub,
}: {
  readonly text: string;
  readonly sup?: boolean;
  readonly sub?: boolean;
}): string => (sup ? shifted(text, RAISED) : sub ? shifted(text, LOWERED) : text);
